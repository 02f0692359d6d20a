package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.wire.WireResponse;
import java.util.regex.Pattern;

/** What ends a diagnosis at once: a server that says "too often" must not be asked again (RFC 6585 §4, RFC 9110 §10.2.3). */
final class StopSign {
  private static final Pattern WORDS =
      Pattern.compile(
          "too many (requests|attempts|failed|login)|rate.?limit|throttl|slow_down|locked.?out|(account|client|user) (is |has been )?(temporarily )?(locked|blocked)"
              + "|temporarily (locked|blocked)",
          Pattern.CASE_INSENSITIVE);

  private StopSign() {}

  static boolean in(Observation observation) {
    boolean words =
        observation.run().outcome() instanceof GrantOutcome.Refused refused
            && WORDS.matcher(refused.error().code() + " " + refused.error().description().orElse("")).find();
    return observation.status() == 429 || words || (observation.status() >= 400 && hasRetryAfter(observation));
  }

  private static boolean hasRetryAfter(Observation observation) {
    return observation.run().exchange().response().flatMap((WireResponse it) -> it.header("Retry-After")).isPresent();
  }
}
