package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.PhaseTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** How long things took, in words. */
final class Durations {
  private Durations() {}

  /** "412 ms", or "5.8 s" from a second on. */
  static String shown(Duration duration, Texts texts) {
    // Rounded as the phases are, or the sum is not that of what stands beside it.
    long millis = Math.round(duration.toNanos() / 1e6);
    return millis < 1000 ? texts.get("duration.ms", millis) : texts.get("duration.s", millis / 1000.0);
  }

  /** "look-up 3 · connect 18 · wait 347", in milliseconds. */
  static String phases(List<PhaseTime> phases, Texts texts) {
    return phases.stream()
        .map(it -> texts.of("phase.name", it.phase()) + " " + Math.round(it.elapsed().toNanos() / 1e6))
        .collect(Collectors.joining(" · "));
  }
}
