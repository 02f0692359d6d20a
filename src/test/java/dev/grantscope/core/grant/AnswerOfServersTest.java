package dev.grantscope.core.grant;

import static dev.grantscope.core.grant.Answers.inWords;
import static dev.grantscope.core.grant.Answers.response;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.wire.Header;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers in the field answer, and what it means. */
class AnswerOfServersTest {
  private static final String JSON = "application/json";
  private static final String HTML = "text/html; charset=utf-8";

  static Stream<Arguments> answers() {
    return Stream.concat(oauth(), others());
  }

  private static Stream<Arguments> oauth() {
    return Stream.of(
        of("thread A", 403, JSON, "{\"error\":\"invalid_grant\"}", "refused 403 invalid_grant"),
        of("thread B", 400, JSON, "{\"error\":\"invalid_grant\",\"error_description\":\"bad\"}", "refused 400 invalid_grant: bad"),
        of("CXone modern", 200, JSON,
            "{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"refresh_token\":\"r\",\"id_token\":\"i\"}",
            "granted Bearer 3600 s"),
        of("CXone legacy", 200, JSON,
            "{\"access_token\":\"t\",\"token_type\":\"bearer\",\"expires_in\":3600,\"resource_server_base_uri\":\"https://api-c1.example/\","
                + "\"scope\":\"PatronApi\",\"agent_id\":0,\"team_id\":0}",
            "granted bearer 3600 s [PatronApi]"),
        of("CXone camel case", 401, JSON, "{\"error\":\"invalid_client\",\"errorDescription\":\"no\"}",
            "refused 401 invalid_client: no", Kind.CAMEL_CASE_DESCRIPTION),
        of("both descriptions", 400, JSON, "{\"error\":\"x\",\"errorDescription\":\"camel\",\"error_description\":\"snake\"}",
            "refused 400 x: snake"),
        of("Genesys wrong secret", 400, JSON,
            "{\"error\":\"invalid_client\",\"description\":\"authentication failed\",\"error_description\":\"authentication failed\"}",
            "refused 400 invalid_client: authentication failed"),
        of("Genesys wrong grant", 400, JSON, "{\"error\":\"unauthorized_client\",\"error_description\":\"no\"}",
            "refused 400 unauthorized_client: no"),
        of("Genesys limit", 429, JSON, "{\"error\":\"too.many.requests\"}", "refused 429 too.many.requests"),
        of("Keycloak unknown client", 401, JSON,
            "{\"error\":\"invalid_client\",\"error_description\":\"Invalid client or Invalid client credentials\"}",
            "refused 401 invalid_client: Invalid client or Invalid client credentials"),
        of("Keycloak wrong secret", 401, JSON, "{\"error\":\"unauthorized_client\"}", "refused 401 unauthorized_client"),
        of("Keycloak empty scope", 400, JSON, "{\"error\":\"invalid_scope\",\"error_description\":\"Invalid scopes: \"}",
            "refused 400 invalid_scope: Invalid scopes: "),
        of("Keycloak wrong realm", 404, JSON, "{\"error\":\"Realm does not exist\"}", "OTHER_JSON 404 Realm does not exist"),
        of("Spring framework page", 404, JSON, "{\"timestamp\":\"2026-01-01\",\"status\":404,\"error\":\"Not Found\"}",
            "OTHER_JSON 404 Not Found"),
        of("Okta two credentials", 401, JSON, "{\"error\":\"invalid_request\",\"error_description\":\"Cannot supply multiple client credentials.\"}",
            "refused 401 invalid_request: Cannot supply multiple client credentials."),
        of("Entra with line breaks", 401, JSON,
            "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: no\\r\\nTrace ID: 1\",\"error_codes\":[7000215]}",
            "refused 401 invalid_client: AADSTS7000215: no\r\nTrace ID: 1"),
        of("Auth0 audience", 403, JSON, "{\"error\":\"access_denied\",\"error_description\":\"Client is not authorized to access \\\"x\\\"\"}",
            "refused 403 access_denied: Client is not authorized to access \"x\""),
        of("Cognito", 400, JSON, "{\"error\":\"invalid_grant\"}", "refused 400 invalid_grant"),
        of("PingOne", 401, JSON, "{\"error\":\"invalid_client\",\"error_description\":\"Unsupported authentication method\"}",
            "refused 401 invalid_client: Unsupported authentication method"),
        of("django-oidc", 400, JSON, "{\"error\":\"invalid_scope: missing openid scope\",\"error_description\":null}",
            "refused 400 invalid_scope: missing openid scope"),
        of("error under 200", 200, JSON, "{\"error\":\"invalid_client\"}", "refused 200 invalid_client"),
        of("error beside a token", 200, JSON, "{\"error\":\"invalid_client\",\"access_token\":\"t\"}", "refused 200 invalid_client"),
        of("error null beside a token", 200, JSON, "{\"error\":null,\"access_token\":\"t\",\"token_type\":\"b\"}", "granted b"),
        of("error empty beside a token", 200, JSON, "{\"error\":\"\",\"access_token\":\"t\",\"token_type\":\"b\"}", "granted b"),
        of("error 503", 503, JSON, "{\"error\":\"temporarily_unavailable\"}", "refused 503 temporarily_unavailable"),
        of("201 with a token", 201, JSON, "{\"access_token\":\"t\",\"token_type\":\"b\"}", "granted b", Kind.STATUS_NOT_200),
        of("400 with a token", 400, JSON, "{\"access_token\":\"t\",\"token_type\":\"b\"}", "OTHER_JSON 400"),
        of("error object", 400, JSON, "{\"error\":{\"code\":1},\"message\":\"why\"}", "OTHER_JSON 400 why"));
  }

