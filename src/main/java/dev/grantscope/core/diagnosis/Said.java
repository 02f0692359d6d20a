package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;

/**
 * What a refusal says in words, as far as patterns look at it: they do so hundreds of times in a diagnosis, and over megabytes that
 * would take hours, in which nothing can cancel it. Answers are still compared as a whole.
 */
final class Said {
  /** Many times what servers say. */
  static final int LOOKED_AT = 8192;

  private Said() {}

  static String start(String text) {
    return text.substring(0, Math.min(LOOKED_AT, text.length()));
  }

  /** The description of the error; empty when it is no refusal of OAuth. */
  static String description(GrantRun run) {
    return run.outcome() instanceof GrantOutcome.Refused refused ? start(refused.error().description().orElse("")) : "";
  }
}
