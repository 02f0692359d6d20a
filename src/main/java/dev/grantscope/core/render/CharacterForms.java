package dev.grantscope.core.render;

import java.nio.charset.StandardCharsets;

/**
 * The ways in which one character can stand in wire text: as itself, percent-encoded (RFC 3986 §2.1, UTF-8 or Latin-1, {@code +} for
 * a space), escaped as in JSON or JavaScript, also in JSON within JSON, or as an HTML character reference.
 */
final class CharacterForms {
  /** More ways to go on than this at one place do not happen outside of a contrived text. */
  static final int MOST_ENDS = 12;

  private static final String[] REFERENCES = {"amp;", "&", "lt;", "<", "gt;", ">", "quot;", "\"", "apos;", "'", "plus;", "+", "sol;", "/", "equals;", "="};
  private static final String SHORT_ESCAPES = "b\bf\fn\nr\rt\t";

  private final String text;
  private final int[] ends = new int[MOST_ENDS];
  private int count;

  CharacterForms(String text) {
    this.text = text;
  }

  /** Forgets the ends found so far. */
  void clear() {
    count = 0;
  }

  int count() {
    return count;
  }

  int end(int index) {
    return ends[index];
  }

  /** Adds the end of every form of the character that starts here. */
  void find(int at, int codePoint) {
    char c = text.charAt(at);
    if (c == codePoint) {
      add(at + 1);
    } else if (codePoint > 0xFFFF && text.codePointAt(at) == codePoint) {
      add(at + 2);
    }
    switch (c) {
      case '+' -> addIf(codePoint == ' ', at + 1);
      case '%' -> percent(at, codePoint);
      case '\\' -> backslash(at, codePoint);
      case '&' -> reference(at + 1, codePoint);
      default -> addIf(c >= 0xDC80 && c <= 0xDCFF && (c & 0xFF) == codePoint, at + 1);
    }
  }

  private void percent(int at, int codePoint) {
    if (codePoint < 0x80) {
      addIf(hex(at + 1, 2) == codePoint, at + 3);
      return;
    }
    int end = at;
    for (byte expected : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      boolean same = end + 2 < text.length() && text.charAt(end) == '%' && hex(end + 1, 2) == (expected & 0xFF);
      if (!same) {
        end = -1;
        break;
      }
      end += 3;
    }
    addIf(end > 0, end);
    addIf(codePoint <= 0xFF && hex(at + 1, 2) == codePoint, at + 3);
  }

  private void backslash(int at, int codePoint) {
    int run = backslashes(at);
    if (codePoint == '\\') {
      addIf(run >= 2, at + 2);
      addIf(run >= 4, at + 4);
    }
    int letter = at + run;
    if (letter >= text.length()) {
      return;
    }
    char c = text.charAt(letter);
    if (c == 'u') {
      addIf(hex(letter + 1, 4) == codePoint, letter + 5);
      addIf(codePoint > 0xFFFF && isPair(letter, codePoint), letter + 10 + backslashes(letter + 5));
    } else if (c == 'x') {
      addIf(hex(letter + 1, 2) == codePoint, letter + 3);
    }
    addIf(c == codePoint && "\"/'".indexOf(c) >= 0, letter + 1);
    int known = SHORT_ESCAPES.indexOf(c);
    addIf(known >= 0 && known % 2 == 0 && SHORT_ESCAPES.charAt(known + 1) == codePoint, letter + 1);
  }

  private boolean isPair(int letter, int codePoint) {
    int second = letter + 5 + backslashes(letter + 5);
    return hex(letter + 1, 4) == Character.highSurrogate(codePoint)
        && text.startsWith("u", second)
        && hex(second + 1, 4) == Character.lowSurrogate(codePoint);
  }

  private int backslashes(int at) {
    int end = at;
    while (end < text.length() && end < at + 8 && text.charAt(end) == '\\') {
      end++;
    }
    return end - at;
  }

  private void reference(int at, int codePoint) {
    if (text.startsWith("#", at)) {
      boolean hex = text.startsWith("x", at + 1) || text.startsWith("X", at + 1);
      int end = at + (hex ? 2 : 1);
      long value = 0;
      while (end < text.length() && end < at + 10 && Character.digit(text.charAt(end), hex ? 16 : 10) >= 0) {
        value = value * (hex ? 16 : 10) + Character.digit(text.charAt(end), 16);
        end++;
      }
      addIf(value == codePoint, text.startsWith(";", end) ? end + 1 : end);
      return;
    }
    for (int i = 0; i < REFERENCES.length; i += 2) {
      addIf(REFERENCES[i + 1].charAt(0) == codePoint && text.startsWith(REFERENCES[i], at), at + REFERENCES[i].length());
    }
  }

  private int hex(int at, int digits) {
    if (at + digits > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = at; i < at + digits; i++) {
      int digit = Character.digit(text.charAt(i), 16);
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private void addIf(boolean condition, int end) {
    if (condition) {
      add(end);
    }
  }

  void add(int end) {
    for (int i = 0; i < count; i++) {
      if (ends[i] == end) {
        return;
      }
    }
    if (count < MOST_ENDS) {
      ends[count++] = end;
    }
  }
}
