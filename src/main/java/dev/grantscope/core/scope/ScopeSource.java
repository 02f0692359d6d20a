package dev.grantscope.core.scope;

/** How we know which scopes were granted. */
public enum ScopeSource {
  /** The {@code scope} member of the token response (RFC 6749 §5.1). */
  RESPONSE("response"),
  /** The {@code scope} claim of the access token (RFC 9068 §2.2.3), read but not verified. */
  JWT_SCOPE("jwt"),
  /** The {@code scp} claim of the access token (Okta, Entra), read but not verified. */
  JWT_SCP("jwt"),
  /** The {@code roles} claim of the access token (Entra app-only), read but not verified. */
  JWT_ROLES("jwt"),
  /** Nobody said. By RFC 6749 §5.1 the grant then equals the request, and some vendors never say. */
  NOT_STATED("not-stated");

  private final String wireName;

  ScopeSource(String wireName) {
    this.wireName = wireName;
  }

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return wireName;
  }
}
