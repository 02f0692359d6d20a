package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.AccessTokens.Issued;
import dev.grantscope.core.json.JsonTree;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a practice tenant has beside its token endpoint: metadata (RFC 8414), keys (RFC 7517), introspection (RFC 7662), a small API (RFC 6750). */
final class PracticeIssuer {
  private static final String METADATA = "/.well-known/openid-configuration";
  private static final String KEYS = "/oauth/jwks";
  private static final String INTROSPECTION = "/oauth/introspect";
  private static final String API = "/api/v2/";

  /** The API's resources and the scope that each needs. */
  private static final Map<String, String> RESOURCES =
      Map.of(
          "/api/v2/analytics/queues/summary", "analytics:call-quality:view",
          "/api/v2/routing/queues", "routing:queue:view",
          "/api/v2/authorization/roles", "admin:role:view");

  private final String issuer;
  private final String tokenPath;
  private final TokenEndpoint endpoint;
  private final AccessTokens tokens;

  /**
   * Of one tenant.
   *
   * @param issuer what stands as {@code iss} in its tokens
   */
  PracticeIssuer(String issuer, String tokenPath, TokenEndpoint endpoint, AccessTokens tokens) {
    this.issuer = issuer;
    this.tokenPath = tokenPath;
    this.endpoint = endpoint;
    this.tokens = tokens;
  }

  /** Whether a path below the issuer's own is one of these. */
  static boolean isOne(String below) {
    return below.equals(METADATA) || below.equals(KEYS) || below.equals(INTROSPECTION) || below.startsWith(API);
  }

  /**
   * Answers.
   *
   * @param below the path below the issuer's
   */
  Answer answer(String method, String below, String authorization, String contentType, byte[] body) {
    if (below.equals(INTROSPECTION)) {
      return method.equals("POST")
          ? endpoint.introspect(authorization, contentType, body, issuer)
          : Answer.error(405, "method_not_allowed").with("Allow", "POST");
    }
    if (below.startsWith(API)) {
      return resource(method, below, authorization);
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.error(405, "method_not_allowed").with("Allow", "GET, HEAD");
    }
    return Answer.json(200, below.equals(KEYS) ? tokens.keySet() : metadata());
  }

  private ObjectNode metadata() {
    String base = issuer.substring(0, issuer.lastIndexOf('/'));
    ObjectNode members = JsonTree.object();
    members.put("issuer", issuer);
    members.put("token_endpoint", base + tokenPath);
    members.putArray("token_endpoint_auth_methods_supported").add("client_secret_basic").add("client_secret_post");
    if (!endpoint.publishedScopes().isEmpty()) {
      ArrayNode scopes = members.putArray("scopes_supported");
      endpoint.publishedScopes().forEach(scopes::add);
    }
    members.put("jwks_uri", issuer + KEYS);
    members.put("introspection_endpoint", issuer + INTROSPECTION);
    return members;
  }

  /** RFC 6750 §3: no token, a token that is none, a token without the right; then the resource. */
  private Answer resource(String method, String below, String authorization) {
    if (!authorization.toLowerCase(Locale.ROOT).startsWith("bearer ")) {
      return Answer.error(401, "unauthorized").with("WWW-Authenticate", "Bearer realm=\"practice\"");
    }
    Optional<Issued> token = tokens.find(authorization.substring("bearer ".length()).strip(), issuer);
    if (token.isEmpty() || tokens.isOver(token.get())) {
      String why = token.isEmpty() ? "The access token is not known here" : "The access token expired";
      return Answer.error(401, "invalid_token")
          .with("WWW-Authenticate", "Bearer realm=\"practice\", error=\"invalid_token\", error_description=\"" + why + "\"");
    }
    String scope = RESOURCES.get(below);
    if (scope == null) {
      return Answer.error(404, "not_found");
    }
    if (!token.get().scopes().contains(scope)) {
      return Answer.error(403, "insufficient_scope")
          .with("WWW-Authenticate", "Bearer realm=\"practice\", error=\"insufficient_scope\", scope=\"" + scope + "\"");
    }
    if (!method.equals("GET") && !method.equals("HEAD")) {
      return Answer.error(405, "method_not_allowed").with("Allow", "GET, HEAD");
    }
    ObjectNode members = JsonTree.object().put("practice", true);
    members.putArray("entities");
    return Answer.json(200, members);
  }
}
