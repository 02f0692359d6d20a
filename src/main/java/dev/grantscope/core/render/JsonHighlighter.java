package dev.grantscope.core.render;

/** Finds the kinds of JSON tokens, also in broken JSON: it asks what a piece looks like, not whether it may stand there. */
final class JsonHighlighter {
  private JsonHighlighter() {}

  static void scan(String text, int from, Highlights.Builder kinds) {
    for (int at = from; at < text.length(); ) {
      char c = text.charAt(at);
      int end = at + 1;
      if (c == '"') {
        int closed = JsonIndenter.stringEnd(text, at);
        end = closed < 0 ? lineEnd(text, at) : closed;
        kinds.from(at, isName(text, end) ? TextKind.KEY : TextKind.STRING);
      } else if (c == '-' || (c >= '0' && c <= '9')) {
        end = JsonIndenter.numberEnd(text, at);
        kinds.from(at, TextKind.NUMBER);
      } else if ("{}[],:".indexOf(c) >= 0) {
        kinds.from(at, TextKind.PUNCTUATION);
      } else if (isLetter(c)) {
        end = wordEnd(text, at);
        kinds.from(at, isLiteral(text, at, end) ? TextKind.LITERAL : TextKind.PLAIN);
      } else if (!JsonIndenter.isWhiteSpace(c)) {
        kinds.from(at, TextKind.PLAIN);
      }
      at = end;
    }
  }

  private static int lineEnd(String text, int from) {
    int end = from + 1;
    while (end < text.length() && text.charAt(end) >= ' ') {
      end++;
    }
    return end;
  }

  private static boolean isName(String text, int end) {
    int at = end;
    while (at < text.length() && JsonIndenter.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static int wordEnd(String text, int from) {
    int end = from + 1;
    while (end < text.length() && isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLiteral(String text, int from, int end) {
    String word = end - from > 5 ? "" : text.substring(from, end);
    return word.equals("true") || word.equals("false") || word.equals("null");
  }
}
