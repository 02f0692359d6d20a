package dev.grantscope.core.grant;

import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import java.util.Optional;

/** How a grant ended: one of five ways. */
public sealed interface GrantOutcome {
  /** A token came (RFC 6749 §5.1). */
  record Granted(TokenResponse response, ScopeComparison scopes) implements GrantOutcome {}

  /** The server refused in OAuth's own terms (RFC 6749 §5.2). */
  record Refused(int status, OAuthError error) implements GrantOutcome {}

  /**
   * Something answered, but not as a token endpoint does.
   *
   * @param status 0 when it was no HTTP
   * @param detail the redirect's address, the content type or the like
   */
  record NotOAuth(Reason reason, int status, Optional<String> detail) implements GrantOutcome {}

  /** No answer came: which step failed, and why. */
  record NotReached(WireFailure failure) implements GrantOutcome {}

  /** The admin ended it, in this phase. */
  record Cancelled(Phase phase) implements GrantOutcome {}

  /** What an answer that is not OAuth looks like. */
  enum Reason {
    HTML,
    REDIRECT,
    EMPTY,
    /** Text or bytes that are no JSON. */
    NOT_JSON,
    /** It begins as JSON and goes deeper than 500 levels. */
    JSON_TOO_DEEP,
    /** It begins as JSON and has a number of more than 1,000 digits or an exponent beyond 32 bits, or a name of more than 50,000 characters. */
    JSON_TOO_LONG,
    /** JSON that is neither a token response nor an OAuth error. */
    OTHER_JSON,
    TOO_LARGE,
    TRUNCATED,
    NOT_HTTP
  }
}
