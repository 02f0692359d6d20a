package dev.grantscope.core.profile;

import java.time.Instant;

/** How the newest run of a profile ended, for its sign in the list. */
public record LastOutcome(Result result, Instant at) {
  /** The four signs of the list. */
  public enum Result {
    GRANTED,
    /** Granted, but narrowed. */
    ATTENTION,
    /** Refused, not OAuth or not reached. */
    FAILED
  }
}
