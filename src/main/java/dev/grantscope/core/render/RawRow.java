package dev.grantscope.core.render;

import java.util.List;

/**
 * One row of a {@link RawText}: what is shown, and where it comes from.
 *
 * @param line the number of its source line, from 1
 * @param continuation whether the line began in a row above
 * @param start where it starts in {@link RawText#source()}
 * @param end where it ends there, exclusive, its line end included
 * @param shown at most {@link RawText#ROW_LENGTH} characters that are safe to show, without a line end
 * @param spans the kinds of what is shown, from column 0 to its length without gaps
 */
public record RawRow(int line, boolean continuation, int start, int end, String shown, List<Span> spans) {
  public RawRow {
    spans = List.copyOf(spans);
  }

  /** Columns of one kind, {@code to} exclusive. */
  public record Span(int from, int to, TextKind kind) {}

  /** Columns of a row, {@code to} exclusive. */
  public record Columns(int from, int to) {}
}
