package dev.grantscope.core.render;

/**
 * A JSON text (RFC 8259) on lines with indentation, every token exactly as it was sent: number texts, escapes, order, duplicate names.
 *
 * @param text the laid-out part and then, unchanged, what could not be laid out
 * @param laidOutTo where in {@code text} the unchanged rest starts; its length when there is none. The rest is what is malformed, cut or extremely nested
 */
public record JsonText(String text, int laidOutTo) {
  /** Two spaces a level, behind a head that stays as it is: in one text, since a copy of a large one costs the window a pause. Never fails. */
  static JsonText behind(String head, String json) {
    return new JsonIndenter(head, json).run();
  }

  /** Whether it is worth a try: an object or an array begins after white space and a byte order mark. */
  public static boolean isLikely(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\uFEFF') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** Without the text, which may hold a token. */
  @Override
  public String toString() {
    return text.length() + " characters, laid out to " + laidOutTo;
  }
}
