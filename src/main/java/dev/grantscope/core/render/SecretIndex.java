package dev.grantscope.core.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The patterns by the character with which an occurrence can start, so that most places of a text cost one look. */
final class SecretIndex {
  /** A pattern and its place in the index, from 0. */
  record Entry(int number, SecretPattern pattern) {}

  private final List<Entry> entries = new ArrayList<>();
  private final List<List<Entry>> byFirst = new ArrayList<>(Collections.nCopies(0x80, List.of()));

  SecretIndex(List<SecretPattern> patterns) {
    for (SecretPattern pattern : patterns) {
      Entry entry = new Entry(entries.size(), pattern);
      entries.add(entry);
      pattern.firstCharacters().filter(c -> c < 0x80).distinct().forEach(c -> {
        List<Entry> longer = new ArrayList<>(byFirst.get(c));
        longer.add(entry);
        byFirst.set(c, longer);
      });
    }
    for (char encoding : "%\\&".toCharArray()) {
      byFirst.set(encoding, entries);
    }
  }

  /** Those that may start with this character. */
  List<Entry> startingWith(char c) {
    return c < 0x80 ? byFirst.get(c) : entries;
  }

  int size() {
    return entries.size();
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }
}
