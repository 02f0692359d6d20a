package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantOutcome.Refused;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.GrantRequests;
import dev.grantscope.fixture.SpringServer;
import dev.grantscope.fixture.SpringServer.Client;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Grants against Spring Authorization Server, which nobody here wrote, over a real socket. */
class GrantOnRealServerTest {
  private static final SocketWire WIRE = new SocketWire();

  private final GrantService grants = new GrantService(WIRE, "GrantScope/test");

  @AfterAll
  static void close() {
    WIRE.close();
  }

  private GrantRun run(ClientAuthenticationMethod method, Client client, String secret, String scope)
      throws EndpointException {
    GrantRequest request =
        GrantRequests.clientCredentials(
            Endpoint.parse(SpringServer.running().tokenUrl().toString()),
            ClientAuthentication.of(method, client.id(), Secret.of(secret)),
            ScopeSet.parse(scope));
    return grants.run(request, WireSettings.STANDARD, new Cancellation(), WireListener.NONE);
  }

  private GrantRun run(ClientAuthenticationMethod method, Client client, String scope) throws EndpointException {
    return run(method, client, client.secret(), scope);
  }

  private static Granted granted(GrantRun run) {
    assertThat(run.outcome()).isInstanceOf(Granted.class);
    return (Granted) run.outcome();
  }

  private static String refusal(GrantRun run) {
    assertThat(run.outcome()).isInstanceOf(Refused.class);
    Refused refused = (Refused) run.outcome();
    return refused.status() + " " + refused.error().code();
  }

  @Test
  void grantedAsAskedWithTheTokenReadAsAJwt() throws EndpointException {
    Granted granted = granted(run(ClientAuthenticationMethod.BASIC, SpringServer.BASIC, "write read"));

    assertThat(granted.scopes().source()).isEqualTo(ScopeSource.RESPONSE);
    assertThat(granted.scopes().missing()).isEmpty();
    assertThat(granted.scopes().extra()).isEmpty();
    assertThat(granted.response().jwt())
        .hasValueSatisfying(jwt -> assertThat(jwt.claims().path("iss").stringValue()).isEqualTo(SpringServer.running().issuer()));
    assertThat(granted.response().expiresIn().orElse(0)).isBetween(1L, 300L);
  }

  @Test
  void narrowedIsSeenAsNarrowed() throws EndpointException {
    ScopeComparison scopes = granted(run(ClientAuthenticationMethod.BASIC, SpringServer.NARROWED, "read write admin")).scopes();

    assertThat(scopes.granted()).containsExactly("read");
    assertThat(scopes.missing()).containsExactly("write", "admin");
  }

  @Test
  void notStatedIsNotCalledNothing() throws EndpointException {
    ScopeComparison scopes = granted(run(ClientAuthenticationMethod.BASIC, SpringServer.NARROWED, "write")).scopes();

    assertThat(scopes.source()).isEqualTo(ScopeSource.NOT_STATED);
    assertThat(scopes.missing()).isEmpty();
  }

  @Test
  void wrongSecretAndUnknownClientAreRefusedAlike() throws EndpointException {
    assertThat(refusal(run(ClientAuthenticationMethod.BASIC, SpringServer.BASIC, "wrong", "read"))).isEqualTo("401 invalid_client");
    assertThat(refusal(run(ClientAuthenticationMethod.BASIC, new Client("nobody", "x"), "read"))).isEqualTo("401 invalid_client");
    assertThat(refusal(run(ClientAuthenticationMethod.POST, SpringServer.BASIC, "read"))).isEqualTo("401 invalid_client");
  }

  @Test
  void unknownScopeIsRefused() throws EndpointException {
    assertThat(refusal(run(ClientAuthenticationMethod.BASIC, SpringServer.BASIC, "read nope"))).isEqualTo("400 invalid_scope");
  }

  @Test
  void aClientWithoutTheGrantIsRefused() throws EndpointException {
    assertThat(refusal(run(ClientAuthenticationMethod.BASIC, SpringServer.WITHOUT_GRANT, "read"))).isEqualTo("400 unauthorized_client");
  }

  @ParameterizedTest
  @EnumSource(names = {"BASIC", "POST"})
  void reservedAndOtherCharactersArriveAsTheyAre(ClientAuthenticationMethod method) throws EndpointException {
    assertThat(granted(run(method, SpringServer.RESERVED, "read")).scopes().granted()).containsExactly("read");
  }

  @Test
  void rawBasicWithReservedCharactersIsNotUnderstoodByAServerThatKeepsToTheRfc() throws EndpointException {
    assertThat(refusal(run(ClientAuthenticationMethod.BASIC_RAW, SpringServer.RESERVED, "read"))).startsWith("400 ");
  }
}
