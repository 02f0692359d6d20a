package dev.grantscope.core.diagnosis;

/** The kinds of request that a diagnosis may send. */
public enum Probe {
  /** The request as it stands in the form. */
  BASELINE,
  /** The same once more, before anything is concluded. */
  REPEAT,
  /** The same once more after a changed one was granted. */
  REPEAT_AFTER,
  /** The changed request that was granted, once more. */
  AGAIN,
  /** No credentials, a made-up grant type. */
  NO_CREDENTIALS,
  MADE_UP_CLIENT,
  /** The same made-up client again, to see whether the server answers alike each time. */
  STEADY,
  MADE_UP_CLIENT_NO_SCOPE,
  MADE_UP_CLIENT_AND_GRANT,
  /** The real client id, a made-up secret: at most once. */
  MADE_UP_SECRET,
  /** The real credentials, a made-up grant type. */
  MADE_UP_GRANT,
  SECRET_TRIMMED,
  SECRET_DECODED,
  AUTHENTICATION,
  BODY_FORMAT,
  SCOPE_SPACES,
  NO_SCOPE,
  /** A GET for what the server publishes about itself, with nothing of the form. */
  METADATA,
  /** In upper and lower case as the server publishes them. */
  SCOPE_CASE,
  /** A scope that the server publishes, where none is asked for. */
  SCOPE_PUBLISHED,
  /** A made-up scope where none is asked for. */
  MADE_UP_SCOPE,
  ONE_SCOPE,
  /** All the scopes that were granted alone. */
  SCOPES_TOGETHER,
  /** For an API that the server, the vendor's documentation or the admin named. */
  AUDIENCE,
  /** Without the audience or resource that was typed. */
  NO_AUDIENCE,
  /** As it stands in the form, but past the proxy. */
  DIRECT,
  /** At another region, without credentials or anything else of the form. */
  REGION_BARE,
  /** At another region, as it stands in the form: only after a yes of its own. */
  REGION;

  /** Whether it goes elsewhere than to the token URL, so that its failure says nothing about that. */
  boolean isAside() {
    return this == REGION_BARE || this == REGION || this == METADATA;
  }

  /** Whether nothing of the real credentials goes with it but the client id; a certificate may, as the title then says. */
  boolean isMadeUp() {
    return switch (this) {
      case NO_CREDENTIALS, MADE_UP_CLIENT, STEADY, MADE_UP_CLIENT_NO_SCOPE, MADE_UP_CLIENT_AND_GRANT, MADE_UP_SECRET,
          REGION_BARE, METADATA -> true;
      default -> false;
    };
  }

  /** Whether it is a change that, when it is granted, is the cause. */
  boolean isVariation() {
    return switch (this) {
      case SECRET_TRIMMED, SECRET_DECODED, AUTHENTICATION, BODY_FORMAT, SCOPE_SPACES, SCOPE_CASE, SCOPE_PUBLISHED, NO_SCOPE, AUDIENCE, NO_AUDIENCE, REGION -> true;
      default -> false;
    };
  }
}
