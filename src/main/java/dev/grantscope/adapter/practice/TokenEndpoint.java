package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.AccessKey;
import dev.grantscope.adapter.practice.PracticeData.ClientData;
import dev.grantscope.adapter.practice.PracticeData.Reason;
import dev.grantscope.adapter.practice.PracticeData.Refusal;
import dev.grantscope.adapter.practice.PracticeData.TenantData;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** A token endpoint (RFC 6749 §3.2) that really looks: at the body, the client, its secret, the grant and the scope, in this order. */
final class TokenEndpoint {
  private final TenantData tenant;
  private final AccessTokens tokens;

  TokenEndpoint(TenantData tenant, AccessTokens tokens) {
    this.tenant = tenant;
    this.tokens = tokens;
  }

  List<String> publishedScopes() {
    return tenant.publishedScopes();
  }

  PracticeData.Pace pace() {
    return tenant.pace();
  }

  /**
   * Answers a POST.
   *
   * @param authorization the header of that name; empty when there is none
   * @param issuer the {@code iss} of a JWT
   */
  Answer answer(String authorization, String contentType, byte[] body, String issuer) {
    if (tenant.answer().isPresent()) {
      return Answer.of(tenant.answer().get());
    }
    try {
      return grant(TokenRequest.read(authorization, contentType, body, tenant.bodies()), issuer);
    } catch (RefusedException e) {
      return refusal(e.reason(), !authorization.isEmpty());
    }
  }

  /** What is known of a token (RFC 7662 §2), for a client that proves who it is. */
  Answer introspect(String authorization, String contentType, byte[] body, String issuer) {
    try {
      TokenRequest request = TokenRequest.read(authorization, contentType, body, List.of(BodyFormat.FORM.wireName()));
      authenticated(PresentedCredentials.of(request, tenant.basicIsFormEncoded()));
      return Answer.json(
          200,
          tokens
              .find(request.value("token"), issuer)
              .filter(it -> !tokens.isOver(it))
              .map(TokenEndpoint::active)
              .orElse(JsonTree.object().put("active", false)));
    } catch (RefusedException e) {
      return refusal(e.reason(), !authorization.isEmpty());
    }
  }

  private static ObjectNode active(AccessTokens.Issued it) {
    ObjectNode members = JsonTree.object();
    members.put("active", true);
    members.put("scope", String.join(" ", it.scopes()));
    members.put("sub", it.subject());
    members.put("iss", it.issuer());
    members.put("iat", it.issuedAt().getEpochSecond());
    members.put("exp", it.expires().getEpochSecond());
    members.put("token_type", "Bearer");
    return members;
  }

  private Answer grant(TokenRequest request, String issuer) throws RefusedException {
    String grantType = request.value("grant_type");
    if (grantType.isEmpty()) {
      throw new RefusedException(Reason.MISSING_GRANT_TYPE);
    }
    ClientData client = authenticated(PresentedCredentials.of(request, tenant.basicIsFormEncoded()));
    String subject = subject(grantType, client, request);
    if (tenant.requiredParameters().stream().anyMatch(it -> request.value(it).isEmpty())) {
      throw new RefusedException(Reason.MISSING_PARAMETER);
    }
    String audience = request.value("audience");
    if (!audience.isEmpty() && !tenant.audiences().isEmpty() && !tenant.audiences().contains(audience)) {
      throw new RefusedException(Reason.OTHER_AUDIENCE);
    }
    List<String> scopes = granted(ScopeSet.parse(request.value("scope")), client);

    ObjectNode members = JsonTree.object();
    members.put("access_token", tokens.issue(tenant.token(), issuer, subject, scopes));
    members.put("token_type", "Bearer");
    members.put("expires_in", tenant.token().lifetimeSeconds());
    if (tenant.token().scopeMember()) {
      members.put("scope", String.join(" ", scopes));
    }
    return Answer.json(200, members);
  }

  private ClientData authenticated(PresentedCredentials presented) throws RefusedException {
    ClientData client =
        tenant.clients().stream()
            .filter(known -> known.id().equals(presented.clientId()))
            .findFirst()
            .orElseThrow(() -> new RefusedException(Reason.UNKNOWN_CLIENT));
    if (client.expiredSecrets().stream().map(Secret::of).anyMatch(presented.secret()::equals)) {
      throw new RefusedException(Reason.EXPIRED_SECRET);
    }
    if (!Secret.of(client.secret()).equals(presented.secret())) {
      throw new RefusedException(Reason.WRONG_SECRET);
    }
    if (!client.methods().contains(presented.method().wireName())) {
      throw new RefusedException(Reason.WRONG_AUTHENTICATION_METHOD);
    }
    return client;
  }

  /** Whom the token is for: the client itself, or the access key's user in the password grant. */
  private String subject(String grantType, ClientData client, TokenRequest request) throws RefusedException {
    if (!tenant.grantTypes().contains(grantType)) {
      throw new RefusedException(Reason.UNSUPPORTED_GRANT_TYPE);
    }
    if (!client.grantTypes().contains(grantType)) {
      throw new RefusedException(Reason.UNAUTHORIZED_CLIENT);
    }
    if (grantType.equals(GrantType.CLIENT_CREDENTIALS.value())) {
      return client.id();
    }
    AccessKey key = new AccessKey(request.value("username"), request.value("password"));
    if (!tenant.accessKeys().contains(key)) {
      throw new RefusedException(Reason.WRONG_ACCESS_KEY);
    }
    return "user:" + key.id();
  }

  /** RFC 6749 §3.3: all that the client may have when it does not ask, else what it asks for and may have. */
  private List<String> granted(ScopeSet asked, ClientData client) throws RefusedException {
    if (asked.isEmpty() && tenant.scopeRequired()) {
      throw new RefusedException(Reason.SCOPE_REQUIRED);
    }
    List<String> scopes = new ArrayList<>(asked.isEmpty() ? client.scopes() : asked.asSet());
    if (!client.scopes().containsAll(scopes) && tenant.otherScopesRefused()) {
      throw new RefusedException(Reason.OTHER_SCOPE);
    }
    scopes.retainAll(client.scopes());
    scopes.addAll(client.addedScopes());
    if (scopes.isEmpty()) {
      throw new RefusedException(Reason.OTHER_SCOPE);
    }
    return scopes;
  }

  private Answer refusal(Reason reason, boolean authorizationUsed) {
    Refusal refusal = Objects.requireNonNull(tenant.refusals().get(reason), reason::name);
    ObjectNode members = JsonTree.object();
    members.put("error", refusal.error());
    if (!refusal.description().isEmpty()) {
      members.put("error_description", refusal.description());
    }
    Answer answer = Answer.json(refusal.status(), members);
    // RFC 6749 §5.2: required only when the client used this header itself.
    return refusal.status() == 401 && authorizationUsed ? answer.with("WWW-Authenticate", "Basic realm=\"practice\"") : answer;
  }
}
