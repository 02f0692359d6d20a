package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.files.JsonSettingsStore;
import dev.grantscope.adapter.files.ProvidersFile;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.NameResolver;
import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.adapter.wire.WireConnections;
import dev.grantscope.cli.CliServices;
import dev.grantscope.cli.CommandLineProgram;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Route;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way of the connection, from options and settings to a TLS server and back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConnectionCommandTest {
  private static final String TOKEN = "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"scope\":\"a\"}";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + TOKEN.length() + "\r\n\r\n" + TOKEN;

  private Path folder = Path.of("");
  private String ca = "";
  private String client = "";
  private SSLContext server;
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();
  private NameResolver names = NameResolver.SYSTEM;

  @BeforeAll
  void certificates(@TempDir Path temporary) throws Exception {
    folder = temporary;
    TestAuthority authority = TestAuthority.in(folder);
    server = authority.server();
    String der = Base64.getMimeEncoder().encodeToString(authority.certificate().getEncoded());
    ca = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n").toString();
    client = authority.clientFile(folder.resolve("client.p12"), "canary-phrase").toString();
  }

  @AfterEach
  void nothingShowsASecretAndNothingStays() throws Exception {
    assertThat(out + " " + err).doesNotContain("canary");
    Files.deleteIfExists(folder.resolve("settings.json"));
  }

  private int run(RawServer at, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--token-url", "https://localhost:" + at.port() + "/token", "--client-id", "me"));
    arguments.addAll(List.of("--scope", "a", "--output", "json"));
    arguments.addAll(List.of(more));
    out = new StringWriter();
    err = new StringWriter();
    try (SocketWire wire = new SocketWire(names)) {
      return new CommandLineProgram(
              new CliServices(
                  () -> new GrantService(wire, "Test/1"),
                  () -> new ApiCallService(wire, "Test/1"),
                  () -> new Discovery(wire, "Test/1"),
                  () -> new JsonProfileStore(folder, InstantSource.system()),
                  () -> {
                    throw new IllegalStateException("No keyring is to be asked");
                  },
                  () -> new WireConnections(_ -> Route.direct(Route.Why.NONE_KNOWN, ""), InstantSource.system()),
                  new DiskKeyFiles(),
                  () -> new JsonSettingsStore(folder, InstantSource.system()),
                  () -> new ProvidersFile(folder).read(),
                  PracticeTenant::new,
                  new Texts(),
                  Map.of("PHRASE", "canary-phrase", "OTHER", "canary-other", "PROXY", "canary-proxy"),
                  new ByteArrayInputStream(new byte[0]),
                  new PrintWriter(out),
                  new PrintWriter(err),
                  "test"))
          .run(arguments.toArray(String[]::new));
    }
  }

  private JsonNode json() {
    return new JsonMapper().readTree(out.toString());
  }

  private RawServer tls(boolean wantsClient) {
    return RawServer.running(
        connection -> {
          connection.startTls(server, "TLSv1.3", wantsClient);
          connection.readRequest();
          connection.write(ANSWER);
          connection.readUntilClosed();
        });
  }

  /** A proxy that wants these credentials, and is the server too once they came. */
  private RawServer proxy(String credentials) {
    return RawServer.running(
        connection -> {
          if (!connection.readRequest().contains("\r\nProxy-Authorization: Basic " + credentials + "\r\n")) {
            connection.write("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
            return;
          }
          connection.write("HTTP/1.1 200 OK\r\n\r\n");
          connection.startTls(server, "TLSv1.3", false);
          connection.readRequest();
          connection.write(ANSWER);
          connection.readUntilClosed();
        });
  }

  @Test
  void aClientProvesItselfByItsCertificate() throws Exception {
    try (RawServer at = tls(true)) {
      int code =
          run(at, "--auth", "tls-client-auth", "--ca", ca, "--client-cert", client, "--client-cert-password-env", "PHRASE");
      assertThat(code).as("%s %s", out, err).isZero();
      assertThat(json().path("tls").path("trustedBy").path(0).stringValue()).isEqualTo("extra");
      assertThat(json().path("tls").path("chain").path(0).path("names").path(0).stringValue()).isEqualTo("localhost");
      assertThat(new String(at.only().received(), StandardCharsets.ISO_8859_1))
          .contains("client_id=me")
          .doesNotContain("client_secret")
          .doesNotContain("Authorization");
    }
  }

  @Test
  void whatIsWrongWithTheCertificateIsSaidAndNothingIsSent() {
    try (RawServer at = tls(true)) {
      String[] wrong = {"--auth", "tls-client-auth", "--ca", ca, "--client-cert", client, "--client-cert-password-env", "OTHER"};
      assertThat(run(at, wrong)).isEqualTo(2);
      assertThat(err.toString()).contains("passphrase is wrong");
      assertThat(run(at, "--auth", "tls-client-auth", "--ca", ca, "--client-cert", client)).isEqualTo(2);
      assertThat(err.toString()).contains("enter its passphrase");
      assertThat(run(at, "--auth", "tls-client-auth", "--ca", ca)).isEqualTo(2);
      assertThat(err.toString()).contains("Choose the certificate of the client");
      assertThat(at.connections()).isEmpty();
      assertThat(run(at, "--auth", "none", "--ca", ca)).isEqualTo(30);
      assertThat(json().path("failure").path("kind").stringValue()).isEqualTo("client-certificate");
    }
  }

  @Test
  void aProxysRefusalIsNeverTheServers() {
    try (RawServer proxy = proxy("bWU6Y2FuYXJ5LXByb3h5")) {
      assertThat(run(proxy, "--auth", "none", "--ca", ca, "--proxy", "http://127.0.0.1:" + proxy.port())).isEqualTo(30);
      assertThat(json().path("failure").path("kind").stringValue()).isEqualTo("proxy-authentication");
      assertThat(json().path("status").isNull()).isTrue();
    }
    try (RawServer proxy = RawServer.answering("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")) {
      assertThat(run(proxy, "--auth", "none", "--ca", ca, "--proxy", "http://127.0.0.1:" + proxy.port())).isEqualTo(30);
      assertThat(json().path("failure").path("kind").stringValue()).isEqualTo("proxy-refused");
      assertThat(json().path("status").isNull()).isTrue();
    }
  }

  @Test
  void aProxyGetsItsCredentials() {
    try (RawServer proxy = proxy("bWU6Y2FuYXJ5LXByb3h5")) {
      String url = "http://127.0.0.1:" + proxy.port();
      String[] options = {"--auth", "none", "--ca", ca, "--proxy", url, "--proxy-user", "me", "--proxy-password-env", "PROXY"};
      assertThat(run(proxy, options)).as("%s %s", out, err).isZero();
      assertThat(json().path("route").path("why").stringValue()).isEqualTo("named");
      assertThat(json().path("route").path("proxy").stringValue()).isEqualTo("127.0.0.1:" + proxy.port());
    }
  }

  @Test
  void settingsCountUnlessAnOptionSaysOtherwise() throws Exception {
    try (RawServer at = tls(false)) {
      Connection usual = Connection.USUAL.withAuthorities(ca).withProxy(ProxyMode.NAMED).withProxyUrl("127.0.0.1:1");
      new JsonSettingsStore(folder, InstantSource.system()).save(new Settings(usual, Set.of()));
      assertThat(run(at, "--auth", "none")).isEqualTo(30);
      assertThat(json().path("failure").path("phase").stringValue()).isEqualTo("connect");
      assertThat(run(at, "--auth", "none", "--no-proxy")).as("%s %s", out, err).isZero();
      assertThat(json().path("route").path("why").stringValue()).isEqualTo("switched-off");
      assertThat(run(at, "--auth", "none", "--no-proxy", "--proxy", "http://127.0.0.1:1")).isEqualTo(2);
    }
  }

  @Test
  void settingsThatCannotBeReadAreSaidAndNotSilentlyLeftOut() throws Exception {
    Files.writeString(folder.resolve("settings.json"), "{\"version\":1,");
    try (RawServer at = tls(false)) {
      assertThat(run(at, "--auth", "none", "--ca", ca)).as("%s %s", out, err).isZero();
      assertThat(err.toString()).contains("The settings file is damaged");
    }
    err.getBuffer().setLength(0);
    try (RawServer at = tls(false)) {
      assertThat(run(at, "--auth", "none", "--ca", ca)).isZero();
      assertThat(err.toString()).as("going direct is never silent").contains("The settings file is damaged");
    }
  }

  @Test
  void withABrokenIpv6TheGrantWorksAndTheDetourIsShown() {
    names = _ -> List.of(InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("2001:db8::1"), InetAddress.ofLiteral("127.0.0.1"));
    try (RawServer at = tls(false)) {
      assertThat(run(at, "--auth", "none", "--ca", ca)).as("%s %s", out, err).isZero();
      JsonNode attempts = json().path("attempts");
      assertThat(attempts.size()).isEqualTo(3);
      assertThat(attempts.path(0).path("address").stringValue()).contains(":");
      assertThat(Optional.ofNullable(attempts.path(0).path("failure").stringValue(null))).isPresent();
      assertThat(attempts.path(2).path("address").stringValue()).isEqualTo("127.0.0.1");
      assertThat(attempts.path(2).path("failure").isNull()).isTrue();
    } finally {
      names = NameResolver.SYSTEM;
    }
  }
}
