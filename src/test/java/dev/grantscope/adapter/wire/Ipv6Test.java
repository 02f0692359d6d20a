package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.through;
import static dev.grantscope.adapter.wire.WireFixture.trusting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireProxy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers and proxies that have an address in brackets and nothing else. */
class Ipv6Test {
  private static final InetAddress HERE = InetAddress.ofLiteral("::1");
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

  private final SocketWire wire = new SocketWire();

  @BeforeEach
  void onlyWhereThereIsIpv6() {
    boolean there;
    try (ServerSocket trial = new ServerSocket(0, 1, HERE)) {
      there = trial.isBound();
    } catch (IOException _) {
      there = false;
    }
    assumeTrue(there, "no IPv6 on this machine");
  }

  @AfterEach
  void close() {
    wire.close();
  }

  @Test
  void theHostHeaderHasTheBracketsAndTheAddressIsTold() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (RawServer server =
        RawServer.running(
            HERE,
            connection -> {
              seen.complete(connection.readRequest());
              connection.write(OK);
            })) {
      Exchange exchange = exchange(wire, post("http://[::1]:" + server.port() + "/token", new byte[0]), direct());

      assertThat(outcome(exchange)).isEqualTo("whole");
      assertThat(seen.get(10, TimeUnit.SECONDS)).contains("\r\nHost: [::1]:" + server.port() + "\r\n");
      assertThat(exchange.attempts()).singleElement().extracting(AddressAttempt::address).isEqualTo("0:0:0:0:0:0:0:1");
    }
  }

  /** RFC 9525 §6.5: an address is compared with addresses. */
  @Test
  void theCertificateIsForTheAddress(@TempDir Path folder) {
    TestAuthority authority = TestAuthority.in(folder);
    try (RawServer right = tls(authority.server(HERE));
        RawServer wrong = tls(authority.server())) {
      for (String spelling : new String[] {"[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]"}) {
        Exchange exchange = exchange(wire, post("https://" + spelling + ":" + right.port() + "/", new byte[0]), trusting(authority.certificate()));
        assertThat(outcome(exchange)).as(spelling).isEqualTo("whole");
      }
      assertThat(outcome(exchange(wire, post("https://[::1]:" + wrong.port() + "/", new byte[0]), trusting(authority.certificate()))))
          .isEqualTo("WRONG_NAME");
    }
  }

  private static RawServer tls(SSLContext context) {
    return RawServer.running(
        HERE,
        connection -> {
          connection.startTls(context, "TLSv1.3", false);
          connection.readRequest();
          connection.write(OK);
        });
  }

  @Test
  void aProxyIsAskedWithBrackets() throws Exception {
    CompletableFuture<String> seen = new CompletableFuture<>();
    try (RawServer proxy =
        RawServer.running(
            HERE,
            connection -> {
              seen.complete(connection.readRequest());
              connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
            })) {
      WireProxy through = WireProxy.parse("http://[::1]:" + proxy.port());
      Exchange exchange = exchange(wire, post("https://[2001:db8::1]/token", new byte[0]), through(through));

      assertThat(outcome(exchange)).isEqualTo("PROXY_REFUSED");
      assertThat(seen.get(10, TimeUnit.SECONDS)).startsWith("CONNECT [2001:db8::1]:443 HTTP/1.1\r\nHost: [2001:db8::1]:443\r\n");
      assertThat(latin1(exchange.proxyHop().orElseThrow().sent())).contains("[2001:db8::1]:443");
    }
  }
}
