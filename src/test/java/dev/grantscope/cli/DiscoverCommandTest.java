package dev.grantscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.files.JsonSettingsStore;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.WireConnections;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.fixture.RefusingPort;
import dev.grantscope.fixture.SpringServer;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code discover} as the contract has it, against Spring Authorization Server and raw servers. */
class DiscoverCommandTest {
  private static final String TENANT = "11e85da0-f32c-7e10-898c-0242ac110003";

  private final SocketWire wire = new SocketWire();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path home = Path.of("");

  @AfterEach
  void close() {
    wire.close();
  }

  private int run(String... arguments) {
    return new CommandLineProgram(
            new CliServices(
                () -> new GrantService(wire, "Test/1"),
                () -> new ApiCallService(wire, "Test/1"),
                () -> new Discovery(wire, "Test/1"),
                () -> new JsonProfileStore(home, InstantSource.system()),
                () -> {
                  throw new IllegalStateException("No keyring is to be asked");
                },
                () -> new WireConnections(Routing.DIRECT, InstantSource.system()),
                new DiskKeyFiles(),
                () -> new JsonSettingsStore(home, InstantSource.system()),
                () -> ProviderReader.Reading.NOTHING,
                PracticeTenant::new,
                new Texts(),
                Map.of(),
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                "test"))
        .run(arguments);
  }

  private JsonNode json(String... arguments) {
    run(Stream.concat(Arrays.stream(arguments), Stream.of("--output", "json")).toArray(String[]::new));
    return new JsonMapper().readTree(out.toString());
  }

  private static String issuer() {
    return SpringServer.running().issuer();
  }

  private static String url(RawServer server) {
    return "http://127.0.0.1:" + server.port();
  }

  @Test
  void aRealServerIsFoundAndComparedWithTheGrant() {
    JsonNode json = json("discover", issuer(), "--scope", "read", "--auth", "post");

    assertThat(json.path("outcome").asString()).isEqualTo("found");
    assertThat(json.path("form").asString()).isEqualTo("oauth-inserted");
    assertThat(json.path("issuerMatch").asString()).isEqualTo("same");
    assertThat(json.path("metadata").path("token_endpoint").asString()).isEqualTo(SpringServer.running().tokenUrl().toString());
    assertThat(json.path("metadata").path("jwks_uri").asString()).startsWith(issuer());
    assertThat(json.path("metadata").path("introspection_endpoint").asString()).startsWith(issuer());
    assertThat(json.path("grant").path("grantType").path("advertised").asBoolean()).isTrue();
    assertThat(json.path("grant").path("authentication").path("value").asString()).isEqualTo("client_secret_post");
    assertThat(json.path("grant").path("authentication").path("advertised").asBoolean()).isTrue();
    assertThat(json.path("attempts").path(0).path("result").asString()).isNotEqualTo("metadata");
    assertThat(json.path("attempts").path(1).path("request").asString()).startsWith("GET /.well-known/oauth-authorization-server HTTP/1.1\r\n");
    assertThat(json.path("attempts").path(1).path("response").asString()).startsWith("HTTP/1.1 200");
  }

