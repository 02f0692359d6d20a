package dev.grantscope.adapter.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the tenant checks, with requests nobody's form would make. */
class TokenEndpointTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String ID_AND_SECRET = "client_id=queue-stats-service&client_secret=practice-granted-as-asked";
  private static final PracticeTenant TENANT = new PracticeTenant(0);

  @BeforeAll
  static void start() throws IOException {
    TENANT.start();
  }

  @AfterAll
  static void stop() {
    TENANT.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                                     | 400 | invalid_request
          grant_type=                                                            | 400 | invalid_request
          grant_type=client_credentials                                          | 401 | invalid_client
          grant_type=client_credentials&client_id=queue-stats-service            | 401 | invalid_client
          grant_type=client_credentials&grant_type=client_credentials&CLIENT     | 400 | invalid_request
          grant_type=%zz&CLIENT                                                  | 400 | invalid_request
          grant_type=client_credentials%0A&CLIENT                                | 400 | unsupported_grant_type
          grant_type=password&username=u&password=p&CLIENT                       | 400 | unauthorized_client
          grant_type=client_credentials&client_id=nobody&client_secret=x         | 401 | invalid_client
          grant_type=client_credentials&scope=admin&CLIENT                       | 400 | invalid_scope
          grant_type=client_credentials&scope=admin+routing%3Aqueue%3Aview&CLIENT | 200 | -
          grant_type=client_credentials&scope=&CLIENT                            | 200 | -
          """)
  void looksAtTheForm(String body, int status, String error) throws Exception {
    HttpResponse<String> response =
        post("/granted-as-asked/oauth/token", FORM + "; charset=UTF-8", body.replace("CLIENT", ID_AND_SECRET), "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("error").asString("-")).isEqualTo(error);
    // RFC 6749 §5.2: only where the client used the Authorization header.
    assertThat(response.headers().map()).doesNotContainKey("www-authenticate");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          queue-stats-service | practice-granted-as-asked | ''                                | 200 | -
          queue-stats-service | practice%2Dgranted-as-asked | ''                              | 200 | -
          queue-stats-service | wrong                     | ''                                | 401 | invalid_client
          queue-stats-service | practice%                 | ''                                | 401 | invalid_client
          nobody              | practice-granted-as-asked | ''                                | 401 | invalid_client
          queue-stats-service | practice-granted-as-asked | client_id=queue-stats-service     | 200 | -
          queue-stats-service | practice-granted-as-asked | client_id=somebody-else           | 400 | invalid_request
          queue-stats-service | practice-granted-as-asked | client_secret=practice-granted-as-asked | 400 | invalid_request
          """)
  void looksAtBasic(String id, String secret, String further, int status, String error) throws Exception {
    HttpResponse<String> response =
        post("/granted-as-asked/oauth/token", FORM, "grant_type=client_credentials&" + further, PracticeClient.basic(id, secret));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("error").asString("-")).isEqualTo(error);
    assertThat(response.headers().allValues("WWW-Authenticate"))
        .isEqualTo(status == 401 ? List.of("Basic realm=\"practice\"") : List.of());
  }

  @Test
  void anotherSchemeThanBasicIsNoAuthentication() throws Exception {
    HttpResponse<String> response = post("/granted-as-asked/oauth/token", FORM, "grant_type=client_credentials", "Bearer abc");

    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void readsJsonWhereItIsAllowed() throws Exception {
    String body =
        """
        {"grant_type": "client_credentials", "client_id": "queue-stats-service", "client_secret": "practice-granted-as-asked"}
        """;

    assertThat(post("/granted-as-asked/oauth/token", "application/json", body, "").statusCode()).isEqualTo(200);
    assertThat(post("/granted-as-asked/oauth/token", "application/json", "{", "").statusCode()).isEqualTo(400);
    assertThat(post("/granted-as-asked/oauth/token", "text/plain", body, "").statusCode()).isEqualTo(400);
  }

  /** Of members with the same name the last counts, as with most who read JSON (RFC 8259 §4). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {CLIENT, "grant_type": "client_credentials"}                                       | 200 | -
          {CLIENT, "grant_type": "client_credentials", "scope": null, "audience": 7}         | 200 | -
          {CLIENT, "grant_type": "password", "grant_type": "client_credentials"}             | 200 | -
          {CLIENT, "grant_type": "client_credentials", "grant_type": "authorization_code"}   | 400 | unsupported_grant_type: This grant type is not supported
          {CLIENT, "grant_type": ["client_credentials"]}                                     | 400 | invalid_request: Missing form parameter: grant_type
          {CLIENT, "grant_type": "client_credentials"} x                                     | 400 | invalid_request: The body could not be read
          {CLIENT, "grant_type": "client_credentials"} {}                                    | 400 | invalid_request: The body could not be read
          {CLIENT, "grant_type": "client_credentials"                                        | 400 | invalid_request: The body could not be read
          {CLIENT, 'grant_type': 'client_credentials'}                                       | 400 | invalid_request: The body could not be read
          [{CLIENT, "grant_type": "client_credentials"}]                                     | 400 | invalid_request: Missing form parameter: grant_type
          "grant_type=client_credentials"                                                    | 400 | invalid_request: Missing form parameter: grant_type
          null                                                                               | 400 | invalid_request: Missing form parameter: grant_type
          ``                                                                                 | 400 | invalid_request: Missing form parameter: grant_type
          """)
  void looksAtTheJson(String body, int status, String error) throws Exception {
    String client = "\"client_id\": \"queue-stats-service\", \"client_secret\": \"practice-granted-as-asked\"";
    HttpResponse<String> response =
        post("/granted-as-asked/oauth/token", "application/json", body.replace("CLIENT", client), "");

    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode answer = json(response);
    assertThat(answer.has("error") ? answer.path("error").asString() + ": " + answer.path("error_description").asString() : "-")
        .isEqualTo(error);
  }

  @Test
  void whetherTheClientOrTheSecretIsWrongIsToldByOneTenantOnly() throws Exception {
    String unknownClient = "grant_type=client_credentials&client_id=nobody&client_secret=x";
    String wrongSecret = "grant_type=client_credentials&client_id=queue-stats-service&client_secret=x";

    assertThat(post("/granted-as-asked/oauth/token", FORM, unknownClient, "").body())
        .isNotEqualTo(post("/granted-as-asked/oauth/token", FORM, wrongSecret, "").body());
    assertThat(post("/wants-basic/oauth/token", FORM, unknownClient, "").body())
        .isEqualTo(post("/wants-basic/oauth/token", FORM, wrongSecret, "").body());
  }

  /** The lesson of the threads: the same error code, told apart by a control with a wrong secret. */
  @Test
  void aWrongSecretLooksDifferentInThreadAAndTheSameInThreadB() throws Exception {
    HttpResponse<String> controlA =
        post("/thread-a-403/oauth2/token", FORM, "grant_type=client_credentials&client_id=thread-a-client&client_secret=x", "");
    HttpResponse<String> controlB =
        post("/thread-b-400/oauth/token", FORM, "grant_type=client_credentials&client_id=thread-b-client&client_secret=x", "");

    assertThat(controlA.statusCode()).isEqualTo(401);
    assertThat(json(controlA).path("error").asString()).isEqualTo("invalid_client");
    assertThat(controlB.statusCode()).isEqualTo(400);
    assertThat(json(controlB).path("error_description").asString()).isEqualTo("The authorization grant is invalid, expired, or revoked");
  }

  @ParameterizedTest
  @CsvSource({
    "client_credentials, '', 400, unauthorized_client",
    "password, wrong, 400, invalid_grant",
    "refresh_token, '', 400, unsupported_grant_type"
  })
  void theBackendApplicationTakesAccessKeysOnly(String grantType, String username, int status, String error) throws Exception {
    String body = "grant_type=" + grantType + "&username=" + username + "&password=wrong";
    HttpResponse<String> response =
        post("/access-key-as-client/oauth/token", FORM, body, PracticeClient.basic("practice-backend-app", "practice-backend-secret"));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(json(response).path("error").asString()).isEqualTo(error);
  }

  @Test
  void refusesABodyThatIsNoTokenRequest() throws Exception {
    assertThat(post("/granted-as-asked/oauth/token", FORM, "a=" + "b".repeat(70_000), "").statusCode()).isEqualTo(413);
  }

  private static HttpResponse<String> post(String path, String contentType, String body, String authorization) throws Exception {
    PracticeClient client = new PracticeClient(TENANT.start());
    HttpRequest.Builder request = client.post(path, contentType, body);
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return client.send(request.build());
  }

  private static JsonNode json(HttpResponse<String> response) {
    return new JsonMapper().readTree(response.body());
  }
}
