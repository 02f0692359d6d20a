package dev.grantscope.core.render;

import java.util.BitSet;

/** Copies tokens and puts its own white space between them; keeps no tree and does not recurse. */
final class JsonIndenter {
  /** Deeper levels stay on one line, else the indentation alone would be quadratic. */
  private static final int INDENTED_LEVELS = 64;

  private static final int MOST_GROWTH = 8;
  private static final int SPARE = 64 * 1024;

  private enum Expected {
    VALUE,
    VALUE_OR_END,
    NAME,
    NAME_OR_END,
    COLON,
    COMMA_OR_END,
    NOTHING
  }

  private final String in;
  private final StringBuilder out;
  private final long mostOut;
  private final BitSet objects = new BitSet();
  private int depth;
  private int at;
  private boolean breakBefore;
  private Expected expected = Expected.VALUE;

  /** Writes the head first, unchanged. */
  JsonIndenter(String head, String in) {
    this.in = in;
    out = new StringBuilder(head.length() + in.length() * 2 + 16).append(head);
    mostOut = head.length() + (long) in.length() * MOST_GROWTH + SPARE;
  }

  JsonText run() {
    if (in.startsWith("\uFEFF")) {
      out.append(in.charAt(at++));
    }
    int done = at;
    skipWhiteSpace();
    while (at < in.length() && out.length() < mostOut && token()) {
      done = at;
      skipWhiteSpace();
    }
    int laidOutTo = out.length();
    if (at < in.length() || expected != Expected.NOTHING) {
      out.append(in, done, in.length());
    }
    return new JsonText(out.toString(), laidOutTo);
  }

  /** Copies the next token when it may stand here. */
  private boolean token() {
    char c = in.charAt(at);
    return switch (c) {
      case '{', '[' -> isValueExpected() && open(c);
      case '}' -> (expected == Expected.NAME_OR_END || (expected == Expected.COMMA_OR_END && isInObject())) && close(c);
      case ']' -> (expected == Expected.VALUE_OR_END || (expected == Expected.COMMA_OR_END && !isInObject())) && close(c);
      case ',' -> expected == Expected.COMMA_OR_END && comma();
      case ':' -> expected == Expected.COLON && colon();
      case '"' -> string();
      default -> isValueExpected() && scalar(scalarEnd(), afterValue());
    };
  }

  private boolean isValueExpected() {
    return expected == Expected.VALUE || expected == Expected.VALUE_OR_END;
  }

  private boolean isInObject() {
    return depth > 0 && objects.get(depth);
  }

  private Expected afterValue() {
    return depth == 0 ? Expected.NOTHING : Expected.COMMA_OR_END;
  }

  private boolean open(char bracket) {
    breakLine();
    copy(at + 1);
    depth++;
    objects.set(depth, bracket == '{');
    expected = bracket == '{' ? Expected.NAME_OR_END : Expected.VALUE_OR_END;
    breakBefore = true;
    return true;
  }

  private boolean close(char bracket) {
    boolean indented = depth <= INDENTED_LEVELS;
    boolean empty = expected != Expected.COMMA_OR_END;
    depth--;
    if (!empty && indented) {
      appendBreak();
    }
    out.append(bracket);
    at++;
    breakBefore = false;
    expected = afterValue();
    return true;
  }

  private boolean comma() {
    copy(at + 1);
    breakBefore = true;
    expected = isInObject() ? Expected.NAME : Expected.VALUE;
    return true;
  }

  private boolean colon() {
    copy(at + 1);
    out.append(' ');
    expected = Expected.VALUE;
    return true;
  }

  private boolean string() {
    int end = stringEnd(in, at);
    if (expected == Expected.NAME || expected == Expected.NAME_OR_END) {
      return scalar(end, Expected.COLON);
    }
    return isValueExpected() && scalar(end, afterValue());
  }

  private boolean scalar(int end, Expected next) {
    if (end < 0) {
      return false;
    }
    breakLine();
    copy(end);
    expected = next;
    return true;
  }

  private int scalarEnd() {
    char c = in.charAt(at);
    if (c == '-' || (c >= '0' && c <= '9')) {
      return numberEnd(in, at);
    }
    for (String literal : new String[] {"true", "false", "null"}) {
      if (in.startsWith(literal, at)) {
        return at + literal.length();
      }
    }
    return -1;
  }

  private void breakLine() {
    if (breakBefore && depth <= INDENTED_LEVELS) {
      appendBreak();
    }
    breakBefore = false;
  }

  private void appendBreak() {
    out.append('\n').repeat("  ", depth);
  }

  private void copy(int end) {
    out.append(in, at, end);
    at = end;
  }

  private void skipWhiteSpace() {
    while (at < in.length() && isWhiteSpace(in.charAt(at))) {
      at++;
    }
  }

  static boolean isWhiteSpace(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  /** Behind the last character that a number can have; whether they make a number is not asked. */
  static int numberEnd(String text, int from) {
    int end = from;
    while (end < text.length() && "+-.0123456789eE".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  /** Behind the closing quote, or -1 when a control character or the end comes before it. */
  static int stringEnd(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c < ' ') {
        return -1;
      }
      if (c == '\\') {
        i++;
      }
    }
    return -1;
  }
}
