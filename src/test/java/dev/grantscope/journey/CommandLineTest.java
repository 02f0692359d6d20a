package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.files.JsonSettingsStore;
import dev.grantscope.adapter.files.ProvidersFile;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.WireConnections;
import dev.grantscope.cli.CliServices;
import dev.grantscope.cli.CommandLineProgram;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.fixture.RefusingPort;
import dev.grantscope.fixture.SpringServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code run} as the contract has it, against the practice tenant and raw servers. */
class CommandLineTest {
  private static final String SECRET = "canary-S3cret/+%&";

  private final SocketWire wire = new SocketWire();
  private final PracticeTenant practice = new PracticeTenant(0);
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private String stdin = "";
  private Optional<Reason> keyringTrouble = Optional.empty();
  private Optional<Secret> inKeyring = Optional.empty();
  private String base = "";
  @TempDir private Path home = Path.of("");

  @BeforeEach
  void start() throws IOException {
    base = practice.start();
  }

  @AfterEach
  void close() {
    practice.close();
    wire.close();
  }

  private int run(String... arguments) {
    return program(new PrintWriter(out)).run(arguments);
  }

  private CommandLineProgram program(PrintWriter output) {
    return new CommandLineProgram(
            new CliServices(
                () -> new GrantService(wire, "GrantScope/test"),
                () -> new ApiCallService(wire, "Test/1"),
                () -> new Discovery(wire, "GrantScope/test"),
                () -> new JsonProfileStore(home, InstantSource.system()),
                OneSecret::new,
                () -> new WireConnections(Routing.DIRECT, InstantSource.system()),
                new DiskKeyFiles(),
                () -> new JsonSettingsStore(home, InstantSource.system()),
                () -> new ProvidersFile(home).read(),
                _ -> practice,
                new Texts(),
                Map.of("GS_SECRET", SECRET, "GS_PRACTICE", "practice-secret", "GS_EMPTY", ""),
                new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
                output,
                new PrintWriter(err),
                "test"));
  }

