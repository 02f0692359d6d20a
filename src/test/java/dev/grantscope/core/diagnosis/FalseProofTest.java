package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that made the diagnosis prove what was not so: two things wrong at once, gateways with words of their own, codes used loosely. */
class FalseProofTest {
  private static final String ID = "client-1";
  private static final String SECRET = "right-secret-1234";
  private static final Answer GRANTED = new Answer(200, "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}");

  private record Answer(int status, String body) {
    static Answer refused(String error) {
      return new Answer(error.equals("invalid_client") ? 401 : 400, "{\"error\":\"" + error + "\"}");
    }
  }

  /** What a server sees: how the credentials came, and the rest. */
  private record Seen(String basic, String body, boolean json) {
    static Seen of(WireRequest request) {
      String basic = header(request, "Authorization").replaceFirst("^Basic ", "");
      String pair = new String(Base64.getDecoder().decode(basic), StandardCharsets.UTF_8);
      boolean json = header(request, "Content-Type").contains("json");
      String body = request.body().asText();
      return new Seen(decoded(pair), json ? body.replace("\\n", "\n") : decoded(body), json);
    }

    private static String decoded(String text) {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String header(WireRequest request, String name) {
      return request.headers().stream().filter(it -> it.is(name)).map(Header::value).findFirst().orElse("");
    }

    boolean says(String text) {
      return body.contains(text);
    }

    boolean isRealClient() {
      return basic.startsWith(ID + ":") || says(ID);
    }

    boolean isRight() {
      return basic.equals(ID + ":" + SECRET) || (says(ID) && (body + "&").replace('"', '&').contains(SECRET + "&"));
    }

    boolean isMadeUpGrant() {
      return says(MadeUp.GRANT_TYPE);
    }
  }

  private static Conclusion run(Form form, Function<Seen, Answer> server) {
    HttpWire wire =
        (request, _, _, _) -> {
          boolean post = request.method().equals("POST");
          Answer answer = post ? server.apply(Seen.of(request)) : new Answer(404, "{\"message\":\"no\"}");
          WireResponse response =
              new WireResponse(
                  "HTTP/1.1", answer.status(), "", List.of(new Header("Content-Type", "application/json")), Bytes.utf8(answer.body()));
          return new Exchange(
              request, Instant.EPOCH, Bytes.EMPTY, Bytes.EMPTY, Optional.of(response), Optional.empty(), List.of(), List.of(),
              Optional.empty(), Optional.empty());
        };
    Diagnosis diagnosis =
        new Diagnosis(
            new GrantService(wire, "test"), Catalogue.builtIn(), Bench.LINT, Bench.REGIONS, Bench.TEXTS, Pause.NONE, new Random(1));
    Plan plan = diagnosis.plan(form, new Budget(12, Duration.ZERO)).orElseThrow();
    Conclusion conclusion = diagnosis.run(plan, WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
    assertThat(Bench.withSecret(conclusion)).isLessThanOrEqualTo(12);
    return conclusion;
  }

  private static Form form(String secret, String scope) {
    return Bench.form("https://auth.example/token", ID, secret, scope);
  }

  private static List<Cause> proved(Conclusion conclusion) {
    return conclusion.findings().stream().filter(it -> it.strength() == Strength.PROVED).map(Finding::cause).toList();
  }

  @Test
  void anEndpointThatCannotReadTheFormIsStillOne() {
    Conclusion conclusion =
        run(form(SECRET, "a"), it -> !it.json() ? new Answer(415, "{\"message\":\"Unsupported Media Type\"}") : GRANTED);

    assertThat(Bench.first(conclusion)).isEqualTo("body-format proved");
  }

  @Test
  void norIsItNoneWhereTheOtherFormatIsRefusedToo() {
    Conclusion conclusion =
        run(
            form("wrong-secret-1234", "a"),
            it -> it.json() ? Answer.refused("invalid_client") : new Answer(415, "{\"message\":\"Unsupported Media Type\"}"));

    assertThat(proved(conclusion)).isEmpty();
    assertThat(Bench.first(conclusion)).isEqualTo("body-format server-says");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"message\":\"Unauthorized\"}", "{\"ErrorCode\":\"invalid_client\",\"Error\":\"Client credentials are invalid\"}"})
  void aGatewayThatRefusesCredentialsInItsOwnWordsIsNotTheWrongAddress(String body) {
    Conclusion conclusion =
        run(form("wrong-secret-1234", "a"), it -> it.isRight() ? GRANTED : new Answer(401, body));

    assertThat(proved(conclusion)).isEmpty();
  }

