package dev.grantscope.core.diagnosis.finding;

import java.util.Locale;

/** What can be wrong, by the cause names of the command line's contract and some more where none of those fits. */
public enum Cause {
  PLACEHOLDER,
  SECRET_WHITESPACE,
  SECRET_ALREADY_ENCODED,
  SECRET_WRONG,
  CLIENT_UNKNOWN,
  /** The server cannot be made to tell an unknown client from a wrong secret. */
  CLIENT_OR_SECRET_WRONG,
  ACCESS_KEY_AS_CLIENT,
  AUTH_METHOD,
  BASIC_ENCODING,
  BODY_FORMAT,
  GRANT_NOT_ALLOWED,
  GRANT_UNSUPPORTED,
  SCOPE_REQUIRED,
  SCOPE_UNKNOWN,
  SCOPE_NARROWED,
  SCOPE_SEPARATOR,
  AUDIENCE_REQUIRED,
  AUDIENCE_WRONG,
  SECRET_EXPIRED,
  ENDPOINT_PATH,
  ENDPOINT_NOT_OAUTH,
  REGION_WRONG,
  REDIRECT,
  METHOD,
  DNS,
  CONNECTION_REFUSED,
  TLS_UNTRUSTED,
  TLS_EXPIRED,
  TLS_NAME,
  TLS_HANDSHAKE,
  CLIENT_CERTIFICATE,
  PROXY,
  TIMEOUT,
  RATE_LIMITED,
  SERVER_ERROR,
  CLOCK_SKEW,
  /** Credentials proved good; what refuses them later is beyond reach. */
  REFUSED_AFTER_AUTHENTICATION,

  /** A character that is not seen, elsewhere than in the secret. */
  INVISIBLE_CHARACTER,
  SCOPE_CHARACTER,
  CREDENTIALS_SWAPPED,
  HEADER_PASTED,
  /** {@code App@Vendor}, the legacy CXone form of a client id. */
  LEGACY_CLIENT_ID,
  HOST_LOOKALIKE,
  HOST_UNDOCUMENTED,
  PLAIN_HTTP,
  CLIENT_DISABLED,
  /** Name or password of the user of a password grant; with CXone the access key. */
  PASSWORD_WRONG,
  /** The server takes requests from other addresses only. */
  NETWORK_NOT_ALLOWED,
  TLS_NOT_YET_VALID,
  CONNECTION_CLOSED,
  ANSWERED_BY_GATEWAY,
  CAPTIVE_PORTAL,
  /** The same request is answered differently. */
  SERVER_UNSTABLE,
  UNKNOWN;

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it says no more than at which gate the request was turned away, so that a likely cause that is more exact goes first. */
  public boolean isBroad() {
    return this == CLIENT_OR_SECRET_WRONG || this == REFUSED_AFTER_AUTHENTICATION;
  }

  /** Whether no experiment could show it better than the server's words do. */
  public boolean isKnownFromWordsOnly() {
    return switch (this) {
      case SECRET_EXPIRED, CLIENT_UNKNOWN, CLIENT_DISABLED, PASSWORD_WRONG, NETWORK_NOT_ALLOWED, AUDIENCE_REQUIRED, CLOCK_SKEW -> true;
      default -> false;
    };
  }

  /** Whether it is about who the client is and how it shows that. */
  public boolean isAboutCredentials() {
    return switch (this) {
      case SECRET_WHITESPACE, SECRET_ALREADY_ENCODED, SECRET_WRONG, CLIENT_UNKNOWN, CLIENT_OR_SECRET_WRONG, ACCESS_KEY_AS_CLIENT,
          SECRET_EXPIRED, CREDENTIALS_SWAPPED, HEADER_PASTED, CLIENT_DISABLED, PASSWORD_WRONG, REGION_WRONG, PLACEHOLDER, LEGACY_CLIENT_ID -> true;
      default -> false;
    };
  }
}
