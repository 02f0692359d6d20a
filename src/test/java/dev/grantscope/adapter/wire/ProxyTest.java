package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.through;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.ProxyHop;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proxy is a hop of its own, with its own bytes and its own failures. */
class ProxyTest {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n";

  private final SocketWire wire = new SocketWire();

  @AfterEach
  void close() {
    wire.close();
  }

  private static WireProxy at(RawServer proxy, String authorization) {
    return new WireProxy("127.0.0.1", proxy.port(), Secret.of(authorization));
  }

  private static WireRequest request() {
    return post("https://localhost:9443/token", "secret=1".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void theTunnelIsShownByItselfAndHoldsNothingOfTheClient(@TempDir Path folder) throws Exception {
    TestAuthority authority = TestAuthority.in(folder);
    SSLContext context = authority.server();
    try (RawServer proxy =
        RawServer.running(
            connection -> {
              connection.readRequest();
              connection.write(ESTABLISHED);
              connection.startTls(context, "TLSv1.3", false);
              connection.readRequest();
              connection.write(ANSWER);
              connection.readUntilClosed();
            })) {
      Exchange exchange = exchange(wire, request(), through(at(proxy, "Basic cHJveHk6cHc="), authority.certificate()));
      assertThat(outcome(exchange)).isEqualTo("whole");
      ProxyHop hop = exchange.proxyHop().orElseThrow();
      assertThat(latin1(hop.sent()))
          .isEqualTo(
              "CONNECT localhost:9443 HTTP/1.1\r\nHost: localhost:9443\r\nProxy-Authorization: Basic cHJveHk6cHc=\r\n\r\n");
      assertThat(latin1(hop.received())).isEqualTo(ESTABLISHED);
      assertThat(hop.status()).isEqualTo(200);
      assertThat(hop.proxy()).isEqualTo("127.0.0.1:" + proxy.port());
      assertThat(exchange.sent()).isEqualTo(request().toBytes());
      assertThat(latin1(exchange.received())).isEqualTo(ANSWER);
      assertThat(new String(proxy.only().received(), StandardCharsets.ISO_8859_1))
          .isEqualTo(latin1(hop.sent()) + latin1(exchange.sent()));
      assertThat(exchange.phases().stream().map(PhaseTime::phase)).containsExactly(Phase.values());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTTP/1.1 407 Proxy Authentication Required|Proxy-Authenticate: Basic|Content-Length: 2||hi, PROXY_AUTHENTICATION, 407",
    "HTTP/1.1 407 Proxy Authentication Required|Content-Length: 99||cut, PROXY_AUTHENTICATION, 407",
    "HTTP/1.1 403 Forbidden|Content-Length: 9||forbidden, PROXY_REFUSED, 403",
    "HTTP/1.0 502 Bad Gateway||until close, PROXY_REFUSED, 502",
    "SSH-2.0-proxy|, PROXY_REFUSED, 0",
    "HTTP/1.1 20, PROXY_REFUSED, 0",
    "'', CLOSED, 0",
  })
  void aRefusalKeepsTheProxysBytes(String answer, String outcome, int status) {
    String bytes = answer.replace("|", "\r\n");
    try (RawServer proxy = RawServer.answering(bytes)) {
      Exchange exchange = exchange(wire, request(), through(at(proxy, "")));
      assertThat(outcome(exchange)).isEqualTo(outcome);
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.PROXY);
      assertThat(exchange.proxyHop().orElseThrow().status()).isEqualTo(status);
      assertThat(latin1(exchange.proxyHop().orElseThrow().received())).isEqualTo(bytes);
      assertThat(exchange.sent().isEmpty()).isTrue();
      assertThat(exchange.received().isEmpty()).isTrue();
      assertThat(exchange.response()).isEmpty();
    }
  }

  @Test
  void garbageAfterTheTunnelBelongsToTls() {
    try (RawServer proxy = RawServer.answering(ESTABLISHED + "<html>a portal wants you to log in</html>")) {
      Exchange exchange = exchange(wire, request(), through(at(proxy, "")));
      assertThat(outcome(exchange)).isEqualTo("PLAINTEXT");
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.TLS);
      assertThat(latin1(exchange.proxyHop().orElseThrow().received())).isEqualTo(ESTABLISHED);
    }
  }

  @Test
  void aSilentProxyEndsAtItsLimit() {
    try (RawServer proxy = RawServer.running(RawServer.Connection::readUntilClosed)) {
      WireLimits limits = WireFixture.within(Phase.PROXY, Duration.ofMillis(200)).limits();
      Exchange exchange = exchange(wire, request(), through(at(proxy, "")).withLimits(limits));
      assertThat(outcome(exchange)).isEqualTo("TIMEOUT");
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.PROXY);
      assertThat(latin1(exchange.proxyHop().orElseThrow().sent())).startsWith("CONNECT ");
    }
  }

  @Test
  void plainHttpGoesInAbsoluteFormWithTheProxysCredentials() throws Exception {
    try (RawServer proxy = RawServer.answering(ANSWER)) {
      WireRequest request = post("http://127.0.0.1:1/token?a=b", new byte[0]);
      Exchange exchange = exchange(wire, request, through(at(proxy, "Basic cHJveHk6cHc=")));
      assertThat(outcome(exchange)).isEqualTo("whole");
      assertThat(latin1(exchange.sent()))
          .startsWith("POST http://127.0.0.1:1/token?a=b HTTP/1.1\r\nHost: 127.0.0.1:1\r\n")
          .endsWith("\r\nProxy-Authorization: Basic cHJveHk6cHc=\r\n\r\n");
      assertThat(exchange.sent()).isEqualTo(exchange.request().toBytes());
      assertThat(proxy.only().received()).isEqualTo(exchange.sent().toArray());
      assertThat(exchange.proxyHop()).isEmpty();
    }
  }

  @Test
  void a407ToPlainHttpIsTheProxys() {
    try (RawServer proxy = RawServer.answering("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 2\r\n\r\nhi")) {
      Exchange exchange = exchange(wire, post("http://127.0.0.1:1/token", new byte[0]), through(at(proxy, "")));
      assertThat(exchange.failure().orElseThrow().kind()).isEqualTo(WireFailure.Kind.PROXY_AUTHENTICATION);
      assertThat(latin1(exchange.response().orElseThrow().body())).isEqualTo("hi");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:1/token", "https://localhost:1/token"})
  void credentialsThatWouldBecomeAnotherLineAreNotSent(String url) throws Exception {
    try (RawServer proxy = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Exchange exchange = exchange(wire, post(url, new byte[0]), through(at(proxy, "Basic x\r\nInjected: y")));
      assertThat(outcome(exchange)).isEqualTo("LOCAL");
      assertThat(exchange.failure().orElseThrow().message()).doesNotContain("Injected");
      for (RawServer.Connection connection : proxy.connections()) {
        connection.awaitEnd();
        assertThat(connection.received()).isEmpty();
      }
    }
  }
}