  @Test
  void behindSuchAGatewayTheWayToAuthenticateIsFound() {
    Form form = form(SECRET, "a").with(it -> it.withAuthentication(ClientAuthenticationMethod.POST));
    Conclusion conclusion =
        run(form, it -> it.isRight() && !it.basic().isEmpty() ? GRANTED : new Answer(401, "{\"message\":\"Unauthorized\"}"));

    assertThat(Bench.first(conclusion)).isEqualTo("auth-method proved");
  }

  @Test
  void aPlaceThatKnowsNothingIsStillProved() {
    assertThat(Bench.first(run(form(SECRET, "a"), _ -> new Answer(404, "{\"message\":\"no Route matched\"}")))).isEqualTo("endpoint-path proved");
  }

  @Test
  void whoForbidsEverybodyMayStandInFrontOfTheRightAddress() {
    Conclusion conclusion = run(form(SECRET, "a"), _ -> new Answer(403, "<html>Forbidden</html>"));

    assertThat(Bench.first(conclusion)).isEqualTo("endpoint-not-oauth likely");
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aTrimmedSecretThatComesFurtherIsNotWrong(boolean tellsClients) {
    Conclusion conclusion =
        run(
            form(SECRET + "\n", "a"),
            it ->
                it.isMadeUpGrant()
                    ? Answer.refused("unsupported_grant_type")
                    : it.isRight()
                        ? Answer.refused(it.says("scope") ? "invalid_scope" : "access_denied")
                        : Answer.refused(tellsClients && !it.isRealClient() ? "unauthorized_client" : "invalid_client"));

    assertThat(proved(conclusion)).doesNotContain(Cause.SECRET_WRONG, Cause.CLIENT_OR_SECRET_WRONG);
    assertThat(conclusion.findings().getFirst().cause()).isEqualTo(Cause.SECRET_WHITESPACE);
  }

  @Test
  void credentialsThatComeFurtherInTheBodyAreNotWrong() {
    Conclusion conclusion =
        run(
            form(SECRET, "a"),
            it -> it.isRight() && it.basic().isEmpty() ? new Answer(403, "{\"error\":\"access_denied\"}") : Answer.refused("invalid_client"));

    assertThat(proved(conclusion)).isEmpty();
    assertThat(conclusion.findings().getFirst().cause()).isEqualTo(Cause.AUTH_METHOD);
  }

  @Test
  void aGrantTypeThatIsKnownForOthersIsNotUnsupported() {
    Conclusion conclusion =
        run(
            form(SECRET, "a"),
            it -> Answer.refused(it.isMadeUpGrant() || it.isRealClient() ? "unsupported_grant_type" : "invalid_client"));

    assertThat(proved(conclusion)).doesNotContain(Cause.GRANT_UNSUPPORTED);
    assertThat(conclusion.findings().getFirst().cause()).isEqualTo(Cause.GRANT_NOT_ALLOWED);
  }

  @Test
  void aBodyThatIsNotReadIsNoGrantThatIsUnsupported() {
    Form json = form("wrong-secret-1234", "a").with(it -> it.withBodyFormat(BodyFormat.JSON));
    Conclusion conclusion =
        run(json, it -> Answer.refused(it.json() || it.isMadeUpGrant() ? "unsupported_grant_type" : "invalid_client"));

    assertThat(proved(conclusion)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MSIS9605: The client is not allowed to access the requested resource.",
        "This app is not authorized by the enterprise admin",
        "Client is not authorized for the requested scope",
        "The client is disabled",
        "Access from this IP address is not permitted"
      })
  void aCodeThatIsUsedLooselyDoesNotProveTheGrantType(String description) {
    Conclusion conclusion =
        run(
            form(SECRET, "a"),
            it ->
                it.isMadeUpGrant()
                    ? Answer.refused("unsupported_grant_type")
                    : it.isRight()
                        ? new Answer(400, "{\"error\":\"unauthorized_client\",\"error_description\":\"" + description + "\"}")
                        : Answer.refused("invalid_client"));

    assertThat(proved(conclusion)).doesNotContain(Cause.GRANT_NOT_ALLOWED);
  }

  @Test
  void aServerThatWantsAScopeUnderThatCodeDoesNotProveTheGrantTypeEither() {
    Conclusion conclusion =
        run(
            form(SECRET, ""),
            it ->
                it.isMadeUpGrant()
                    ? Answer.refused("unsupported_grant_type")
                    : !it.isRight()
                        ? Answer.refused("invalid_client")
                        : Answer.refused(it.says("scope=") ? "invalid_scope" : "unauthorized_client"));

    assertThat(proved(conclusion)).doesNotContain(Cause.GRANT_NOT_ALLOWED);
  }
}
