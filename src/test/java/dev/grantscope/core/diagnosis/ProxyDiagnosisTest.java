package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The same request through a proxy and past it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProxyDiagnosisTest {
  private static final String ESTABLISHED = "HTTP/1.1 200 Connection established\r\n\r\n";
  private static final String REFUSED = json(401, "{\"error\":\"invalid_client\"}");
  private static final String PAGE = "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>blocked</html>";

  private static final String HOME_PAGE = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 20\r\n\r\n<html>welcome</html>";

  private TestAuthority authority;
  private SSLContext good;
  private SSLContext inspecting;

  @BeforeAll
  void certificates(@TempDir Path folder) throws Exception {
    authority = TestAuthority.in(Files.createDirectory(folder.resolve("known")));
    good = authority.server();
    inspecting = TestAuthority.in(Files.createDirectory(folder.resolve("stranger"))).server();
  }

  private static String json(int status, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static RawServer tls(SSLContext context, String answer) {
    return RawServer.running(
        connection -> {
          connection.startTls(context, "TLSv1.3", false);
          connection.readRequest();
          connection.write(answer);
          connection.readUntilClosed();
        });
  }

  /** Says that it is connected, and then answers itself. */
  private static RawServer intercepting(SSLContext context, String answer) {
    return RawServer.running(
        connection -> {
          connection.readRequest();
          connection.write(ESTABLISHED);
          connection.startTls(context, "TLSv1.3", false);
          connection.readRequest();
          connection.write(answer);
          connection.readUntilClosed();
        });
  }

  private Conclusion through(RawServer proxy, RawServer server) {
    Form form = Bench.form("https://localhost:" + server.port() + "/token", "client-1", "s3cret-canary", "");
    WireSettings settings =
        new WireSettings(
            WireLimits.within(Duration.ofSeconds(20)),
            Routing.through(new WireProxy("127.0.0.1", proxy.port(), Secret.NONE)),
            List.of(authority.certificate()),
            Optional.empty());
    Diagnosis diagnosis = Bench.diagnosis(Catalogue.builtIn(), Pause.NONE);
    return diagnosis.run(Bench.plan(diagnosis, form, 12), settings, new Cancellation(), DiagnosisListener.NONE);
  }

  @Test
  void aProxyThatAnswersInTheServersPlaceIsProved() {
    try (RawServer server = tls(good, REFUSED);
        RawServer proxy = intercepting(good, PAGE)) {
      Conclusion conclusion = through(proxy, server);

      assertThat(Bench.first(conclusion)).isEqualTo("proxy proved");
      assertThat(conclusion.findings().getFirst().evidence()).contains("127.0.0.1:" + proxy.port(), "401 invalid_client");
      Form fixed = conclusion.findings().getFirst().fix().orElseThrow().apply(Bench.form("https://a.example/token", "c", "s", ""));
      assertThat(fixed.draft().connection().proxy()).isEqualTo(ProxyMode.NONE);
    }
  }

  @Test
  void aProxyThatInspectsTlsIsProvedAndNotOnlyItsCertificate() {
    try (RawServer server = tls(good, REFUSED);
        RawServer proxy = intercepting(inspecting, PAGE)) {
      assertThat(Bench.first(through(proxy, server))).isEqualTo("proxy proved");
    }
  }

  @Test
  void aProxyThatRefusesIsProved() {
    try (RawServer server = tls(good, REFUSED);
        RawServer proxy =
            RawServer.running(
                connection -> {
                  connection.readRequest();
                  connection.write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
                  connection.readUntilClosed();
                })) {
      assertThat(Bench.first(through(proxy, server))).isEqualTo("proxy proved");
    }
  }

  @Test
  void aServerThatIsNoBetterWithoutTheProxyIsNotTheProxysFault() {
    try (RawServer server = tls(good, HOME_PAGE);
        RawServer proxy = intercepting(good, HOME_PAGE)) {
      Conclusion conclusion = through(proxy, server);

      assertThat(Bench.first(conclusion)).isEqualTo("endpoint-not-oauth proved");
      assertThat(conclusion.ruledOut()).contains("Past the proxy it is no better.");
    }
  }

  @Test
  void aRefusalInOAuthsOwnTermsIsNoProxys() {
    try (RawServer server = tls(good, REFUSED);
        RawServer proxy = intercepting(good, REFUSED)) {
      Conclusion conclusion = through(proxy, server);

      assertThat(conclusion.observations()).noneMatch(it -> it.experiment().probe() == Probe.DIRECT);
      assertThat(server.connections()).isEmpty();
    }
  }
}
