package dev.grantscope.adapter.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON that goes out, character for character: its members in their order, and no blanks. */
class AnswerTextTest {
  private static final String CLIENT = "client_id=queue-stats-service&client_secret=practice-";
  private static final String SCOPES = "analytics:call-quality:view routing:queue:view";
  private static final PracticeTenant TENANT = new PracticeTenant(0);

  @BeforeAll
  static void start() throws IOException {
    TENANT.start();
  }

  @AfterAll
  static void stop() {
    TENANT.close();
  }

  @Test
  void tokenAnswers() throws Exception {
    assertThat(granted("granted-as-asked"))
        .matches("\\{\"access_token\":\"[\\w.-]+\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"" + SCOPES + "\"}");
    assertThat(granted("scope-not-stated"))
        .matches("\\{\"access_token\":\"[\\w-]{64}\",\"token_type\":\"Bearer\",\"expires_in\":3600}");
  }

  @Test
  void accessTokens() throws Exception {
    List<String> parts = parts(token("jwt-scope"));

    assertThat(parts.getFirst()).isEqualTo("{\"alg\":\"ES256\",\"typ\":\"JWT\",\"kid\":\"practice-1\"}");
    assertThat(parts.get(1))
        .matches(
            ("{'iss':'BASE/jwt-scope','sub':'queue-stats-service','tenantId':'[\\w-]{36}','iat':\\d+,'exp':\\d+,'jti':'[\\w-]{64}',"
                    + "'scp':\\['analytics:call-quality:view','routing:queue:view']}")
                .replace("{'iss", "\\{'iss")
                .replace('\'', '"')
                .replace("BASE", TENANT.start()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          client_id=x&client_secret=x | {"error":"invalid_request","error_description":"Missing form parameter: grant_type"}
          grant_type=client_credentials&client_id=x&client_secret=x | {"error":"invalid_client","error_description":"There is no such client"}
          """)
  void refusals(String body, String answer) throws Exception {
    assertThat(post("/granted-as-asked/oauth/token", body)).isEqualTo(answer);
  }

  @Test
  void metadataWithAndWithoutScopes() throws Exception {
    String members =
        "{'issuer':'BASE/ID','token_endpoint':'BASE/ID/oauth/token',"
            + "'token_endpoint_auth_methods_supported':['client_secret_basic','client_secret_post'],SCOPES"
            + "'jwks_uri':'BASE/ID/oauth/jwks','introspection_endpoint':'BASE/ID/oauth/introspect'}";
    String metadata = members.replace('\'', '"').replace("BASE", TENANT.start());

    assertThat(get("/granted-as-asked/.well-known/openid-configuration", ""))
        .isEqualTo(metadata.replace("ID", "granted-as-asked").replace("SCOPES", ""));
    assertThat(get("/scope-case/.well-known/openid-configuration", ""))
        .isEqualTo(
            metadata
                .replace("ID", "scope-case")
                .replace("SCOPES", "\"scopes_supported\":[\"analytics:call-quality:view\",\"routing:queue:view\"],"));
  }

  @Test
  void keySet() throws Exception {
    assertThat(get("/granted-as-asked/oauth/jwks", ""))
        .matches(
            "\\{\"keys\":\\[\\{\"kty\":\"EC\",\"crv\":\"P-256\",\"use\":\"sig\",\"alg\":\"ES256\",\"kid\":\"practice-1\","
                + "\"x\":\"[\\w-]{43}\",\"y\":\"[\\w-]{43}\"}]}");
  }

  @Test
  void introspectionAndTheApi() throws Exception {
    String token = token("granted-as-asked");
    String introspection = "/granted-as-asked/oauth/introspect";

    assertThat(post(introspection, CLIENT + "granted-as-asked&token=" + token))
        .matches(
            "\\{\"active\":true,\"scope\":\"" + SCOPES + "\",\"sub\":\"queue-stats-service\",\"iss\":\"" + TENANT.start()
                + "/granted-as-asked\",\"iat\":\\d+,\"exp\":\\d+,\"token_type\":\"Bearer\"}");
    assertThat(post(introspection, CLIENT + "granted-as-asked&token=other")).isEqualTo("{\"active\":false}");
    assertThat(get("/granted-as-asked/api/v2/routing/queues", "Bearer " + token)).isEqualTo("{\"practice\":true,\"entities\":[]}");
    assertThat(get("/nothing/here", "")).isEqualTo("{\"error\":\"not_found\"}");
  }

  private static String granted(String id) throws Exception {
    return post("/" + id + "/oauth/token", "grant_type=client_credentials&" + CLIENT + id);
  }

  private static String token(String id) throws Exception {
    return granted(id).split("\"", -1)[3];
  }

  private static List<String> parts(String jwt) {
    return List.of(jwt.split("\\.", -1)).stream()
        .map(part -> new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8))
        .toList();
  }

  private static String post(String path, String body) throws Exception {
    PracticeClient client = new PracticeClient(TENANT.start());
    return client.send(client.post(path, "application/x-www-form-urlencoded", body).build()).body();
  }

  private static String get(String path, String authorization) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(TENANT.start() + path));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return new PracticeClient(TENANT.start()).send(request.build()).body();
  }
}