  private static Stream<Arguments> others() {
    return Stream.of(
        of("200 login page", 200, HTML, "<!DOCTYPE html><title>Log in</title>", "HTML 200 " + HTML),
        of("403 page of a firewall", 403, HTML, "<html>Forbidden</html>", "HTML 403 " + HTML),
        of("HTML by its type alone", 200, HTML, "Hello", "HTML 200 " + HTML),
        of("HTML labelled JSON", 200, JSON, "\n <HTML>", "HTML 200 application/json"),
        of("number labelled HTML", 200, HTML, "12", "HTML 200 " + HTML),
        of("token labelled HTML", 200, HTML, "{\"access_token\":\"t\",\"token_type\":\"b\"}", "granted b", Kind.CONTENT_TYPE_NOT_JSON),
        of("302", 302, HTML, "<html>", "REDIRECT 302 https://login.example/"),
        of("307 with an OAuth error", 307, JSON, "{\"error\":\"invalid_client\"}", "REDIRECT 307 https://login.example/"),
        of("200 empty", 200, JSON, "", "EMPTY 200"),
        of("204 empty", 204, JSON, "", "EMPTY 204"),
        of("401 empty", 401, JSON, "", "EMPTY 401"),
        of("415 empty", 415, JSON, "", "EMPTY 415"),
        of("429 text", 429, "text/plain", "slow down", "NOT_JSON 429 text/plain"),
        of("503 text", 503, "text/plain", "404 page not found", "NOT_JSON 503 text/plain"),
        of("XML", 400, "application/xml", "<error/>", "NOT_JSON 400 application/xml"),
        of("a form", 200, "application/x-www-form-urlencoded", "access_token=t", "NOT_JSON 200 application/x-www-form-urlencoded"),
        of("blank", 200, JSON, " \n", "NOT_JSON 200 application/json"));
  }

  private static Arguments of(String name, int status, String type, String body, String outcome, Kind... notes) {
    return argumentSet(name, status, type, body, outcome, List.of(notes));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void means(int status, String type, String body, String outcome, List<Kind> notes) {
    GrantRun run =
        Answers.to(
            Answers.asking("a"),
            response(
                status,
                body.getBytes(StandardCharsets.UTF_8),
                new Header("content-type", type),
                new Header("location", "https://login.example/")));

    assertThat(inWords(run.outcome())).isEqualTo(outcome);
    assertThat(run.notes()).extracting(AnswerNote::kind).containsExactlyElementsOf(notes);
  }

  static Stream<Arguments> contentTypes() {
    return Stream.of(
        argumentSet("plain", "application/json", true),
        argumentSet("with charset", "Application/JSON; charset=UTF-8", true),
        argumentSet("blank before the semicolon", "application/json ;charset=utf-8", true),
        argumentSet("suffix", "application/vnd.oauth2.v1+json", true),
        argumentSet("longer word", "application/jsonp", false),
        argumentSet("text", "text/json", false),
        argumentSet("script", "application/javascript", false),
        argumentSet("none", "", false));
  }

  @ParameterizedTest
  @MethodSource("contentTypes")
  void notesAWrongContentType(String type, boolean right) {
    byte[] body = "{\"access_token\":\"t\",\"token_type\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    GrantRun run = Answers.to(Answers.asking("a"), response(200, body, new Header("Content-Type", type)));

    assertThat(run.outcome()).isInstanceOf(GrantOutcome.Granted.class);
    assertThat(run.notes())
        .isEqualTo(right ? List.of() : List.of(new AnswerNote(Kind.CONTENT_TYPE_NOT_JSON, type)));
  }
}
