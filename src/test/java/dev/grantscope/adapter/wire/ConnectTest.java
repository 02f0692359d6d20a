package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.fixture.RefusingPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Look-up and connect: what has no address, what does not answer, and all addresses tried in their order. */
class ConnectTest {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private static WireRequest to(int port) {
    return post("https://name.example:" + port + "/token", new byte[0]);
  }

  private static NameResolver always(String... addresses) {
    List<InetAddress> all = new ArrayList<>();
    for (String address : addresses) {
      all.add(InetAddress.ofLiteral(address));
    }
    return host -> all;
  }

  @Test
  void aNameWithoutAddressIsSaid() {
    NameResolver none =
        host -> {
          throw new UnknownHostException("text of a library");
        };
    try (SocketWire wire = new SocketWire(none)) {
      Exchange exchange = exchange(wire, to(443), direct());
      WireFailure failure = exchange.failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.UNKNOWN_HOST);
      assertThat(failure.phase()).isEqualTo(Phase.LOOKUP);
      assertThat(failure.message()).contains("name.example").doesNotContain("library");
      assertThat(exchange.attempts()).isEmpty();
      assertThat(exchange.phases()).hasSize(1);
    }
    try (SocketWire wire = new SocketWire(host -> List.of())) {
      assertThat(outcome(exchange(wire, to(443), direct()))).isEqualTo("UNKNOWN_HOST");
    }
  }

  /** As offline, or where the name server fails: that there is no such name would be a guess. */
  @Test
  void aNameThatNobodyCouldBeAskedForIsNotCalledUnknown() {
    NameResolver offline =
        host -> {
          throw new UnknownHostException(host + ": Temporary failure in name resolution");
        };
    try (SocketWire wire = new SocketWire(offline)) {
      WireFailure failure = exchange(wire, to(443), direct()).failure().orElseThrow();

      assertThat(failure)
          .isEqualTo(
              new WireFailure(
                  Phase.LOOKUP,
                  WireFailure.Kind.UNREACHABLE,
                  "The name servers of this machine could not be asked, or could not say, whether there is a name name.example."));
    }
  }

  /** Not even when all look-ups hang. */
  @Test
  void anAddressInNumbersIsNotLookedUp() throws Exception {
    NameResolver none =
        host -> {
          throw new UnknownHostException(host);
        };
    try (SocketWire wire = new SocketWire(none);
        RefusingPort nobody = new RefusingPort()) {
      for (String address : List.of("127.0.0.1", "[::1]")) {
        Exchange exchange = exchange(wire, post("http://" + address + ":" + nobody.port() + "/", new byte[0]), direct());
        assertThat(exchange.attempts()).as(address).hasSize(1);
      }
    }
  }

  @Test
  void slowLookUpsEndAtTheirLimitAndAtMostFourHangAtOnce() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    AtomicInteger running = new AtomicInteger();
    NameResolver slow =
        host -> {
          running.incrementAndGet();
          try {
            never.await();
          } catch (InterruptedException e) {
            throw new UnknownHostException(e.getMessage());
          }
          return List.of();
        };
    try (SocketWire wire = new SocketWire(slow)) {
      for (int i = 0; i < 6; i++) {
        WireFailure failure = exchange(wire, to(443), within(Phase.LOOKUP, Duration.ofMillis(100))).failure().orElseThrow();
        assertThat(failure.kind()).isEqualTo(WireFailure.Kind.TIMEOUT);
        assertThat(failure.phase()).isEqualTo(Phase.LOOKUP);
      }
      assertThat(running.get()).isEqualTo(4);
      never.countDown();
    }
  }

  @Test
  void aRefusedConnectionIsSaidWithItsAddress() throws Exception {
    try (SocketWire wire = new SocketWire();
        RefusingPort nobody = new RefusingPort()) {
      int port = nobody.port();
      Exchange exchange = exchange(wire, post("http://127.0.0.1:" + port + "/", new byte[0]), direct());
      WireFailure failure = exchange.failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.REFUSED);
      assertThat(failure.phase()).isEqualTo(Phase.CONNECT);
      assertThat(failure.message()).contains("127.0.0.1").contains(String.valueOf(port));
      assertThat(exchange.attempts()).singleElement().satisfies(attempt -> {
        assertThat(attempt.address()).isEqualTo("127.0.0.1");
        assertThat(attempt.port()).isEqualTo(port);
        assertThat(attempt.failure()).contains(WireFailure.Kind.REFUSED);
      });
    }
  }

  @Test
  void theSecondAddressAnswersWhenTheFirstIsBroken() {
    for (String broken : List.of("127.0.0.9", "2001:db8::1", "::1")) {
      try (SocketWire wire = new SocketWire(always(broken, "127.0.0.1"));
          RawServer server = RawServer.answering(OK)) {
        WireRequest request = post("http://localhost:" + server.port() + "/", new byte[0]);
        Exchange exchange = exchange(wire, request, within(Phase.CONNECT, Duration.ofSeconds(4)));
        assertThat(outcome(exchange)).isEqualTo("whole");
        assertThat(exchange.attempts()).hasSize(2);
        assertThat(exchange.attempts().getFirst().failure()).isPresent();
        assertThat(exchange.attempts().getLast().failure()).isEmpty();
        assertThat(exchange.attempts().getLast().address()).isEqualTo("127.0.0.1");
      }
    }
  }

  @Test
  void ofSeveralBrokenAddressesTheOneThatRefusedIsTold() throws Exception {
    try (SocketWire wire = new SocketWire(always("127.0.0.1", "127.0.0.9"));
        RefusingPort nobody = new RefusingPort()) {
      Exchange exchange = exchange(wire, to(nobody.port()), direct());
      assertThat(outcome(exchange)).isEqualTo("REFUSED");
      assertThat(exchange.failure().orElseThrow().message()).contains("None of 2 addresses");
      assertThat(exchange.attempts().stream().map(AddressAttempt::failure)).containsOnly(Optional.of(WireFailure.Kind.REFUSED));
    }
  }

  @Test
  void aBlackHoleEndsAtTheLimit() throws Exception {
    List<Socket> fill = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        SocketWire wire = new SocketWire()) {
      fillBacklog(full, fill);
      WireRequest request = post("http://127.0.0.1:" + full.getLocalPort() + "/", new byte[0]);
      Exchange exchange = exchange(wire, request, within(Phase.CONNECT, Duration.ofMillis(300)));
      assertThat(outcome(exchange)).isEqualTo("TIMEOUT");
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.CONNECT);
      assertThat(exchange.attempts()).hasSize(1);
    } finally {
      for (Socket socket : fill) {
        socket.close();
      }
    }
  }

  /** Connects, never accepted, until the system takes no more; then connecting hangs. */
  static void fillBacklog(ServerSocket full, List<Socket> fill) throws IOException {
    for (int i = 0; i < 64; i++) {
      Socket socket = new Socket();
      fill.add(socket);
      try {
        socket.connect(new InetSocketAddress(full.getInetAddress(), full.getLocalPort()), 400);
      } catch (IOException e) {
        return;
      }
    }
    throw new AssertionError("the backlog is never full");
  }

  @Test
  void afterCloseItSaysSo() {
    SocketWire wire = new SocketWire();
    wire.close();
    Exchange exchange = exchange(wire, to(443), direct());
    assertThat(outcome(exchange)).isEqualTo("LOCAL");
    assertThat(exchange.phases()).hasSize(1);
  }
}
