package dev.grantscope.core.render;

import java.nio.charset.StandardCharsets;

/**
 * The ways in which one character can stand in wire text: as itself, percent-encoded (RFC 3986 §2.1, UTF-8 or Latin-1, {@code +} for
 * a space), escaped as in JSON or JavaScript, also in JSON within JSON, or as an HTML character reference.
 */
final class CharacterForms {
  /** More ways to go on than this at one place do not happen outside of a contrived text. */
  static final int MOST_ENDS = 12;

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
      case '&' -> reference(at, codePoint);
      default -> addIf(c >= 0xDC80 && c <= 0xDCFF && (c & 0xFF) == codePoint, at + 1);
    }
  }

  private void percent(int at, int codePoint) {
    if (codePoint < 0x80) {
      addIf(hex(text, at + 1, 2) == codePoint, at + 3);
      return;
    }
    utf8("%", at, codePoint);
    addIf(codePoint <= 0xFF && hex(text, at + 1, 2) == codePoint, at + 3);
  }

  /** Each of its bytes by itself, as in a URL or a log. */
  private void utf8(String sign, int at, int codePoint) {
    int end = at;
    for (byte expected : Character.toString(codePoint).getBytes(StandardCharsets.UTF_8)) {
      if (!text.startsWith(sign, end) || hex(text, end + sign.length(), 2) != (expected & 0xFF)) {
        return;
      }
      end += sign.length() + 2;
    }
    add(end);
  }

  private void backslash(int at, int codePoint) {
    int run = backslashes(text, at);
    if (codePoint == '\\') {
      addIf(run >= 2, at + 2);
      addIf(run >= 4, at + 4);
    }
    int letter = at + run;
    if (codePoint >= 0x80) {
      utf8("\\x", letter - 1, codePoint);
    }
    if (codePoint > 0xFFFF) {
      addIf(text.startsWith("u", letter) && isPair(letter, codePoint), letter + 10 + backslashes(text, letter + 5));
    } else if (escaped(text, at) == codePoint) {
      char c = text.charAt(letter);
      add(letter + (c == 'u' ? 5 : c == 'x' ? 3 : 1));
    }
  }

  private boolean isPair(int letter, int codePoint) {
    int second = letter + 5 + backslashes(text, letter + 5);
    return hex(text, letter + 1, 4) == Character.highSurrogate(codePoint)
        && text.startsWith("u", second)
        && hex(text, second + 1, 4) == Character.lowSurrogate(codePoint);
  }

  private void reference(int at, int codePoint) {
    addIf(HtmlReference.codePoint(text, at) == codePoint, HtmlReference.end(text, at));
  }

  /** The character of the JSON escape that starts here, or a half of it, or -1. */
  static int escaped(String text, int at) {
    int letter = at + backslashes(text, at);
    if (letter >= text.length()) {
      return -1;
    }
    char c = text.charAt(letter);
    int known = SHORT_ESCAPES.indexOf(c);
    return switch (c) {
      case 'u' -> hex(text, letter + 1, 4);
      case 'x' -> hex(text, letter + 1, 2);
      case '"', '/', '\'' -> c;
      default -> known >= 0 && known % 2 == 0 ? SHORT_ESCAPES.charAt(known + 1) : -1;
    };
  }

  private static int backslashes(String text, int at) {
    int end = at;
    while (end < text.length() && end < at + 8 && text.charAt(end) == '\\') {
      end++;
    }
    return end - at;
  }

  /** The value of these hexadecimal digits, or -1 when they are not there. */
  static int hex(String text, int at, int digits) {
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
