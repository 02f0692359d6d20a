package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;

/**
 * What came of an experiment: one row of the table.
 *
 * @param answer what came, in a few words such as "401 invalid_client"
 * @param shows what that shows, in a sentence
 */
public record Observation(Experiment experiment, GrantRun run, Signature signature, String answer, String shows) {
  boolean granted() {
    return run.outcome() instanceof GrantOutcome.Granted;
  }

  boolean speaksOAuth() {
    return granted() || run.outcome() instanceof GrantOutcome.Refused;
  }

  int status() {
    return signature.status();
  }
}
