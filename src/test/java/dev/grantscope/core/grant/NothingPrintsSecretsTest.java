package dev.grantscope.core.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.grant.GrantRequest.ResourceOwner;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A record prints its components, and whatever is printed ends in a log one day. */
class NothingPrintsSecretsTest {
  private static final String PASSWORD = "canary-password";
  private static final String CLAIMS = Base64.getUrlEncoder().encodeToString("{\"sub\":\"canary-subject\"}".getBytes(StandardCharsets.UTF_8));
  private static final String TOKEN =
      Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8)) + "." + CLAIMS + ".";

  @ParameterizedTest
  @EnumSource(value = ClientAuthenticationMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "PRIVATE_KEY_JWT")
  void prints(ClientAuthenticationMethod method) {
    GrantRequest request =
        new GrantRequest(
            Answers.endpoint("https://as.example/token"),
            GrantType.PASSWORD,
            ClientAuthentication.of(method, "client", Secret.of(Answers.SECRET)),
            BodyFormat.FORM,
            ScopeSet.parse("a"),
            Optional.of(new ResourceOwner("user", Secret.of(PASSWORD))),
            List.of(),
            List.of(new Header("X-Key", "canary-key")));
    String body = "{\"access_token\":\"" + TOKEN + "\",\"refresh_token\":\"canary-refresh\",\"id_token\":\"canary-id\",\"scope\":7}";
    GrantRun run =
        Answers.to(
            request,
            Answers.response(200, body.getBytes(StandardCharsets.UTF_8), new Header("Set-Cookie", "canary-cookie")));
    WireRequest wire = run.exchange().request();

    assertThat(run.outcome()).isInstanceOf(GrantOutcome.Granted.class);
    assertThat(
            List.of(
                run, run.outcome(), run.notes(), run.secrets(), run.exchange(), run.exchange().sent(), run.exchange().response(),
                run.exchange().response().orElseThrow().headers(), request, request.authentication(),
                request.authentication().parameters(), request.authentication().authorization(), wire, wire.headers(), wire.body()))
        .allSatisfy(
            it ->
                assertThat(it.toString())
                    .doesNotContain("canary")
                    .doesNotContain(CLAIMS.substring(0, 12))
                    .doesNotContain(Base64.getEncoder().encodeToString(("client:" + Answers.SECRET).getBytes(StandardCharsets.UTF_8))));
  }
}
