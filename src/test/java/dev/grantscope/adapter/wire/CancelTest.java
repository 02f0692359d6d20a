package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.postTls;
import static dev.grantscope.adapter.wire.WireFixture.through;
import static dev.grantscope.adapter.wire.WireFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cancelling ends every phase at once, and the other side sees the connection closed. */
class CancelTest {
  private final SocketWire wire = new SocketWire();

  @AfterEach
  void close() {
    wire.close();
  }

  /** Starts an exchange, cancels it in this phase once the world is ready, and waits far less than any limit. */
  private static Exchange cancelled(
      SocketWire wire, WireRequest request, WireSettings settings, Phase in, CountDownLatch ready) throws Exception {
    Cancellation cancellation = new Cancellation();
    CountDownLatch reached = new CountDownLatch(1);
    WireListener listener =
        phase -> {
          if (phase == in) {
            reached.countDown();
          }
        };
    CompletableFuture<Exchange> result = new CompletableFuture<>();
    Thread.ofPlatform().start(() -> result.complete(wire.exchange(request, settings, cancellation, listener)));
    assertThat(reached.await(10, TimeUnit.SECONDS)).as("phase reached").isTrue();
    assertThat(ready.await(10, TimeUnit.SECONDS)).as("server ready").isTrue();
    long start = System.nanoTime();
    cancellation.cancel();
    Exchange exchange = result.get(5, TimeUnit.SECONDS);
    // A quarter of the shortest limit there is: not by a limit, but by the cancelling.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(outcome(exchange)).isEqualTo("CANCELLED");
    assertThat(exchange.failure().map(WireFailure::phase)).contains(in);
    assertThat(exchange.phases().getLast().phase()).isEqualTo(in);
    return exchange;
  }

  private static CountDownLatch now() {
    return new CountDownLatch(0);
  }

  private static void seenByServer(RawServer server) throws InterruptedException {
    RawServer.Connection connection = server.only();
    assertThat(connection.closedByClient()).isTrue();
  }

  @Test
  void inTheLookUp() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch looking = new CountDownLatch(1);
    NameResolver slow =
        host -> {
          looking.countDown();
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(e.getMessage());
          }
          return List.of();
        };
    try (SocketWire hanging = new SocketWire(slow)) {
      cancelled(hanging, post("https://name.example/", new byte[0]), direct(), Phase.LOOKUP, looking);
      never.countDown();
    }
  }

  @Test
  void inTheConnect() throws Exception {
    List<Socket> fill = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ConnectTest.fillBacklog(full, fill);
      WireRequest request = post("http://127.0.0.1:" + full.getLocalPort() + "/", new byte[0]);
      Exchange exchange = cancelled(wire, request, direct(), Phase.CONNECT, now());
      // None at all where the cancellation was quicker than the first attempt.
      assertThat(exchange.attempts()).allSatisfy(it -> assertThat(it.failure()).contains(WireFailure.Kind.CANCELLED));
    } finally {
      for (Socket socket : fill) {
        socket.close();
      }
    }
  }

  @Test
  void inTheProxy() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    try (RawServer proxy =
        RawServer.running(
            connection -> {
              connection.readRequest();
              asked.countDown();
              connection.readUntilClosed();
            })) {
      WireSettings settings = through(new WireProxy("127.0.0.1", proxy.port(), Secret.NONE));
      Exchange exchange = cancelled(wire, post("https://localhost/", new byte[0]), settings, Phase.PROXY, asked);
      assertThat(exchange.proxyHop().orElseThrow().status()).isZero();
      seenByServer(proxy);
    }
  }

  @Test
  void inTheHandshake() throws Exception {
    CountDownLatch hello = new CountDownLatch(1);
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.read();
              hello.countDown();
              connection.readUntilClosed();
            })) {
      cancelled(wire, postTls(server), direct(), Phase.TLS, hello);
      seenByServer(server);
    }
  }

  @Test
  void whileSendingToAServerThatDoesNotRead() throws Exception {
    CountDownLatch gone = new CountDownLatch(1);
    try (RawServer server = RawServer.running(connection -> readLate(connection, gone))) {
      WireRequest request = post("http://127.0.0.1:" + server.port() + "/", new byte[30_000_000]);
      Exchange exchange = cancelled(wire, request, direct(), Phase.SEND, now());
      gone.countDown();
      assertThat(exchange.sent().size()).isLessThan(30_000_000);
      seenByServer(server);
    }
  }

  @Test
  void whileSendingThroughTls(@TempDir Path folder) throws Exception {
    TestAuthority authority = TestAuthority.in(folder);
    SSLContext context = authority.server();
    CountDownLatch gone = new CountDownLatch(1);
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.startTls(context, "TLSv1.3", false);
              readLate(connection, gone);
            })) {
      WireRequest request = post("https://localhost:" + server.port() + "/", new byte[30_000_000]);
      cancelled(wire, request, trusting(authority.certificate()), Phase.SEND, now());
      gone.countDown();
      seenByServer(server);
    }
  }

  private static void readLate(RawServer.Connection connection, CountDownLatch gone) throws InterruptedException {
    gone.await();
    connection.readUntilClosed();
  }

  @Test
  void whileWaiting() throws Exception {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Exchange exchange = cancelled(wire, post(server), direct(), Phase.WAIT, now());
      assertThat(exchange.sent()).isEqualTo(post(server).toBytes());
      seenByServer(server);
    }
  }

  @Test
  void whileReceiving() throws Exception {
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
              connection.readUntilClosed();
            })) {
      Exchange exchange = cancelled(wire, post(server), direct(), Phase.RECEIVE, now());
      assertThat(exchange.received().isEmpty()).isFalse();
      seenByServer(server);
    }
  }

  @Test
  void beforeItBeginsNothingIsSent() throws IOException {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Cancellation cancellation = new Cancellation();
      cancellation.cancel();
      Exchange exchange = wire.exchange(post(server), direct(), cancellation, WireListener.NONE);
      assertThat(outcome(exchange)).isEqualTo("CANCELLED");
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.LOOKUP);
      assertThat(server.connections()).isEmpty();
    }
  }

  @Test
  void fromWithinTheListener() {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      for (Phase in : List.of(Phase.LOOKUP, Phase.CONNECT, Phase.SEND, Phase.WAIT)) {
        Cancellation cancellation = new Cancellation();
        WireListener listener =
            phase -> {
              if (phase == in) {
                cancellation.cancel();
              }
            };
        Exchange exchange = wire.exchange(post(server), direct(), cancellation, listener);
        assertThat(outcome(exchange)).isEqualTo("CANCELLED");
        assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(in);
      }
    }
  }

  @Test
  void afterwardsItDoesNothingToTheNextExchange() {
    try (RawServer server = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")) {
      Cancellation first = new Cancellation();
      assertThat(outcome(wire.exchange(post(server), direct(), first, WireListener.NONE))).isEqualTo("whole");
      WireListener listener = phase -> first.cancel();
      assertThat(outcome(wire.exchange(post(server), direct(), new Cancellation(), listener))).isEqualTo("whole");
    }
  }
}
