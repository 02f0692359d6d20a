package dev.grantscope.cli;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.scope.ScopeComparison;
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
    // Not one switch over the types: for that the JVM makes a class anew at each start of a command.
    if (outcome instanceof GrantOutcome.Granted granted) {
      return granted(granted.scopes(), requireScope);
    }
    if (outcome instanceof GrantOutcome.Refused) {
      return REFUSED;
    }
    if (outcome instanceof GrantOutcome.NotOAuth) {
      return NOT_OAUTH;
    }
    return outcome instanceof GrantOutcome.NotReached ? NOT_REACHED : CANCELLED;
  }

  private static int granted(ScopeComparison scopes, boolean requireScope) {
    if (scopes.isNarrowed()) {
      return NARROWED;
    }
    return requireScope && scopes.source() == ScopeSource.NOT_STATED ? NOT_STATED : GRANTED;
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
