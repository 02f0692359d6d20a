package dev.grantscope.core.timing;

import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The phases of an exchange one behind the other. */
public record Timeline(List<Step> steps, Duration total) {
  /**
   * One phase.
   *
   * @param start after the beginning of the exchange
   * @param failed whether the exchange ended in it, before its time
   */
  public record Step(Phase phase, Duration start, Duration elapsed, boolean failed) {}

  public Timeline {
    steps = List.copyOf(steps);
  }

  public static Timeline of(Exchange exchange) {
    List<Step> steps = new ArrayList<>();
    Duration start = Duration.ZERO;
    for (PhaseTime time : exchange.phases()) {
      boolean failed = exchange.failure().filter(it -> it.phase() == time.phase()).isPresent();
      steps.add(new Step(time.phase(), start, time.elapsed(), failed));
      start = start.plus(time.elapsed());
    }
    return new Timeline(steps, start);
  }

  /** How far into the whole it is, from 0 to 1. */
  public double fraction(Duration part) {
    return total.isZero() ? 0 : (double) part.toNanos() / total.toNanos();
  }
}
