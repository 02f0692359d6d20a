package dev.grantscope.core.render;

import java.util.regex.Pattern;

/**
 * Tells the permissions of Genesys Cloud, {@code domain:entity:action}, from the header that one of their domains is called like.
 *
 * <p>Only in the form in which they are written there, with one of the actions that there are: whatever else follows
 * {@code authorization:} may be an id and a secret that somebody put there without a scheme.
 */
final class PermissionWords {
  private static final int LONGEST = 4000;
  private static final String FIRST = "authorization:";
  private static final Pattern WORD =
      Pattern.compile("[a-z][A-Za-z]{0,40}:(readonly|([a-z][A-Za-z]{0,40}|\\*):(view|add|edit|delete|search|\\*))");

  private PermissionWords() {}

  /** Whether the text is one such word of that domain, alone or before others, and nothing else. */
  static boolean isAll(String text) {
    if (text.length() > LONGEST || !text.startsWith(FIRST)) {
      return false;
    }
    for (String word : text.split(" ", -1)) {
      if (!WORD.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
