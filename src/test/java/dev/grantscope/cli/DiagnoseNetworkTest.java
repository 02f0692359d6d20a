package dev.grantscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.RefusingPort;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every way of not getting there has its own cause, from the command to the socket, and none is taken for another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DiagnoseNetworkTest {
  private static final String REFUSAL = "{\"error\":\"invalid_client\"}";
  private static final WireLimits LIMITS = WireLimits.within(Duration.ofSeconds(20));

  private TestAuthority authority;
  private TestAuthority stranger;

  /** What listens, and what is to come of it. */
  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  enum Fault {
    EXPIRED("tls-expired", test -> tls(test.authority.expired(), false)),
    NOT_YET_VALID("tls-not-yet-valid", test -> tls(test.authority.notYetValid(), false)),
    WRONG_NAME("tls-name", test -> tls(test.authority.wrongName(), false)),
    SELF_SIGNED("tls-untrusted", test -> tls(test.authority.selfSigned(), false)),
    UNKNOWN_AUTHORITY("tls-untrusted", test -> tls(test.stranger.server(), false)),
    CLIENT_CERTIFICATE("client-certificate", test -> tls(test.authority.server(), true)),
    OLD_PROTOCOL("tls-handshake", _ -> RawServer.speaking("15030100020246")),
    PLAIN_TEXT("tls-handshake", _ -> RawServer.speaking(HexFormat.of().formatHex("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))),
    SILENT("timeout", _ -> RawServer.running(RawServer.Connection::readUntilClosed));

    private final String cause;
    private final Function<DiagnoseNetworkTest, RawServer> server;

    Fault(String cause, Function<DiagnoseNetworkTest, RawServer> server) {
      this.cause = cause;
      this.server = server;
    }
  }

  @BeforeAll
  void certificates(@TempDir Path folder) throws Exception {
    authority = TestAuthority.in(Files.createDirectory(folder.resolve("known")));
    stranger = TestAuthority.in(Files.createDirectory(folder.resolve("stranger")));
  }

  private static RawServer tls(SSLContext context, boolean needClientCertificate) {
    return RawServer.running(
        connection -> {
          connection.startTls(context, "TLSv1.3", needClientCertificate);
          connection.readRequest();
          connection.write(answer(Instant.now()));
          connection.readUntilClosed();
        });
  }

  private static RawServer dated(Instant date) {
    return RawServer.running(
        connection -> {
          connection.readRequest();
          connection.write(answer(date));
          connection.readUntilClosed();
        });
  }

  private static String answer(Instant date) {
    return "HTTP/1.1 401 Unauthorized\r\nContent-Type: application/json\r\nDate: "
        + DateTimeFormatter.RFC_1123_DATE_TIME.format(date.atOffset(ZoneOffset.UTC))
        + "\r\nContent-Length: "
        + REFUSAL.length()
        + "\r\n\r\n"
        + REFUSAL;
  }

  /** Within a limit, the findings of a form that points there. */
  private JsonNode findings(String url, WireLimits limits) {
    StringWriter out = new StringWriter();
    WireSettings settings = new WireSettings(limits, Routing.DIRECT, List.of(authority.certificate()), Optional.empty());
    CliServices services =
        new CliServices(
            () -> new GrantService(new SocketWire(), "GrantScope/test"),
            () -> {
              throw new AssertionError();
            },
            () -> new Discovery(new SocketWire(), "GrantScope/test"),
            NoProfiles::new,
            () -> {
              throw new IllegalStateException("No keyring is to be asked");
            },
            () -> (_, _) -> new Connections.Resolved(Optional.of(settings), List.of()),
            _ -> Secret.NONE,
            NoSettings::new,
            () -> ProviderReader.Reading.NOTHING,
            PracticeTenant::new,
            new Texts(),
            Map.of("SECRET", "s3cr3t-canary"),
            InputStream.nullInputStream(),
            new PrintWriter(out, true),
            new PrintWriter(out, true),
            "test");
    new CommandLineProgram(services)
        .run("diagnose", "--token-url", url, "--client-id", "id-1", "--secret-env", "SECRET", "--yes", "--pause", "0", "--output", "json");
    assertThat(out.toString()).doesNotContain("canary");
    return new JsonMapper().readTree(out.toString()).path("findings");
  }

  private static List<String> proved(JsonNode findings) {
    return findings.valueStream().filter(it -> it.path("strength").asString().equals("proved")).map(it -> it.path("cause").asString()).toList();
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void eachIsProvedAndNothingElseIs(Fault fault) {
    WireLimits limits = fault == Fault.SILENT ? WireLimits.within(Duration.ofMillis(600)) : LIMITS;
    try (RawServer server = fault.server.apply(this)) {
      JsonNode findings = findings("https://localhost:" + server.port() + "/token", limits);

      assertThat(findings.path(0).path("cause").asString()).isEqualTo(fault.cause);
      assertThat(proved(findings)).containsExactly(fault.cause);
      assertThat(findings.path(0).path("evidence").asString()).contains("Seen twice").endsWith(".");
    }
  }

  @Test
  void aPortThatNobodyListensAtIsProved() {
    try (RefusingPort nobody = new RefusingPort()) {
      assertThat(proved(findings("https://localhost:" + nobody.port() + "/token", LIMITS))).containsExactly("connection-refused");
    }
  }

  @Test
  void aNameWithoutAddressIsProved() {
    assertThat(proved(findings("https://nobody.invalid/token", LIMITS))).containsExactly("dns");
  }

  @ParameterizedTest
  @EnumSource(value = Fault.class, names = {"EXPIRED", "NOT_YET_VALID"})
  void aCertificateOutOfItsTimeMayBeAWrongClock(Fault fault) {
    try (RawServer server = fault.server.apply(this)) {
      JsonNode clock = findings("https://localhost:" + server.port() + "/token", LIMITS).path(1);

      assertThat(clock.path("cause").asString()).isEqualTo("clock-skew");
      assertThat(clock.path("strength").asString()).isEqualTo("likely");
      assertThat(clock.path("evidence").asString()).containsPattern("valid from \\d{4}-.* UTC to .* UTC; the clock of this machine says .* UTC");
    }
  }

  @Test
  void aClockThatDiffersIsSaidWithItsNumbersAndIsNoCause() {
    try (RawServer server = dated(Instant.now().minusSeconds(600))) {
      JsonNode findings = findings("http://127.0.0.1:" + server.port() + "/token", LIMITS);

      assertThat(findings.path(0).path("cause").asString()).isEqualTo("client-or-secret-wrong");
      JsonNode clock = findings.path(findings.size() - 1);
      assertThat(clock.path("cause").asString()).isEqualTo("clock-skew");
      assertThat(clock.path("evidence").asString()).containsPattern("they are (599|60[0-9]|598) s apart");
      assertThat(clock.path("advice").asString()).contains("not why a request with a secret is refused");
    }
  }

  @Test
  void aClockThatIsRightEnoughIsNotSpokenOf() {
    try (RawServer server = dated(Instant.now().minusSeconds(50))) {
      assertThat(findings("http://127.0.0.1:" + server.port() + "/token", LIMITS).valueStream().map(it -> it.path("cause").asString()))
          .doesNotContain("clock-skew");
    }
  }
}
