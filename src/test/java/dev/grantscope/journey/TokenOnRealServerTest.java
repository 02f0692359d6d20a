package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.ApiAnswer.Meaning;
import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.BearerError;
import dev.grantscope.core.api.Introspection;
import dev.grantscope.core.api.KeyAnswer;
import dev.grantscope.core.api.TokenServices;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.SignatureCheck;
import dev.grantscope.core.token.SignatureCheck.Outcome;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.GrantRequests;
import dev.grantscope.fixture.SpringServer;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From the grant to the API, over real sockets: against Spring Authorization Server, and against the practice tenant. */
class TokenOnRealServerTest {
  private static final SocketWire WIRE = new SocketWire();
  private static final String AGENT = "GrantScope/test";

  private final GrantService grants = new GrantService(WIRE, AGENT);
  private final TokenServices tokens = new TokenServices(WIRE, AGENT);

  @AfterAll
  static void close() {
    WIRE.close();
  }

  private GrantRun run(String url, String id, String secret, String scope) throws EndpointException {
    GrantRequest request =
        GrantRequests.clientCredentials(
            Endpoint.parse(url),
            ClientAuthentication.of(ClientAuthenticationMethod.BASIC, id, Secret.of(secret)),
            ScopeSet.parse(scope));
    return grants.run(request, WireSettings.STANDARD, new Cancellation(), WireListener.NONE);
  }

  private GrantRun springRun() throws EndpointException {
    return run(
        SpringServer.running().tokenUrl().toString(), SpringServer.BASIC.id(), SpringServer.BASIC.secret(), "read");
  }

  private static Granted granted(GrantRun run) {
    assertThat(run.outcome()).isInstanceOf(Granted.class);
    return (Granted) run.outcome();
  }

  private static String issuer(GrantRun run) {
    return granted(run).response().jwt().flatMap(jwt -> jwt.text("iss")).orElseThrow();
  }

  private KeyAnswer keys(String url) throws EndpointException {
    return tokens.keys().fetch(url, WireSettings.STANDARD, new Cancellation());
  }

  private ApiAnswer call(String url, Secret token) throws EndpointException {
    return tokens
        .calls()
        .call(
            new ApiCall("GET", Endpoint.parse(url), List.of(), ""),
            token,
            List.of(),
            WireSettings.STANDARD,
            new Cancellation(),
            WireListener.NONE);
  }

  private Introspection introspect(KeyAnswer keys, GrantRun run, Secret token) throws EndpointException {
    String url = keys.metadata().flatMap(Metadata::introspectionEndpoint).orElseThrow();
    return tokens
        .introspection()
        .ask(Endpoint.parse(url), run.request(), token, WireSettings.STANDARD, new Cancellation());
  }

  private static Secret tampered(Secret token) {
    String[] parts = token.reveal().split("\\.", -1);
    String claims = new Base64URL(parts[1]).decodeToString().replace("\"read\"", "\"admin\"").replace("queue-stats", "other-stats");
    return Secret.of(parts[0] + "." + Base64URL.encode(claims) + "." + parts[2]);
  }

  @Test
  void theSignatureOfASpringTokenIsRightAndThatOfAChangedOneIsNot() throws EndpointException {
    GrantRun run = springRun();
    KeyAnswer keys = keys(issuer(run));
    Secret token = granted(run).response().accessToken();
    assertThat(keys.problem()).isEmpty();
    assertThat(SignatureCheck.of(token, keys.keySet().orElseThrow())).isEqualTo(new Outcome.Valid("RS256", "test"));
    assertThat(SignatureCheck.of(tampered(token), keys.keySet().orElseThrow())).isEqualTo(new Outcome.Tampered("RS256", "test"));
  }

