package dev.grantscope.core.render;

/** A few words from a server or a user, in one line that any label can show: what is invisible or reorders the line is escaped. */
public final class VisibleText {
  private VisibleText() {}

  /** The text, cut after about so many characters. */
  public static String of(String text, int longest) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (shown.length() >= longest) {
        return shown.append('…').toString();
      }
      Escapes.append(shown, text.codePointAt(i));
    }
    return shown.toString();
  }
}
