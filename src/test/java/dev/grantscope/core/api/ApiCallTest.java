package dev.grantscope.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.api.ApiAnswer.Meaning;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiCallTest {
  private static final Secret TOKEN = Secret.of("canary-token");

  private static Endpoint endpoint() throws EndpointException {
    return Endpoint.parse("https://api.example/v2/things?size=1");
  }

  @Test
  void aGetIsExactlyThis() throws EndpointException {
    assertThat(new ApiCall("GET", endpoint(), List.of(), "").request(TOKEN, "Test/1").toBytes().asText())
        .isEqualTo(
            """
            GET /v2/things?size=1 HTTP/1.1
            Host: api.example
            User-Agent: Test/1
            Accept: application/json
            Authorization: Bearer canary-token
            Connection: close

            """
                .replace("\n", "\r\n"));
  }

  @Test
  void aBodyBringsItsLengthAndAHeaderTakesThePlaceOfOurs() throws EndpointException {
    ApiCall call =
        new ApiCall("POST", endpoint(), List.of(new Header("accept", "text/plain"), new Header("X-Own", "1")), "{\"ü\":1}");
    assertThat(call.request(TOKEN, "Test/1").toBytes().asText())
        .contains("\r\naccept: text/plain\r\n", "\r\nX-Own: 1\r\n", "\r\nContent-Type: application/json\r\nX-Own")
        .contains("Content-Length: 8\r\n")
        .doesNotContain("Accept: application/json")
        .endsWith("\r\n\r\n{\"ü\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization", "host", "Content-Length", "Cookie", "Transfer-Encoding", "a b", "", "X\r\nY"})
  void headersThatAreMadeHereOrCannotBeSentAreNotAllowed(String name) {
    assertThat(ApiCall.isAllowed(new Header(name, "x"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "200, application/json, ALLOWED",
    "204, '', ALLOWED",
    "200, text/html, WEB_PAGE",
    "302, '', REDIRECT",
    "400, '', BAD_REQUEST",
    "401, '', TOKEN_REFUSED",
    "403, '', NOT_ALLOWED",
    "404, '', NOT_FOUND",
    "429, '', RATE_LIMITED",
    "503, '', SERVER_ERROR",
    "401, text/html, WEB_PAGE",
    "403, text/html, WEB_PAGE",
    "404, text/html, WEB_PAGE"
  })
  void theStatusSaysWhatItMeansForTheToken(int status, String type, Meaning meaning) throws EndpointException {
    ApiAnswer answer = answer(status, new Header("Content-Type", type));
    assertThat(answer.meaning()).isEqualTo(meaning);
    assertThat(answer.toString()).doesNotContain("canary");
  }

  private static ApiAnswer answer(int status, Header... headers) throws EndpointException {
    ApiCall call = new ApiCall("GET", endpoint(), List.of(), "");
    WireRequest request = call.request(TOKEN, "Test/1");
    WireResponse response =
        new WireResponse("HTTP/1.1", status, "", List.of(headers), Bytes.EMPTY);
    return new ApiAnswer(
            call,
            new Exchange(
                request,
                Instant.EPOCH,
                request.toBytes(),
                Bytes.EMPTY,
                Optional.of(response),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty()),
            List.of(TOKEN));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "403 | insufficient_scope | SCOPE_MISSING | The server says: insufficient_scope. The API accepted the token",
        "401 | insufficient_scope | SCOPE_MISSING | The server says: insufficient_scope. The API accepted the token",
        "403 | invalid_token | TOKEN_REFUSED | The server says: invalid_token. The API did not accept the token",
        "400 | invalid_token | TOKEN_REFUSED | The server says: invalid_token. The API did not accept the token",
        "403 | other | NOT_ALLOWED | The server says: other. Refused with 403. Often",
        "400 | invalid_request | BAD_REQUEST | The server says: invalid_request. The API does not take",
        "200 | insufficient_scope | ALLOWED | The API answered the call with this token. A public address would answer too"
      })
  void theErrorOfTheChallengeCountsMoreThanTheStatus(int status, String error, Meaning meaning, String says) throws EndpointException {
    ApiAnswer answer =
        answer(status, new Header("Content-Type", "text/plain"), new Header("WWW-Authenticate", "Bearer error=\"" + error + "\""));
    assertThat(answer.meaning()).isEqualTo(meaning);
    assertThat(new CallVerdict(new Texts()).meaning(answer)).startsWith(says);
  }

  @Test
  void onlyInsufficientScopeShowsThatTheTokenWasAccepted() throws EndpointException {
    CallVerdict verdict = new CallVerdict(new Texts());
    for (int status : List.of(200, 204, 401, 403, 404)) {
      assertThat(verdict.meaning(answer(status))).doesNotContain("accepted the token").doesNotContain("took the token");
    }
  }
}
