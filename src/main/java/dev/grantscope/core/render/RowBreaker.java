package dev.grantscope.core.render;

import java.util.Arrays;

/** Finds where the rows of a text start, in one pass and eight bytes a row. */
final class RowBreaker {
  private int[] starts = new int[256];
  private int[] lines = new int[256];
  private int size;

  RowBreaker(String text, int quietFrom, int quietTo) {
    int line = 1;
    int column = 0;
    int length = text.length();
    if (length > 0) {
      add(0, line);
    }
    for (int at = 0; at < length; ) {
      char c = text.charAt(at);
      boolean crLf = c == '\r' && at + 1 < length && text.charAt(at + 1) == '\n';
      boolean ends = crLf || c == '\n';
      int next = at + (crLf ? 2 : RawText.unitLength(text, at));
      boolean quiet = crLf || (at >= quietFrom && at < quietTo);
      int width = quiet && ends ? 0 : Escapes.width(next - at == 1 ? c : text.codePointAt(at));
      if (column + width > RawText.ROW_LENGTH) {
        add(at, -line);
        column = 0;
      }
      column += width;
      at = next;
      if (ends) {
        line++;
        column = 0;
        if (at < length) {
          add(at, line);
        }
      }
    }
  }

  int[] starts() {
    return Arrays.copyOf(starts, size);
  }

  /** The line number, negative for a continuation. */
  int[] lines() {
    return Arrays.copyOf(lines, size);
  }

  private void add(int start, int line) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      lines = Arrays.copyOf(lines, size * 2);
    }
    starts[size] = start;
    lines[size++] = line;
  }
}
