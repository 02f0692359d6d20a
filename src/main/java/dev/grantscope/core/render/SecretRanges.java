package dev.grantscope.core.render;

import java.util.ArrayList;
import java.util.List;

/** Where in a text secrets stand, in any order and possibly overlapping while they are collected. */
final class SecretRanges {
  /** A part of a text, {@code to} exclusive. */
  record Range(int from, int to) {}

  private final List<Range> ranges = new ArrayList<>();

  void add(int from, int to) {
    if (from < to) {
      ranges.add(new Range(from, to));
    }
  }

  /** In ascending order, overlapping and touching ones made one. */
  List<Range> merged() {
    ranges.sort((one, other) -> Integer.compare(one.from(), other.from()));
    List<Range> merged = new ArrayList<>();
    for (Range range : ranges) {
      if (!merged.isEmpty() && range.from() <= merged.getLast().to()) {
        Range last = merged.removeLast();
        merged.add(new Range(last.from(), Math.max(last.to(), range.to())));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }
}
