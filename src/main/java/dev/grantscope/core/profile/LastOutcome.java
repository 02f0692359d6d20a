package dev.grantscope.core.profile;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import java.time.Instant;
import java.util.Optional;

/** How the newest run of a profile ended, for its sign in the list. */
public record LastOutcome(Result result, Instant at) {
  /** The signs of the list. */
  public enum Result {
    GRANTED,
    /** Granted, but narrowed. */
    ATTENTION,
    /** Refused, not OAuth or not reached. */
    FAILED
  }

  /** Of this run; none of one that was cancelled. */
  public static Optional<LastOutcome> of(GrantRun run) {
    return switch (run.outcome()) {
      case GrantOutcome.Granted it -> Optional.of(at(run, it.scopes().isNarrowed() ? Result.ATTENTION : Result.GRANTED));
      case GrantOutcome.Refused _, GrantOutcome.NotOAuth _, GrantOutcome.NotReached _ -> Optional.of(at(run, Result.FAILED));
      case GrantOutcome.Cancelled _ -> Optional.empty();
    };
  }

  private static LastOutcome at(GrantRun run, Result result) {
    return new LastOutcome(result, run.exchange().startedAt());
  }
}
