package dev.grantscope.core.wire;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How long each phase may take and how much may come.
 *
 * @param phases the longest each may take; the one of {@link Phase#RECEIVE} is for the whole body, so that a byte a second ends
 * @param total for everything together
 * @param headBytes the most bytes of status line and headers, interim answers included
 * @param headers the most header fields of one answer
 * @param interimAnswers the most 1xx answers before the final one
 * @param bodyBytes the most bytes of body that are kept; then the answer is cut and said to be
 */
public record WireLimits(
    Map<Phase, Duration> phases, Duration total, int headBytes, int headers, int interimAnswers, int bodyBytes) {
  /** What a person at a window will wait for. */
  public static final WireLimits STANDARD = of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(60));

  public WireLimits {
    phases = Map.copyOf(phases);
  }

  /** Every phase, and all of them together, within this time. */
  public static WireLimits within(Duration total) {
    return of(total, total, total);
  }

  private static WireLimits of(Duration step, Duration answer, Duration total) {
    Map<Phase, Duration> phases = new EnumMap<>(Phase.class);
    for (Phase phase : Phase.values()) {
      phases.put(phase, phase == Phase.WAIT || phase == Phase.RECEIVE ? answer : step);
    }
    return new WireLimits(phases, total, 256 * 1024, 500, 20, 4 * 1024 * 1024);
  }

  /** The longest this phase may take. */
  public Duration of(Phase phase) {
    return phases.getOrDefault(phase, total);
  }
}