  @Test
  void textSaysWhatWasFoundAndFromWhere() {
    assertThat(run("discover", issuer())).isZero();
    assertThat(out.toString())
        .contains("The issuer describes itself", "Token endpoint: " + SpringServer.running().tokenUrl(), "RFC 8414: between host and path")
        .contains("── Request ──", "── Response ──");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void absenceIsNeverARefusal() {
    try (RawServer server = metadata("{'issuer':'ISSUER'}")) {
      JsonNode json = json("discover", url(server), "--scope", "a");

      assertThat(json.path("metadata").path("grant_types_supported").isNull()).isTrue();
      assertThat(json.path("grant").path("grantType").path("advertised").isNull()).isTrue();
      assertThat(json.path("grant").path("authentication").path("advertised").isNull()).isTrue();
      assertThat(json.path("grant").path("scopes").path(0).path("advertised").isNull()).isTrue();
    }
  }

  @Test
  void aScopeInAnotherCaseIsNamed() {
    try (RawServer server = metadata("{'issuer':'ISSUER','scopes_supported':['Reports','other']}")) {
      assertThat(run("discover", url(server), "--scope", "reports")).isZero();
      assertThat(out.toString()).contains("Written in another case: reports → Reports");
    }
  }

  @Test
  void aSavedProfileIsComparedAndNoKeyringAsked() throws StorageException {
    ProfileDraft draft = ProfileDraft.blank("oauth").withScope("A").withTokenUrl("https://as.example/token");
    new JsonProfileStore(home, InstantSource.system()).save(List.of(Profile.blank(new UUID(0, 1), "Mine", draft)));
    try (RawServer server = metadata("{'issuer':'ISSUER','token_endpoint':'https://as.example/token','scopes_supported':['A']}")) {
      JsonNode json = json("discover", url(server), "--profile", "Mine");

      assertThat(json.path("grant").path("scopes").path(0).path("advertised").asBoolean()).isTrue();
      assertThat(json.path("grant").path("tokenUrlIsTheTokenEndpoint").asBoolean()).isTrue();
    }
  }

  @Test
  void anIssuerThatDiffersIsSaid() {
    try (RawServer server = metadata("{'issuer':'https://other.example','token_endpoint':'http://other.example/t'}")) {
      assertThat(run("discover", url(server))).isZero();
      assertThat(out.toString()).contains("a document of another issuer must not be used", "No secret can be sent there");
    }
  }

  @Test
  void exitCodesTellWhatWasMissing() {
    try (RawServer page = RawServer.answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>")) {
      assertThat(run("discover", url(page))).isEqualTo(ExitCode.NOT_OAUTH);
      assertThat(out.toString()).contains("No metadata was found", "A web page (200)");
    }
    try (RefusingPort nobody = new RefusingPort()) {
      assertThat(run("discover", "http://127.0.0.1:" + nobody.port())).isEqualTo(ExitCode.NOT_REACHED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"as.example", "http://as.example", "https://id:canary-secret@as.example", "https://as.example?client_secret=canary-secret"})
  void whatIsNoIssuerIsNotRepeated(String typed) {
    assertThat(run("discover", typed)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).startsWith("grantscope: ISSUER, the first argument, is a URL: https").doesNotContain("canary");
  }

  @Test
  void wrongUseIsRefused() {
    assertThat(run("discover")).isEqualTo(ExitCode.USAGE);
    assertThat(run("discover", "https://as.example", "--tenant", "12")).isEqualTo(ExitCode.USAGE);
    assertThat(run("discover", "https://as.example", "--output", "junit")).isEqualTo(ExitCode.USAGE);
    assertThat(run("discover", "https://as.example", "--profile", "nobody")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aTenantOfCxoneIsAskedForToo() {
    String configuration = "{'tenantId':'" + TENANT + "','area':'eu1','api_endpoint':'https://api-eu1.niceincontact.com','domain':'niceincontact.com'}";
    try (RawServer server = metadata("{'issuer':'ISSUER'}", configuration)) {
      JsonNode json = json("discover", url(server), "--tenant", TENANT);

      assertThat(json.path("tenant").path("area").asString()).isEqualTo("eu1");
      assertThat(json.path("tenant").path("api_endpoint").asString()).isEqualTo("https://api-eu1.niceincontact.com");
      assertThat(json.path("tenant").path("request").asString())
          .startsWith("GET /.well-known/cxone-configuration?tenantId=" + TENANT + " HTTP/1.1");
    }
  }

  @Test
  void aTenantThatIsNotKnownThereIsExitCode21() {
    try (RawServer server = metadata("{'issuer':'ISSUER'}", "{'message':'no such tenant'}")) {
      assertThat(run("discover", url(server), "--tenant", TENANT)).isEqualTo(ExitCode.NOT_OAUTH);
      assertThat(out.toString()).contains("No configuration of this tenant");
    }
  }

  private static RawServer metadata(String document) {
    return metadata(document, "{}");
  }

  /** ISSUER in the document becomes the server's own. */
  private static RawServer metadata(String document, String configuration) {
    return RawServer.running(
        connection -> {
          String head = connection.readRequest();
          String host = head.replaceFirst("(?s).*\r\nHost: ([^\r]+)\r\n.*", "$1");
          String body = head.contains("cxone-configuration") ? configuration : document;
          connection.write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n" + body.replace('\'', '"').replace("ISSUER", "http://" + host));
        });
  }
}
