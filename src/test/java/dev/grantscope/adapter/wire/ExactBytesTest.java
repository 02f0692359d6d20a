package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes shown are the bytes of the socket, both ways (figures T1 and T2 of the reliability plan). */
class ExactBytesTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";
  private static final String TOKEN = "abcXYZ019!#$%&'*+-.^_`|~";

  private final Random random = new Random(20_251);
  private final SocketWire wire = new SocketWire();

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void thousandsOfRequestsArriveAsShown() throws Exception {
    try (RawServer server = RawServer.running(ExactBytesTest::takeAndAnswer)) {
      for (int i = 0; i < 3000; i++) {
        checkSent(server, i, randomRequest("http://127.0.0.1:" + server.port() + "/"), WireFixture.direct());
      }
    }
  }

  @Test
  void hundredsOfRequestsArriveAsShownThroughTls(@TempDir Path folder) throws Exception {
    TestAuthority authority = TestAuthority.in(folder);
    SSLContext context = authority.server();
    WireSettings settings = trusting(authority.certificate());
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.startTls(context, "TLSv1.3", false);
              takeAndAnswer(connection);
            })) {
      for (int i = 0; i < 300; i++) {
        checkSent(server, i, randomRequest("https://localhost:" + server.port() + "/"), settings);
      }
    }
  }

  private static void takeAndAnswer(RawServer.Connection connection) throws Exception {
    connection.readRequest();
    connection.write(OK + "Content-Length: 0\r\n\r\n");
    connection.readUntilClosed();
  }

  private void checkSent(RawServer server, int number, WireRequest request, WireSettings settings) throws Exception {
    Exchange exchange = exchange(wire, request, settings);
    assertThat(outcome(exchange)).isEqualTo("whole");
    assertThat(exchange.sent()).isEqualTo(request.toBytes());
    RawServer.Connection connection = server.connections().get(number);
    connection.awaitEnd();
    assertThat(Bytes.of(connection.received())).isEqualTo(request.toBytes());
    assertThat(server.connections()).hasSize(number + 1);
  }

  private WireRequest randomRequest(String url) throws Exception {
    byte[] body = new byte[random.nextInt(20) == 0 ? random.nextInt(200_000) : random.nextInt(600)];
    random.nextBytes(body);
    List<Header> headers = new ArrayList<>();
    for (int i = random.nextInt(8); i > 0; i--) {
      headers.add(new Header("x" + from(TOKEN, 12), visible(random.nextInt(80))));
    }
    headers.add(random.nextInt(headers.size() + 1), new Header("Content-Length", String.valueOf(body.length)));
    return new WireRequest(
        Endpoint.parse(url), from("ABCDEFGHIJ", 8) + "X", "/" + from(TOKEN + "/?=:@", 60), headers, Bytes.of(body));
  }

  private String from(String alphabet, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i > 0; i--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private String visible(int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) (0x20 + random.nextInt(0x5F)));
    }
    return text.toString();
  }

  /** One way in which the server ends the connection. */
  private enum End {
    CLOSE,
    RESET,
    STALL
  }

  private record Answer(Bytes bytes, End end) {}

  @Test
  void thousandsOfAnswersAreShownAsTheyCame() throws Exception {
    BlockingQueue<Answer> next = new ArrayBlockingQueue<>(1);
    try (RawServer server = RawServer.running(connection -> give(connection, next.take()))) {
      for (int i = 0; i < 2000; i++) {
        // An end by time limit takes its time.
        Answer answer = new Answer(Bytes.of(randomAnswer(i)), i % 200 == 7 ? End.STALL : i % 3 == 0 ? End.RESET : End.CLOSE);
        next.add(answer);
        Duration limit = answer.end() == End.STALL ? Duration.ofMillis(400) : Duration.ofSeconds(20);
        Exchange exchange = exchange(wire, post(server), WireFixture.within(Phase.RECEIVE, limit));
        String shown = latin1(exchange.received());
        String sent = latin1(answer.bytes());
        if (exchange.failure().isEmpty()) {
          // Nothing is read for its own sake after the end of a whole answer.
          assertThat(sent).as("answer %d", i).startsWith(shown);
          assertThat(shown).contains(latin1(exchange.response().orElseThrow().body()));
        } else {
          assertThat(shown).as("answer %d, %s", i, exchange.failure().get()).isEqualTo(sent);
        }
      }
    }
  }

  private void give(RawServer.Connection connection, Answer answer) throws Exception {
    connection.readRequest();
    connection.write(answer.bytes().toArray());
    switch (answer.end()) {
      case CLOSE -> {}
      case RESET -> connection.reset();
      case STALL -> connection.readUntilClosed();
    }
  }

  /** By turns noise, noise after a good beginning, and a good answer with a length with one byte changed or none. */
  private byte[] randomAnswer(int number) {
    byte[] noise = new byte[random.nextInt(3000)];
    random.nextBytes(noise);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    if (number % 3 > 0) {
      answer.writeBytes((OK + "X-A: " + visible(9) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    if (number % 3 > 1) {
      answer.writeBytes(("Content-Length: " + noise.length + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    }
    answer.writeBytes(noise);
    byte[] bytes = answer.toByteArray();
    if (number % 2 == 0 && bytes.length > 0) {
      bytes[random.nextInt(Math.min(bytes.length, 60))] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
