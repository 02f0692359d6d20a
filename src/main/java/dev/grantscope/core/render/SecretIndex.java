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
  private final List<Entry> beyondAscii;

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
    beyondAscii = entries.stream().filter(entry -> entry.pattern().firstCharacters().anyMatch(c -> c >= 0x80)).toList();
  }

  /** Those that may start with this character as itself. */
  List<Entry> startingWith(int codePoint) {
    return codePoint < 0x80 ? byFirst.get(codePoint) : beyondAscii;
  }

  /** Those that may start with the encoded character that starts here. */
  List<Entry> startingEncodedAt(String text, int at) {
    int decoded =
        switch (text.charAt(at)) {
          case '%' -> CharacterForms.hex(text, at + 1, 2);
          case '\\' -> CharacterForms.escaped(text, at);
          case '&' -> HtmlReference.codePoint(text, at);
          default -> -1;
        };
    return decoded < 0 ? List.of() : startingWith(decoded);
  }

  /** Whether anything may start with this character, as itself or encoded; most of a text is passed over by this alone. */
  boolean mayStartAt(char c) {
    return c < 0x80 ? c == '%' || c == '\\' || c == '&' || !byFirst.get(c).isEmpty() : !beyondAscii.isEmpty();
  }

  int size() {
    return entries.size();
  }
}