  private int runOn(RawServer server, String... more) {
    List<String> arguments =
        new ArrayList<>(List.of("run", "--token-url", "http://127.0.0.1:" + server.port() + "/token", "--client-id", "me"));
    arguments.addAll(List.of("--secret-env", "GS_SECRET", "--output", "json"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private JsonNode json() {
    return new JsonMapper().readTree(out.toString());
  }

  /** What can be said without an experiment; nothing is wrong with a grant as asked. */
  @ParameterizedTest
  @CsvSource({
    "Granted as asked, -",
    "Permission not saved, scope-narrowed server-says",
    "Expired secret, secret-expired server-says",
    "Rate limited, rate-limited server-says",
    "Wants encoded Basic, basic-encoding likely",
    "'Thread A: 403', scope-required unknown",
  })
  void aRunSaysWhatItFindsAtOnce(String lesson, String first) {
    run("run", lesson, "--output", "json");

    assertThat(json().path("findings").isArray()).isTrue();
    JsonNode finding = json().path("findings").path(0);
    String found = finding.isMissingNode() ? "-" : finding.path("cause").asString() + " " + finding.path("strength").asString();
    assertThat(found).isEqualTo(first);
    assertThat(json().has("experiments")).isFalse();
  }

  @Test
  void aRunThatReachesNobodySaysWhy() throws IOException {
    try (RefusingPort port = new RefusingPort()) {
      String url = "http://127.0.0.1:" + port.port() + "/token";
      assertThat(run("run", "--token-url", url, "--client-id", "me", "--secret-env", "GS_SECRET", "--output", "json")).isEqualTo(30);
    }

    assertThat(json().path("findings").path(0).path("cause").asString()).isEqualTo("connection-refused");
    assertThat(out.toString()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-sS3cretValue", "--secret:S3cretValue", "--S3cretValue", "-S3cretValue"})
  void anOptionThatIsNotKnownIsRepeatedOnlyWhereItIsAName(String option) {
    assertThat(run("run", option)).isEqualTo(2);

    assertThat(err.toString()).startsWith("grantscope: Unknown option").doesNotContain("S3cretValue");
  }

  @Test
  void anArgumentThatBeginsWithAnAtIsNoFile() throws IOException {
    Path file = Files.writeString(home.resolve("arguments"), "--version");

    assertThat(run("run", "--token-url", base + "/granted-as-asked/oauth/token", "--client-id", "@" + file)).isEqualTo(2);
    assertThat(err.toString()).contains("secret");
  }

  @Test
  void anErrorOfTheMachineIsAFaultAndItsMessageIsNotRepeated() {
    Writer broken =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) {
            throw new StackOverflowError("canary");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThat(program(new PrintWriter(broken)).run("run", "Granted as asked")).isEqualTo(1);

    assertThat(err.toString()).startsWith("grantscope: A fault in GrantScope: java.lang.StackOverflowError").doesNotContain("canary");
  }

  @Test
  void whereTheOutputCannotBeWrittenThatIsSaid() {
    Writer full =
        new Writer() {
          @Override
          public void write(char[] text, int from, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThat(program(new PrintWriter(full)).run("run", "Granted as asked")).isZero();

    assertThat(err.toString()).isEqualTo("grantscope: The output could not be written" + System.lineSeparator());
  }

  private static String answer(int status, String type, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static String token(String more) {
    return answer(200, "application/json", "{\"access_token\":\"tok-canary\",\"token_type\":\"Bearer\",\"expires_in\":3600" + more + "}");
  }

  @Test
  void grantedGivesTheContractsJson() {
    try (RawServer server = RawServer.answering(token(",\"scope\":\"a b\""))) {
      assertThat(runOn(server, "--scope", "a", "--scope", "b")).isZero();
    }
    JsonNode json = json();
    assertThat(json.path("outcome").stringValue()).isEqualTo("granted");
    assertThat(json.path("status").intValue()).isEqualTo(200);
    assertThat(json.path("error").isNull()).isTrue();
    assertThat(json.path("scope").toString())
        .isEqualTo("{\"requested\":[\"a\",\"b\"],\"granted\":[\"a\",\"b\"],\"missing\":[],\"extra\":[],\"source\":\"response\"}");
    assertThat(json.path("token").toString()).isEqualTo("{\"type\":\"Bearer\",\"expiresIn\":3600,\"jwt\":null}");
    assertThat(json.path("phases").valueStream().map(it -> it.path("name").stringValue()))
        .containsExactly("lookup", "connect", "send", "wait", "receive");
    assertThat(json.path("request").stringValue()).startsWith("POST /token HTTP/1.1\r\nHost: 127.0.0.1:").contains("Authorization: Basic ‹redacted›\r\n");
    assertThat(json.path("response").stringValue()).contains("\"access_token\":\"‹redacted›\"");
  }

  @Test
  void secretsAreShownOnlyOnRequest() {
    try (RawServer server = RawServer.answering(token(""))) {
      runOn(server);
      assertThat(out.toString() + err).doesNotContain("canary");
      assertThat(runOn(server, "--reveal", "--auth", "basic-raw")).isZero();
    }
    String basic = Base64.getEncoder().encodeToString(("me:" + SECRET).getBytes(StandardCharsets.UTF_8));
    assertThat(out.toString()).contains("Basic " + basic).contains("tok-canary");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | granted   | {\"access_token\":\"t\",\"token_type\":\"b\",\"scope\":\"a b c\"}",
        "10 | narrowed  | {\"access_token\":\"t\",\"token_type\":\"b\",\"scope\":\"a\"}",
        "10 | narrowed  | {\"access_token\":\"t\",\"token_type\":\"b\",\"scope\":\"\"}",
        "0  | granted   | {\"access_token\":\"t\",\"token_type\":\"b\"}",
        "21 | not-oauth | <html>login</html>",
        "21 | not-oauth | ''",
        "21 | not-oauth | [1]",
      })
  void exitCodeAndOutcomeOfA200(int code, String outcome, String body) {
    try (RawServer server = RawServer.answering(answer(200, "application/json", body))) {
      assertThat(runOn(server, "--scope", "a b")).isEqualTo(code);
    }
    assertThat(json().path("outcome").stringValue()).isEqualTo(outcome);
  }

  @Test
  void notStatedIsAFailureOnlyWhenAskedFor() {
    try (RawServer server = RawServer.answering(token(""))) {
      assertThat(runOn(server, "--scope", "a", "--require-scope")).isEqualTo(11);
    }
    assertThat(json().path("scope").path("source").stringValue()).isEqualTo("not-stated");
  }

  @Test
  void refusedSaysErrorAndDescription() {
    try (RawServer server =
        RawServer.answering(answer(403, "application/json", "{\"error\":\"invalid_grant\",\"errorDescription\":\"why\"}"))) {
      assertThat(runOn(server)).isEqualTo(20);
    }
    assertThat(json().path("error").stringValue()).isEqualTo("invalid_grant");
    assertThat(json().path("errorDescription").stringValue()).isEqualTo("why");
  }

  @Test
  void notReachedSaysPhaseAndKind() {
    try (RefusingPort nobody = new RefusingPort()) {
      String url = "http://127.0.0.1:" + nobody.port() + "/t";
      assertThat(run("run", "--token-url", url, "--client-id", "me", "--secret-env", "GS_SECRET", "--output", "json")).isEqualTo(30);
    }
    assertThat(json().path("failure").path("phase").stringValue()).isEqualTo("connect");
    assertThat(json().path("failure").path("kind").stringValue()).isEqualTo("refused");
  }

  @Test
  void aSilentServerEndsAtTheLimit() {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      assertThat(runOn(server, "--timeout", "0.5")).isEqualTo(30);
    }
    assertThat(json().path("failure").path("kind").stringValue()).isEqualTo("timeout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run",
        "run nobody-of-that-name",
        "run --token-url https://a.example/t --client-id x",
        "run --token-url https://a.example/{{org_name}} --client-id x --secret-env GS_SECRET",
        "run --token-url http://a.example/t --client-id x --secret-env GS_SECRET",
        "run --token-url https://a.example/t --client-id x --secret-env GS_SECRET --auth magic",
        "run --token-url https://a.example/t --client-id x --secret-env GS_SECRET --output xml",
        "run --token-url https://a.example/t --client-id x --secret-env GS_SECRET --timeout soon",
        "run --token-url https://a.example/t --client-id x --secret-env GS_SECRET --header Authorization:Basic",
        "run --token-url https://a.example/t --client-id x --secret-env GS_SECRET --secret-stdin",
        "run --token-url https://a.example/t --client-id x --secret=canary",
        "run --token-url https://a.example/t --client-id x --secret canary",
        "run a canary",
        "frobnicate",
      })
  void wrongUseIsOneLineAndSendsNothing(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(err.toString().strip().lines()).hasSize(1);
    assertThat(err.toString()).doesNotContain("canary", "Exception");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void theSecretOnStandardInputIsTakenAsItIs() {
    stdin = "with newline\n";
    try (RawServer server = RawServer.answering(token(""))) {
      String url = "http://127.0.0.1:" + server.port() + "/t";
      assertThat(run("run", "--token-url", url, "--client-id", "me", "--secret-stdin", "--auth", "post", "--reveal", "--output", "json")).isZero();
    }
    assertThat(json().path("request").stringValue()).endsWith("client_secret=with+newline%0A");
    assertThat(err.toString().strip())
        .isEqualTo("grantscope: secret: Ends with U+000A LINE FEED, which cannot be seen. It is sent as it stands.");
  }

  @Test
  void whatIsMissingIsSaidInTheWordsOfTheCommandLine() {
    assertThat(run("run", "--token-url", "https://a.example/t", "--client-id", "x")).isEqualTo(2);
    assertThat(err.toString()).contains("secret: Give it with --secret-env NAME or --secret-stdin");
    assertThat(run("run", "nobody-of-that-name")).isEqualTo(2);
    assertThat(err.toString()).contains("There are: Granted as asked, Permission not saved,").contains(" more");
  }

  @Test
  void whatIsTooLongIsRefusedBeforeAnythingIsSent() {
    String url = base + "/granted-as-asked/oauth/token";
    assertThat(run("run", "--token-url", url, "--client-id", "c".repeat(5_000), "--secret-env", "GS_SECRET")).isEqualTo(2);
    assertThat(err.toString()).contains("client id: 5,000 characters are too many: at most 4,096");
    assertThat(run("run", "--token-url", url, "--client-id", "c", "--scope", "s ".repeat(20_000), "--secret-env", "GS_SECRET")).isEqualTo(2);
    assertThat(err.toString()).contains("scope: 40,000 characters are too many: at most 32,768");
    assertThat(run("call", "http://127.0.0.1:1/" + "u".repeat(9_000), "--token-url", url, "--client-id", "c", "--secret-env", "GS_SECRET")).isEqualTo(2);
    assertThat(err.toString()).contains("URL: 9,019 characters are too many: at most 8,192");
    stdin = "s3cret".repeat(50_000);
    assertThat(run("run", "--token-url", url, "--client-id", "c", "--secret-stdin")).isEqualTo(2);
    assertThat(err.toString()).contains("The secret on standard input is too long: at most 8,192 characters").doesNotContain("s3crets3cret");
  }

  @Test
  void aSecretThatIsNotThereIsSaidWithTheWayToGiveIt() throws StorageException {
    assertThat(run("run", "--token-url", "https://a.example/t", "--client-id", "x", "--secret-env", "S3cretValue")).isEqualTo(40);
    assertThat(err.toString()).contains("--secret-env: there is no environment variable of that name").doesNotContain("S3cretValue");
    JsonProfileStore store = new JsonProfileStore(home, InstantSource.system());
    store.load();
    store.save(List.of(Profile.blank(new UUID(1, 2), "Stats", ProfileDraft.blank("oauth").withClientId("me").withTokenUrl("https://a.example/t"))));
    assertThat(run("run", "Stats")).isEqualTo(40);
    assertThat(err.toString()).contains("not in the keyring. Enter it in the window, or give it with --secret-env NAME / --secret-stdin");
  }

  @Test
  void aSavedProfileTakesItsSecretFromTheKeyring() throws StorageException {
    try (RawServer server = RawServer.answering(token(""))) {
      Profile saved =
          Profile.blank(
                  new UUID(1, 2),
                  "Queue statistics",
                  ProfileDraft.blank("oauth").withClientId("me").withTokenUrl("http://127.0.0.1:" + server.port() + "/t"))
              .withKeptSecret(Kind.CLIENT_SECRET, true);
      JsonProfileStore store = new JsonProfileStore(home, InstantSource.system());
      store.load();
      store.save(List.of(saved));

      inKeyring = Optional.of(Secret.of(SECRET));
      assertThat(run("run", "Queue statistics")).isZero();
      keyringTrouble = Optional.of(Reason.LOCKED_OR_TIMED_OUT);
      assertThat(run("run", "Queue statistics")).isEqualTo(40);
    }
    assertThat(err.toString()).contains("is locked or did not answer");
  }

  @Test
  void aSecretFromTheKeyringGoesToNoOtherHost() throws StorageException {
    Profile saved =
        Profile.blank(new UUID(1, 2), "Stats", ProfileDraft.blank("oauth").withClientId("me").withTokenUrl("https://one.example/t"))
            .withKeptSecret(Kind.CLIENT_SECRET, true);
    JsonProfileStore store = new JsonProfileStore(home, InstantSource.system());
    store.load();
    store.save(List.of(saved));
    inKeyring = Optional.of(Secret.of(SECRET));

    assertThat(run("run", "Stats", "--token-url", "https://other.example/t")).isEqualTo(2);
    assertThat(err.toString()).contains("is not for that host");
    store.save(List.of(saved.withKeptSecret(Kind.CLIENT_SECRET, false)));
    assertThat(run("run", "Stats")).isEqualTo(40);
  }

  @Test
  void aDamagedProfilesFileIsSaidAndNotJustEmpty() throws IOException {
    Files.writeString(home.resolve("profiles.json"), "{ not json");

    assertThat(run("run", "Stats")).isEqualTo(2);
    assertThat(err.toString()).contains("The profiles file was damaged");
  }

  @Test
  void aClaimOfTheTokenIsRedactedToo() {
    String claims = Base64.getUrlEncoder().withoutPadding().encodeToString(("{\"echo\":\"" + SECRET + "\"}").getBytes(StandardCharsets.UTF_8));
    String header = Base64.getUrlEncoder().withoutPadding().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));
    String body = "{\"access_token\":\"" + header + "." + claims + ".\",\"token_type\":\"b\"}";
    try (RawServer server = RawServer.answering(answer(200, "application/json", body))) {
      assertThat(runOn(server)).isZero();
    }
    assertThat(out.toString()).doesNotContain("canary");
    assertThat(json().path("token").path("jwt").path("claims").path("echo").stringValue()).contains("redacted");
  }

  @Test
  void httpThroughAProxyIsRefusedSinceTheProxyWouldReadTheSecret() {
    assertThat(run("run", "--token-url", "http://127.0.0.1:1/t", "--client-id", "x", "--secret-env", "GS_SECRET", "--proxy", "http://127.0.0.1:2")).isEqualTo(2);
    assertThat(err.toString()).contains("--proxy is for https only");
  }

  @Test
  void anEnvironmentVariableThatIsNotSetIsNoSecret() {
    assertThat(run("run", "--token-url", "https://a.example/t", "--client-id", "x", "--secret-env", "GS_EMPTY")).isEqualTo(40);
  }

  @Test
  void practiceProfilesRunByName() {
    assertThat(run("run", "Permission not saved", "--output", "json")).isEqualTo(10);
    assertThat(json().path("scope").path("missing").toString()).isEqualTo("[\"routing:queue:view\"]");
    assertThat(json().path("url").stringValue()).startsWith(base);
  }

  @Test
  void textForPeopleHasVerdictScopesAndWire() {
    assertThat(run("run", "Permission not saved")).isEqualTo(10);
    assertThat(out.toString())
        .startsWith("Token granted, but routing:queue:view is missing")
        .contains("missing  routing:queue:view", "── Request ──", "Authorization: Basic ‹redacted›", "── Response ──");
  }

  private final class OneSecret implements SecretStore {
    @Override
    public Optional<Secret> load(SecretKey key) throws SecretStoreException {
      if (keyringTrouble.isPresent()) {
        throw new SecretStoreException(keyringTrouble.get(), "test");
      }
      return inKeyring;
    }

    @Override
    public void save(SecretKey key, Secret secret) {
      inKeyring = Optional.of(secret);
    }

    @Override
    public void delete(SecretKey key) {
      inKeyring = Optional.empty();
    }

    @Override
    public String name() {
      return "Test Keyring";
    }
  }

  @Test
  void aCallThatIsAllowedHasBothInItsJsonAndNoToken() {
    assertThat(run("call", practiceUrl("analytics/queues/summary"), "Granted as asked", "--output", "json")).isZero();
    JsonNode call = json().path("call");
    assertThat(json().path("outcome").stringValue()).isEqualTo("granted");
    assertThat(call.path("status").intValue()).isEqualTo(200);
    assertThat(call.path("meaning").stringValue()).isEqualTo("allowed");
    assertThat(call.path("request").stringValue())
        .startsWith("GET /granted-as-asked/api/v2/analytics/queues/summary HTTP/1.1\r\n")
        .contains("Authorization: Bearer ‹redacted›\r\n");
    assertThat(out.toString()).doesNotContain("eyJ\"");
  }

  @Test
  void aCallThatIsRefusedEndsWith22AndSaysWhichScopeIsNeeded() {
    assertThat(run("call", practiceUrl("authorization/roles"), "Granted as asked", "--output", "json")).isEqualTo(22);
    JsonNode call = json().path("call");
    assertThat(call.path("meaning").stringValue()).isEqualTo("scope-missing");
    assertThat(call.path("error").stringValue()).isEqualTo("insufficient_scope");
    assertThat(call.path("scopeNeeded").stringValue()).isEqualTo("admin:role:view");
  }

  @Test
  void aCallInWordsTells401From403() {
    assertThat(run("call", practiceUrl("authorization/roles"), "Granted as asked")).isEqualTo(22);
    assertThat(out.toString()).contains("403, scope missing", "It needs the scope admin:role:view.", "── API response ──");
    assertThat(run("call", base + "/jwt-scope/api/v2/routing/queues", "Granted as asked")).isEqualTo(22);
    assertThat(out.toString()).contains("401, token refused", "The server says: invalid_token");
  }

  @Test
  void withoutATokenNothingIsCalled() {
    try (RawServer server = RawServer.answering(answer(401, "application/json", "{\"error\":\"invalid_client\"}"))) {
      String url = "http://127.0.0.1:" + server.port();
      assertThat(run("call", url + "/api", "--token-url", url + "/token", "--client-id", "me", "--secret-env", "GS_SECRET", "--output", "json"))
          .isEqualTo(20);
      assertThat(json().path("call").isNull()).isTrue();
    }
  }

  @Test
  void aTokenThatTheApiSaysBackIsNotPrinted() {
    try (RawServer server =
        RawServer.answering(token(",\"scope\":\"a\",\"echo\":\"" + "x" + "\""))) {
      String url = "http://127.0.0.1:" + server.port();
      assertThat(run("call", url + "/api", "--token-url", url + "/token", "--client-id", "me", "--secret-env", "GS_SECRET", "--output", "json"))
          .isZero();
      assertThat(out.toString()).doesNotContain("tok-canary").doesNotContain("canary-S3cret");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-url", "http://example.com/api", "https://id:canary-S3cret@host/", "https://api.example/#x"})
  void aUrlThatNoTokenMayGoToIsWrongUse(String url) {
    assertThat(run("call", url, "Granted as asked")).isEqualTo(2);
    assertThat(err.toString()).startsWith("grantscope: URL").doesNotContain("canary");
    assertThat(run("call", "https://api.example/", "Granted as asked", "--call-header", "Authorization: x")).isEqualTo(2);
    assertThat(run("call", "https://api.example/", "Granted as asked", "--method", "a b")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aSignedJwtProvesTheClientToARealServerAndTheKeyIsNeverShown(boolean pem) throws IOException {
    SpringServer server = SpringServer.running();
    Path key = home.resolve("key");
    Files.writeString(key, pem ? server.clientKeyPem() : server.clientKey());
    assertThat(
            run(
                "run", "--token-url", server.tokenUrl().toString(), "--client-id", SpringServer.KEY.id(), "--auth", "private-key-jwt",
                "--key", key.toString(), "--kid", "client-1", "--scope", "read", "--output", "json"))
        .as(out.toString() + err)
        .isZero();
    assertThat(json().path("outcome").stringValue()).isEqualTo("granted");
    assertThat(json().path("request").stringValue()).contains("client_assertion=‹redacted›").doesNotContain("Authorization:");
    assertThat(json().path("notes").size()).isZero();
  }

  @Test
  void aKeyThatCannotBeUsedIsSaidInWordsAndNothingIsSent() throws IOException {
    Path key = home.resolve("key");
    Files.writeString(key, "-----BEGIN ENCRYPTED PRIVATE KEY-----\ncanary\n");
    String[] arguments = {
      "run", "--token-url", "http://127.0.0.1:1/token", "--client-id", "me", "--auth", "private-key-jwt", "--key", key.toString()
    };
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(err.toString()).contains("The key is encrypted.").doesNotContain("canary");
    assertThat(run("run", "--token-url", "http://127.0.0.1:1/token", "--client-id", "me", "--auth", "private-key-jwt")).isEqualTo(2);
    assertThat(err.toString()).contains("Give the file of the private key with --key");
    assertThat(run("diagnose", "--yes", "--token-url", "http://127.0.0.1:1/t", "--client-id", "me", "--auth", "private-key-jwt")).isEqualTo(2);
  }

  private String practiceUrl(String resource) {
    return base + "/granted-as-asked/api/v2/" + resource;
  }
}
