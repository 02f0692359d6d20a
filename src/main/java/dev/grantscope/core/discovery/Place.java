package dev.grantscope.core.discovery;

import dev.grantscope.core.wire.Endpoint;
import java.util.Locale;

/** Where a metadata document may be, and by which rule. */
public record Place(Form form, Endpoint endpoint) {
  /** The rule. */
  public enum Form {
    /** {@code issuer + /.well-known/openid-configuration}: OpenID Connect Discovery §4. */
    OIDC_APPENDED,
    /** {@code /.well-known/oauth-authorization-server} between host and path: RFC 8414 §3.1. */
    OAUTH_INSERTED,
    /** {@code /.well-known/openid-configuration} between host and path: RFC 8414 §5. */
    OIDC_INSERTED,
    /** {@code issuer + /.well-known/oauth-authorization-server}: no specification has it, some servers do. */
    OAUTH_APPENDED,
    /** The URL of the document itself was given. */
    AS_GIVEN;

    /** Its name in the JSON of the command line. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
