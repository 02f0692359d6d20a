package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.PhaseTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** How long things took, in words. */
final class Durations {
  /** As many as have room beside Run in the smallest window. */
  private static final int MOST_PHASES = 4;

  private Durations() {}

  /** "412 ms", or "5.8 s" from a second on. */
  static String shown(Duration duration, Texts texts) {
    // Rounded as the phases are, or the sum is not that of what stands beside it.
    long millis = Math.round(duration.toNanos() / 1e6);
    return millis < 1000 ? texts.get("duration.ms", millis) : texts.get("duration.s", millis / 1000.0);
  }

  /** "0.4 s", while it goes on: milliseconds that change ten times a second are nothing to read. */
  static String soFar(Duration duration, Texts texts) {
    return texts.get("duration.s", Math.floor(duration.toMillis() / 100.0) / 10);
  }

  /** "look-up 3 · connect 18 · wait 347", in milliseconds: the longest, in the order of time. Timing has all of them. */
  static String phases(List<PhaseTime> phases, Texts texts) {
    List<PhaseTime> longest =
        phases.stream().sorted(Comparator.comparing(PhaseTime::elapsed).reversed()).limit(MOST_PHASES).toList();
    return phases.stream()
        .filter(it -> longest.contains(it) && millis(it) > 0)
        .map(it -> texts.of("phase.name", it.phase()) + " " + millis(it))
        .collect(Collectors.joining(" · "));
  }

  private static long millis(PhaseTime phase) {
    return Math.round(phase.elapsed().toNanos() / 1e6);
  }
}
