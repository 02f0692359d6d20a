package dev.grantscope.cli;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.scope.ScopeSource;

/** What the exit codes mean; the contract is in {@code docs/command-line.md}. */
final class ExitCode {
  static final int GRANTED = 0;
  static final int BUG = 1;
  static final int USAGE = 2;
  static final int NARROWED = 10;
  static final int NOT_STATED = 11;
  static final int REFUSED = 20;
  static final int NOT_OAUTH = 21;
  static final int CALL_REFUSED = 22;
  static final int NOT_REACHED = 30;
  static final int NO_SECRET = 40;
  static final int CANCELLED = 130;

  private ExitCode() {}

  /** The code of an outcome. */
  static int of(GrantOutcome outcome, boolean requireScope) {
    return switch (outcome) {
      case GrantOutcome.Granted granted when granted.scopes().isNarrowed() -> NARROWED;
      case GrantOutcome.Granted granted ->
          requireScope && granted.scopes().source() == ScopeSource.NOT_STATED ? NOT_STATED : GRANTED;
      case GrantOutcome.Refused _ -> REFUSED;
      case GrantOutcome.NotOAuth _ -> NOT_OAUTH;
      case GrantOutcome.NotReached _ -> NOT_REACHED;
      case GrantOutcome.Cancelled _ -> CANCELLED;
    };
  }

  /** The code of a call after a grant that ended with this code. */
  static int of(ApiAnswer answer, int grant) {
    return switch (answer.meaning()) {
      case ALLOWED -> grant;
      case NOT_REACHED -> NOT_REACHED;
      case CANCELLED -> CANCELLED;
      default -> CALL_REFUSED;
    };
  }
}
