package dev.grantscope.core.render;

import java.util.Locale;
import java.util.Set;

/**
 * What a server says about a parameter, in the place of its value: {@code {"client_secret":["is required"]}}. To hide it would hide the
 * reason of a refusal; were our own secret among the words, it would be found as itself.
 */
final class SecretWords {
  private static final int LONGEST = 300;
  private static final Set<String> SAYING =
      Set.of("required", "missing", "invalid", "must", "cannot", "empty", "blank", "incorrect", "expired", "undefined");
  private static final int LONGEST_WORD = 20;
  private static final String BETWEEN = " \t\r\n[]\"'.,:;!";

  private SecretWords() {}

  /** Whether nothing else stands there. */
  static boolean areAbout(String text, int from, int to) {
    if (to - from > LONGEST) {
      return false;
    }
    String words = text.substring(from, to).replace(Redaction.MARK, "");
    boolean said = false;
    int start = 0;
    for (int i = 0; i <= words.length(); i++) {
      if (i == words.length() || BETWEEN.indexOf(words.charAt(i)) >= 0) {
        if (!isWord(words, start, i)) {
          return false;
        }
        said |= SAYING.contains(words.substring(start, i).toLowerCase(Locale.ROOT));
        start = i + 1;
      }
    }
    return said;
  }

  /** Letters in one case, but for the first. */
  private static boolean isWord(String text, int from, int to) {
    boolean lower = true;
    boolean upper = true;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      lower &= (c >= 'a' && c <= 'z') || c == '_' || i == from;
      upper &= (c >= 'A' && c <= 'Z') || c == '_';
      if (i == from && !(Character.isLetter(c) && c < 0x80)) {
        return false;
      }
    }
    return to - from <= LONGEST_WORD && (lower || upper);
  }
}
