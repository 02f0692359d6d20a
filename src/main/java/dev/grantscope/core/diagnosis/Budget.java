package dev.grantscope.core.diagnosis;

import java.time.Duration;

/**
 * How much a diagnosis may do.
 *
 * @param requestsWithSecret the most requests that carry the real secret, the first one included; at least 1
 * @param pause between any two requests
 */
public record Budget(int requestsWithSecret, Duration pause) {
  /** Twelve, a second apart: some servers allow very few. */
  public static final Budget STANDARD = new Budget(12, Duration.ofSeconds(1));

  public Budget {
    if (requestsWithSecret < 1 || pause.isNegative()) {
      throw new IllegalArgumentException("A budget of at least one request, and a pause that is not negative");
    }
  }
}
