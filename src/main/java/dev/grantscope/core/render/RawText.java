package dev.grantscope.core.render;

import dev.grantscope.core.wire.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Text from the wire in rows that are safe to show: short, left to right, every treacherous character as a visible escape.
 *
 * <p>CR LF ends a row silently; a LF alone ends it and is shown as {@code \n}; a CR alone is shown as {@code \r} and ends nothing. A
 * line longer than a row goes on in rows marked as continuation. Offsets count UTF-16 characters of {@link #source()}, the true text.
 */
public final class RawText {
  /** The most characters of one row. */
  public static final int ROW_LENGTH = 200;

  public static final RawText EMPTY = of("");

  private final String source;
  private final int quietFrom;
  private final int quietTo;
  private final Highlights highlights;
  private final int[] starts;
  private final int[] lines;

  /** From {@code quietFrom} to {@code quietTo} the line ends are ours, not the sender's, and get no sign. */
  RawText(String source, int quietFrom, int quietTo, Highlights highlights) {
    this.source = source;
    this.quietFrom = quietFrom;
    this.quietTo = quietTo;
    this.highlights = highlights;
    RowBreaker breaker = new RowBreaker(source, quietFrom, quietTo);
    starts = breaker.starts();
    lines = breaker.lines();
  }

  /** Bytes that are no UTF-8 are shown as {@code \xNN}. */
  public static RawText of(Bytes bytes) {
    return of(WireChars.decode(bytes));
  }

  public static RawText of(String text) {
    return new RawText(text, 0, 0, Highlights.NONE);
  }

  /** The true text; a byte {@code 0xNN} that is no UTF-8 stands in it as {@code U+DCNN}. */
  public String source() {
    return source;
  }

  public int rowCount() {
    return starts.length;
  }

  /** Made when asked for, in time that depends on the row alone. */
  public RawRow row(int index) {
    int start = starts[index];
    int end = endOf(index);
    StringBuilder shown = new StringBuilder(end - start + 16);
    List<RawRow.Span> spans = new ArrayList<>();
    int piece = highlights.pieceAt(start);
    for (int at = start; at < end; ) {
      while (at >= highlights.end(piece)) {
        piece++;
      }
      int before = shown.length();
      TextKind kind = appendUnit(shown, at, end) ? TextKind.ESCAPE : highlights.kind(piece);
      at += unitLength(source, at);
      addSpan(spans, before, shown.length(), kind);
    }
    return new RawRow(Math.abs(lines[index]), lines[index] < 0, start, end, shown.toString(), spans);
  }

  /** The row that holds this offset; for the offset behind the end the last row. Needs at least one row. */
  public int rowAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : Math.max(0, -found - 2);
  }

  /** Where these rows, both inclusive, stand in {@link #source()}. */
  public Range rangeOf(int firstRow, int lastRow) {
    return new Range(starts[firstRow], endOf(lastRow));
  }

  /** A part of {@link #source()}, {@code to} exclusive. */
  public record Range(int from, int to) {}

  /** Text of a source for where only real characters may go: U+FFFD for each byte that is no UTF-8. */
  public static String forClipboard(String partOfSource) {
    return WireChars.readable(partOfSource);
  }

  /** The columns of the row in which the source range is shown; empty columns when it is not in this row or shows nothing. */
  public RawRow.Columns columns(int row, int from, int to) {
    return new RawRow.Columns(columnOf(row, from), columnOf(row, to));
  }

  /** Finds in the true text; matches do not overlap, and one may go over the end of a row. An empty query finds nothing. */
  public RawMatches find(String query, boolean ignoreCase) {
    return RawMatches.find(source, query, ignoreCase);
  }

  /** Its size, never its content. */
  @Override
  public String toString() {
    return source.length() + " characters in " + starts.length + " rows";
  }

  private int endOf(int row) {
    return row + 1 < starts.length ? starts[row + 1] : source.length();
  }

  private int columnOf(int row, int offset) {
    StringBuilder shown = new StringBuilder();
    int end = Math.min(offset, endOf(row));
    for (int at = starts[row]; at < end; at += unitLength(source, at)) {
      appendUnit(shown, at, endOf(row));
    }
    return shown.length();
  }

  /** Whether what was written is a sign for it and not the character itself. */
  private boolean appendUnit(StringBuilder shown, int at, int end) {
    char c = source.charAt(at);
    if (c == '\n' && at == end - 1) {
      if ((at < quietFrom || at >= quietTo) && (at == 0 || source.charAt(at - 1) != '\r')) {
        Escapes.append(shown, c);
      }
      return true;
    }
    if (c == '\r' && at == end - 2 && source.charAt(at + 1) == '\n') {
      return true;
    }
    int codePoint = source.codePointAt(at);
    Escapes.append(shown, codePoint);
    return Escapes.isEscaped(codePoint);
  }

  static int unitLength(String text, int at) {
    return Character.isHighSurrogate(text.charAt(at)) ? Character.charCount(text.codePointAt(at)) : 1;
  }

  private static void addSpan(List<RawRow.Span> spans, int from, int to, TextKind kind) {
    if (from == to) {
      return;
    }
    if (!spans.isEmpty() && spans.getLast().kind() == kind) {
      spans.set(spans.size() - 1, new RawRow.Span(spans.getLast().from(), to, kind));
    } else {
      spans.add(new RawRow.Span(from, to, kind));
    }
  }
}
