package dev.grantscope.core.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A character that a person pasting text does not see, or takes for another one.
 *
 * @param index where it stands, in UTF-16 units
 * @param codePoint which it is
 */
public record Invisible(int index, int codePoint) {
  /** Letters and signs that show nothing: combining grapheme joiner, Hangul fillers, empty Braille pattern. */
  private static final String ODD_BLANKS = "\u034F\u115F\u1160\u2800\u3164\uFFA0";

  /** Every such character in this text: white space, controls, zero-width and other format characters, curly quotes, odd blanks. */
  public static List<Invisible> in(String text) {
    List<Invisible> found = new ArrayList<>();
    // A blank between other characters is seen; one at an end is not.
    int firstSeen = text.length() - text.stripLeading().length();
    int lastSeen = text.stripTrailing().length();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isTrap(c) && !(c == ' ' && i > firstSeen && i < lastSeen)) {
        found.add(new Invisible(i, c));
      }
    }
    return found;
  }

  private static boolean isTrap(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || Character.isSpaceChar(c)
        || (c >= 0x2018 && c <= 0x201F)
        || ODD_BLANKS.indexOf(c) >= 0;
  }

  /** Where it stands in this text: {@code start}, {@code end} or {@code inside}. */
  public String place(String text) {
    return index == 0 ? "start" : index + Character.charCount(codePoint) == text.length() ? "end" : "inside";
  }

  /** Such as "U+000A LINE FEED". */
  public String name() {
    String name = Character.getName(codePoint);
    return String.format(Locale.ROOT, "U+%04X %s", codePoint, name == null ? "" : name.replaceFirst(" \\(.*", "")).strip();
  }
}