  @Test
  void springSaysOfItsTokenThatItIsActiveAndOfAnyOtherThatItIsNot() throws EndpointException {
    GrantRun run = springRun();
    KeyAnswer keys = keys(issuer(run));
    assertThat(introspect(keys, run, granted(run).response().accessToken()).outcome())
        .isInstanceOfSatisfying(
            Introspection.Outcome.Active.class,
            it -> assertThat(it.members()).contains(new Introspection.Member("client_id", SpringServer.BASIC.id())));
    assertThat(introspect(keys, run, Secret.of("never-issued")).outcome()).isEqualTo(new Introspection.Outcome.Inactive());
    GrantRun wrong = run(SpringServer.running().tokenUrl().toString(), "nobody", "nothing", "");
    assertThat(introspect(keys, wrong, Secret.of("x")).outcome()).isInstanceOf(Introspection.Outcome.Refused.class);
  }

  @Test
  void aSpringApiAnswersTheTokenAndTells401From403() throws EndpointException {
    Secret token = granted(springRun()).response().accessToken();
    String api = SpringServer.running().issuer() + "/api";
    assertThat(call(api + "/read", token).meaning()).isEqualTo(Meaning.ALLOWED);
    ApiAnswer forbidden = call(api + "/admin", token);
    assertThat(forbidden.meaning()).isEqualTo(Meaning.SCOPE_MISSING);
    assertThat(forbidden.bearerError()).map(BearerError::error).contains("insufficient_scope");
    ApiAnswer refused = call(api + "/read", tampered(token));
    assertThat(refused.meaning()).isEqualTo(Meaning.TOKEN_REFUSED);
    assertThat(refused.bearerError()).map(BearerError::error).contains("invalid_token");
  }

  @Test
  void thePracticeTenantHasAllOfItToo() throws EndpointException, IOException {
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      String issuer = tenant.start() + "/granted-as-asked";
      GrantRun run =
          run(issuer + "/oauth/token", "queue-stats-service", "practice-granted-as-asked", "analytics:call-quality:view");
      Secret token = granted(run).response().accessToken();
      KeyAnswer keys = keys(issuer(run));
      assertThat(issuer(run)).isEqualTo(issuer);
      assertThat(SignatureCheck.of(token, keys.keySet().orElseThrow())).isInstanceOf(Outcome.Valid.class);
      assertThat(SignatureCheck.of(tampered(token), keys.keySet().orElseThrow())).isInstanceOf(Outcome.Tampered.class);
      assertThat(introspect(keys, run, token).outcome()).isInstanceOf(Introspection.Outcome.Active.class);
      assertThat(introspect(keys, run, tampered(token)).outcome()).isInstanceOf(Introspection.Outcome.Inactive.class);
      assertThat(call(issuer + "/api/v2/analytics/queues/summary", token).meaning()).isEqualTo(Meaning.ALLOWED);
      ApiAnswer roles = call(issuer + "/api/v2/authorization/roles", token);
      assertThat(roles.meaning()).isEqualTo(Meaning.SCOPE_MISSING);
      assertThat(roles.bearerError()).map(BearerError::scope).contains("admin:role:view");
      assertThat(call(issuer + "/api/v2/routing/queues", Secret.of("other")).meaning()).isEqualTo(Meaning.TOKEN_REFUSED);
      assertThat(call(issuer + "/api/v2/nothing", token).meaning()).isEqualTo(Meaning.NOT_FOUND);
    }
  }

  @Test
  void aServerThatIsNotThereOrHasNoMetadataIsSaidToBeSo() throws EndpointException, IOException {
    assertThat(keys("http://127.0.0.1:1").problem()).contains(KeyAnswer.Problem.NOT_REACHED);
    try (PracticeTenant tenant = new PracticeTenant(0)) {
      assertThat(keys(tenant.start() + "/nothing").problem()).contains(KeyAnswer.Problem.NO_METADATA);
      assertThat(keys(tenant.start() + "/nothing/jwks").problem()).contains(KeyAnswer.Problem.NO_KEYS);
    }
  }
}
