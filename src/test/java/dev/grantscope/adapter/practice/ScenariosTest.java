package dev.grantscope.adapter.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.practice.PracticeClient.Form;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every scenario over a real socket: as it is seeded, and changed the right way. */
class ScenariosTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Queue<Duration> RESTS = new ConcurrentLinkedQueue<>();
  private static final PracticeTenant TENANT = new PracticeTenant(0, false, RESTS::add);

  @BeforeAll
  static void start() throws IOException {
    TENANT.start();
  }

  @AfterAll
  static void stop() {
    TENANT.close();
  }

  /** Saved profiles and secrets in keyrings go by these ids. */
  @Test
  void eachProfileHasTheIdThatItAlwaysHad() {
    assertThat(TENANT.scenarios())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            it ->
                assertThat(it.profile().id())
                    .isEqualTo(UUID.nameUUIDFromBytes(("grantscope-practice:" + it.id()).getBytes(StandardCharsets.UTF_8))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          granted-as-asked        | 200 | -                 | -                                                 | analytics:call-quality:view routing:queue:view
          permission-not-saved    | 200 | -                 | -                                                 | analytics:call-quality:view openid
          scope-not-stated        | 200 | -                 | -                                                 | -
          jwt-scope               | 200 | -                 | -                                                 | -
          thread-a-403            | 403 | invalid_grant     | -                                                 | -
          thread-b-400            | 400 | invalid_grant     | The authorization grant is invalid, expired, or revoked | -
          secret-trailing-newline | 401 | invalid_client    | Client authentication failed                      | -
          wants-basic             | 401 | invalid_client    | Client authentication failed                      | -
          wants-encoded-basic     | 401 | invalid_client    | Client authentication failed                      | -
          wants-raw-basic         | 401 | invalid_client    | Client authentication failed                      | -
          json-refused            | 400 | invalid_request   | Missing form parameter: grant_type                | -
          access-key-as-client    | 401 | invalid_client    | Client authentication failed                      | -
          wrong-region            | 400 | invalid_client    | authentication failed                             | -
          slow                    | 200 | -                 | -                                                 | routing:queue:view
          rate-limited            | 429 | too_many_requests | Rate limit exceeded, try again in 30 seconds      | -
          expired-secret          | 401 | invalid_client    | The client secret has expired                     | -
          scope-refused           | 400 | invalid_scope     | This client may not have a scope that was asked for | -
          wrong-secret            | 401 | invalid_client    | Client authentication failed                      | -
          unknown-client          | 401 | invalid_client    | There is no such client                           | -
          wrong-secret-or-client  | 401 | invalid_client    | Client authentication failed                      | -
          unknown-client-or-secret | 401 | invalid_client   | Client authentication failed                      | -
          wants-body              | 401 | invalid_client    | Client authentication failed                      | -
          secret-encoded          | 401 | invalid_client    | Client authentication failed                      | -
          wants-json              | 400 | invalid_request   | Missing form parameter: grant_type                | -
          grant-not-allowed       | 400 | unauthorized_client | This client may not use this grant type         | -
          grant-unsupported       | 400 | unsupported_grant_type | This grant type is not supported             | -
          scope-required          | 400 | invalid_scope     | A scope is required                               | -
          scope-commas            | 400 | invalid_scope     | This client may not have a scope that was asked for | -
          audience-required       | 400 | invalid_request   | The parameter audience is required                | -
          refused-later           | 403 | access_denied     | Policy 4711                                       | -
          one-answer-for-all      | 400 | invalid_grant     | Invalid grant                                     | -
          client-disabled         | 401 | invalid_client    | This client is disabled                           | -
          audience-named          | 400 | invalid_request   | The parameter audience is required, such as https://api.practice.example | -
          resource-not-audience   | 400 | invalid_target    | The parameter resource is missing                 | -
          audience-wrong          | 400 | invalid_target    | This server issues no tokens for that API         | -
          scope-case              | 400 | invalid_scope     | This client may not have a scope that was asked for | -
          default-scope           | 400 | invalid_scope     | The scope must be the identifier of the API followed by /.default | -
          wrong-path              | 404 | not_found         | -                                                 | -
          """)
  void asSeededItAnswersJson(String id, int status, String error, String description, String scope) throws Exception {
    HttpResponse<String> response = client().run(seed(id));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(response.headers().firstValue("Server")).contains("GrantScope-Practice");
    JsonNode body = JSON.readTree(response.body());
    assertThat(body.path("error").asString("-")).isEqualTo(error);
    assertThat(body.path("error_description").asString("-")).isEqualTo(description);
    assertThat(body.path("scope").asString("-")).isEqualTo(scope);
    assertThat(body.has("access_token")).isEqualTo(status == 200);
  }

  @ParameterizedTest
  @CsvSource({
    "html-login, 200, Content-Type, text/html; charset=utf-8",
    "redirect, 302, Location, /login",
    "server-error, 503, Via, 1.1 practice-gateway",
    "not-for-post, 405, Allow, GET"
  })
  void asSeededItAnswersSomethingElseThanOAuth(String id, int status, String header, String value) throws Exception {
    HttpResponse<String> response = client().run(seed(id));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue(header)).contains(value);
    assertThat(response.headers().firstValue("Server")).contains("GrantScope-Practice");
    assertThat(response.body()).doesNotContain("{");
  }

  static Stream<Arguments> solutions() {
    String both = "analytics:call-quality:view routing:queue:view";
    return Stream.of(
        solution("permission-not-saved", both, ScenariosTest::savedClient),
        solution("thread-a-403", both, form -> draft(form, d -> d.withScope(both))),
        solution("thread-b-400", "api_platform", form -> form.withSecret("practice-thread-b-regenerated")),
        solution("secret-trailing-newline", "routing:queue:view", form -> form.withSecret(form.secret().strip())),
        solution("wants-basic", "routing:queue:view", authentication(ClientAuthenticationMethod.BASIC)),
        solution("wants-encoded-basic", "routing:queue:view", authentication(ClientAuthenticationMethod.BASIC)),
        solution("wants-raw-basic", "routing:queue:view", authentication(ClientAuthenticationMethod.BASIC_RAW)),
        solution("json-refused", "routing:queue:view", form -> draft(form, d -> d.withBodyFormat(BodyFormat.FORM))),
        solution("access-key-as-client", "-", ScenariosTest::passwordGrant),
        solution("wrong-region", "routing:queue:view", path("/wrong-region/eu1/oauth/token")),
        solution("html-login", "routing:queue:view", path("/html-login/api/oauth/token")),
        solution("redirect", "routing:queue:view", path("/redirect/api/oauth/token")),
        solution("expired-secret", "routing:queue:view", form -> form.withSecret("practice-renewed-secret")),
        solution("scope-refused", both, form -> draft(form, d -> d.withScope(both))),
        solution("wrong-secret", "routing:queue:view", form -> form.withSecret("practice-right-secret")),
        solution("unknown-client", "routing:queue:view", form -> draft(form, d -> d.withClientId("queue-stats-known"))),
        solution("wrong-secret-or-client", "routing:queue:view", form -> form.withSecret("practice-other-secret")),
        solution("unknown-client-or-secret", "routing:queue:view", form -> draft(form, d -> d.withClientId("queue-stats-known"))),
        solution("wants-body", "routing:queue:view", authentication(ClientAuthenticationMethod.POST)),
        solution("secret-encoded", "routing:queue:view", form -> form.withSecret("practice+encoded/secret=")),
        solution("wants-json", "routing:queue:view", form -> draft(form, d -> d.withBodyFormat(BodyFormat.JSON))),
        solution("scope-required", "routing:queue:view", form -> draft(form, d -> d.withScope("routing:queue:view"))),
        solution("scope-commas", both, form -> draft(form, d -> d.withScope(both))),
        solution("one-answer-for-all", "routing:queue:view", form -> draft(form, d -> d.withScope("routing:queue:view"))),
        solution("audience-named", "routing:queue:view", parameters(new ProfileDraft.Entry("audience", "https://api.practice.example"))),
        solution("resource-not-audience", "routing:queue:view", parameters(new ProfileDraft.Entry("resource", "https://api.practice.example"))),
        solution("audience-wrong", "routing:queue:view", parameters()),
        solution(
            "default-scope",
            "https://api.practice.example/.default",
            form -> draft(form, d -> d.withScope("https://api.practice.example/.default"))),
        solution("scope-case", "routing:queue:view", form -> draft(form, d -> d.withScope("routing:queue:view"))),
        solution("wrong-path", "routing:queue:view", path("/wrong-path/api/oauth/token")),
        solution("not-for-post", "routing:queue:view", path("/not-for-post/api/oauth/token")));
  }

  @ParameterizedTest
  @MethodSource("solutions")
  void changedTheRightWayItIsGranted(String id, String scope, UnaryOperator<Form> change) throws Exception {
    HttpResponse<String> response = client().run(change.apply(seed(id)));

    assertThat(response.statusCode()).isEqualTo(200);
    JsonNode body = JSON.readTree(response.body());
    assertThat(body.path("access_token").asString("")).isNotEmpty();
    assertThat(body.path("token_type").asString("")).isEqualTo("Bearer");
    assertThat(body.path("expires_in").asInt()).isEqualTo(3600);
    assertThat(body.path("scope").asString("-")).isEqualTo(scope);
  }

  @Test
  void everyScenarioIsInATableHere() throws Exception {
    assertThat(TENANT.scenarios()).extracting(Practice.Scenario::id).containsExactly(
        "granted-as-asked", "permission-not-saved", "scope-not-stated", "jwt-scope", "thread-a-403", "thread-b-400",
        "secret-trailing-newline", "wants-basic", "wants-encoded-basic", "wants-raw-basic", "json-refused", "access-key-as-client",
        "wrong-region", "html-login", "redirect", "slow", "rate-limited", "expired-secret", "server-error", "scope-refused",
        "wrong-secret", "unknown-client", "wrong-secret-or-client", "unknown-client-or-secret", "wants-body", "secret-encoded",
        "wants-json", "grant-not-allowed", "grant-unsupported", "scope-required", "scope-commas", "audience-required", "refused-later",
        "one-answer-for-all", "client-disabled", "wrong-path", "not-for-post", "audience-named", "resource-not-audience",
        "audience-wrong", "default-scope", "scope-case");
  }

  @Test
  void itsTokenIsAJwtOfThisTenant() throws Exception {
    String token = token("granted-as-asked");

    JsonNode header = part(token, 0);
    JsonNode claims = part(token, 1);
    assertThat(header.path("alg").asString()).isEqualTo("ES256");
    assertThat(header.path("typ").asString()).isEqualTo("JWT");
    assertThat(claims.path("iss").asString()).isEqualTo(TENANT.start() + "/granted-as-asked");
    assertThat(claims.path("sub").asString()).isEqualTo("queue-stats-service");
    assertThat(UUID.fromString(claims.path("tenantId").asString())).isNotNull();
    assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(3600);
    assertThat(Instant.ofEpochSecond(claims.path("exp").asLong())).isAfter(Instant.now());
    assertThat(claims.has("scp")).isFalse();
    assertThat(Base64.getUrlDecoder().decode(token.split("\\.", -1)[2])).hasSize(64);
  }

  @Test
  void theScopeMayStandInTheTokenOnly() throws Exception {
    JsonNode scp = part(token("jwt-scope"), 1).path("scp");

    assertThat(scp.valueStream().map(JsonNode::asString)).containsExactly("analytics:call-quality:view", "routing:queue:view");
  }

  @Test
  void anOpaqueTokenIsNoJwt() throws Exception {
    assertThat(token("scope-not-stated")).hasSize(64).doesNotContain(".").isNotEqualTo(token("scope-not-stated"));
  }

  @Test
  void theSlowOneTakesTwentySeconds() throws Exception {
    RESTS.clear();
    assertThat(client().run(seed("slow")).statusCode()).isEqualTo(200);

    List<Duration> rests = RESTS.stream().filter(Duration::isPositive).toList();
    assertThat(rests.getFirst()).isEqualTo(Duration.ofSeconds(15));
    assertThat(rests.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(20));
  }

  private static Form savedClient(Form form) {
    return draft(form, d -> d.withClientId("queue-stats-saved")).withSecret("practice-permission-saved");
  }

  private static Form passwordGrant(Form form) {
    return draft(form, d -> d.withGrantType(GrantType.PASSWORD).withUsername(d.clientId()).withClientId("practice-backend-app"))
        .withPassword(form.secret())
        .withSecret("practice-backend-secret");
  }

  private static Arguments solution(String id, String scope, UnaryOperator<Form> change) {
    return Arguments.of(id, scope, change);
  }

  private static UnaryOperator<Form> authentication(ClientAuthenticationMethod method) {
    return form -> draft(form, d -> d.withAuthentication(method));
  }

  private static UnaryOperator<Form> parameters(ProfileDraft.Entry... entries) {
    return form -> draft(form, d -> d.withParameters(List.of(entries)));
  }

  private static UnaryOperator<Form> path(String path) {
    return form -> draft(form, d -> d.withTokenUrl("http://127.0.0.1" + path));
  }

  private static Form draft(Form form, UnaryOperator<ProfileDraft> change) {
    return form.with(change.apply(form.draft()));
  }

  private static PracticeClient client() throws IOException {
    return new PracticeClient(TENANT.start());
  }

  private static Form seed(String id) {
    List<Practice.Scenario> scenarios = TENANT.scenarios();
    return Form.of(scenarios.stream().filter(scenario -> scenario.id().equals(id)).findFirst().orElseThrow());
  }

  private static String token(String id) throws Exception {
    return JSON.readTree(client().run(seed(id)).body()).path("access_token").asString();
  }

  private static JsonNode part(String token, int index) {
    return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]), StandardCharsets.UTF_8));
  }
}
