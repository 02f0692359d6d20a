package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the other side does, it ends: by the limit of the phase, by the limit of everything, or by the cap on what may come. */
@Timeout(30)
class LimitsTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final SocketWire wire = new SocketWire();

  @AfterEach
  void close() {
    wire.close();
  }

  private static void assertTimeout(Exchange exchange, Phase phase) {
    WireFailure failure = exchange.failure().orElseThrow();
    assertThat(failure.kind()).isEqualTo(WireFailure.Kind.TIMEOUT);
    assertThat(failure.phase()).isEqualTo(phase);
    assertThat(exchange.phases().getLast().phase()).isEqualTo(phase);
    assertThat(exchange.phases().stream().map(PhaseTime::elapsed).reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(exchange.elapsed())
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
  }

  @Test
  void aSilentServer() throws Exception {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Exchange exchange = exchange(wire, post(server), within(Phase.WAIT, Duration.ofMillis(200)));
      assertTimeout(exchange, Phase.WAIT);
      assertThat(exchange.failure().orElseThrow().message()).contains("0.2 s");
      assertThat(server.only().closedByClient()).isTrue();
    }
  }

  @Test
  void theLimitOfEverything() {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      WireLimits usual = WireLimits.STANDARD;
      WireLimits limits = new WireLimits(usual.phases(), Duration.ofMillis(300), 1000, 10, 1, 1000);
      Exchange exchange = exchange(wire, post(server), direct().withLimits(limits));
      assertTimeout(exchange, Phase.WAIT);
      assertThat(exchange.failure().orElseThrow().message()).contains("whole exchange").contains("0.3 s");
    }
  }

  /** Each byte alone would be in time; only all of them together are not. */
  @ParameterizedTest
  @ValueSource(strings = {"", OK, OK + "Content-Length: 1000000\r\n\r\n", OK + "\r\n", OK + "Transfer-Encoding: chunked\r\n\r\n"})
  void aByteNowAndThen(String beginning) {
    CountDownLatch never = new CountDownLatch(1);
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.readRequest();
              connection.write(beginning);
              while (!never.await(20, TimeUnit.MILLISECONDS)) {
                connection.write("1");
              }
            })) {
      Exchange exchange = exchange(wire, post(server), within(Phase.RECEIVE, Duration.ofMillis(500)));
      assertTimeout(exchange, Phase.RECEIVE);
      assertThat(latin1(exchange.received())).startsWith(beginning).endsWith("1");
      assertThat(exchange.response().isPresent()).isEqualTo(!beginning.isEmpty());
      never.countDown();
    }
  }

  @Test
  void aServerThatDoesNotRead() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (RawServer server = RawServer.running(connection -> gone.await())) {
      WireRequest request = post("http://127.0.0.1:" + server.port() + "/", new byte[30_000_000]);
      Exchange exchange = exchange(wire, request, within(Phase.SEND, Duration.ofMillis(300)));
      gone.countDown();
      assertTimeout(exchange, Phase.SEND);
      assertThat(exchange.sent().size()).isLessThan(30_000_000);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    OK + "\r\n|endless body",
    OK + "Content-Length: 99999999999\r\n\r\n|endless body",
    OK + "Transfer-Encoding: chunked\r\n\r\n|5\r\nhello\r\n",
    OK + "Transfer-Encoding: chunked\r\n\r\n|1;an extension much longer than the chunk\r\nh\r\n",
    OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n|Trailer: a\r\n",
    OK + "|Header: a\r\n",
    OK + "Header: a\r\n| folded\r\n",
    OK + "|one line",
    "|HTTP/1.1 100 Continue\r\n\r\n",
    "|HTTP/1.1 103 Early Hints\r\nLink: </a>; rel=preload\r\n\r\n",
  })
  void anEndlessAnswerIsCut(String answer) {
    String beginning = answer.substring(0, answer.indexOf('|'));
    String again = answer.substring(answer.indexOf('|') + 1).repeat(100);
    try (RawServer server = endless(beginning, again)) {
      Exchange exchange = exchange(wire, post(server), direct());
      assertThat(outcome(exchange)).isEqualTo("TOO_LARGE");
      assertThat(latin1(exchange.received())).startsWith(beginning + again);
      assertThat(exchange.received().size()).isLessThan(9_000_000);
      assertThat(exchange.response().isPresent()).isEqualTo(!beginning.isEmpty());
      exchange.response().ifPresent(response -> assertThat(response.body().size()).isLessThanOrEqualTo(4 * 1024 * 1024));
    }
  }

  @Test
  void endlessNoiseIsNotHttp() {
    try (RawServer server = endless("", "noise without end ")) {
      Exchange exchange = exchange(wire, post(server), direct());
      assertThat(outcome(exchange)).isEqualTo("NOT_HTTP");
      assertThat(exchange.received().isEmpty()).isFalse();
    }
  }

  private static RawServer endless(String beginning, String again) {
    return RawServer.running(
        connection -> {
          connection.readRequest();
          connection.write(beginning);
          while (!Thread.currentThread().isInterrupted()) {
            connection.write(again);
          }
        });
  }

  /** What one step waits is measured in that step and in no other. */
  @Test
  void timeIsCountedWhereItWasSpent() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    NameResolver slow =
        host -> {
          try {
            never.await(600, TimeUnit.MILLISECONDS);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
          return List.of(InetAddress.getLoopbackAddress());
        };
    try (SocketWire slowWire = new SocketWire(slow);
        RawServer server =
            RawServer.running(
                connection -> {
                  connection.readRequest();
                  never.await(700, TimeUnit.MILLISECONDS);
                  connection.write(OK + "Content-Length: 5\r\n\r\n");
                  never.await(800, TimeUnit.MILLISECONDS);
                  connection.write("hello");
                })) {
      Exchange exchange = exchange(slowWire, post("http://localhost:" + server.port() + "/token", new byte[0]), direct());
      assertThat(outcome(exchange)).isEqualTo("whole");
      for (PhaseTime time : exchange.phases()) {
        Duration spent =
            switch (time.phase()) {
              case LOOKUP -> Duration.ofMillis(600);
              case WAIT -> Duration.ofMillis(700);
              case RECEIVE -> Duration.ofMillis(800);
              default -> Duration.ZERO;
            };
        assertThat(time.elapsed()).as(time.phase().name()).isBetween(spent.minusMillis(50), spent.plusMillis(500));
      }
    }
  }

  @Test
  void nothingIsLeftOver() throws IOException {
    WireSettings settings = within(Phase.WAIT, Duration.ofMillis(20));
    // Other tests of the same JVM may have wires of their own, this one's thread among them too.
    Set<Thread> others =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().startsWith("wire-"))
            .collect(Collectors.toSet());
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      for (int i = 0; i < 20; i++) {
        assertThat(outcome(exchange(wire, post(server), settings))).isEqualTo("TIMEOUT");
      }
      for (RawServer.Connection connection : server.connections()) {
        assertThat(ended(connection)).isTrue();
      }
    }
    wire.close();
    assertThat(Thread.getAllStackTraces().keySet().stream().filter(it -> !others.contains(it)).filter(LimitsTest::isOfThisWire)).isEmpty();
  }

  private static boolean ended(RawServer.Connection connection) {
    try {
      connection.awaitEnd();
      return connection.closedByClient();
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** One that is about to end may still be listed, so it gets the time. */
  private static boolean isOfThisWire(Thread thread) {
    try {
      return thread.getName().startsWith("wire-") && !thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      return true;
    }
  }
}
