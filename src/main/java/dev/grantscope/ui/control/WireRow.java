package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import dev.grantscope.core.render.TextKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** Draws one row: its line number, and its pieces side by side, each in the colour of its kind, found ones on a tint. Never wraps. */
final class WireRow extends Region {
  /** Columns with a match, {@code to} exclusive. */
  record Found(int from, int to, boolean current) {}

  /** Of one look: what is in it, its kind, and the match it belongs to. */
  private record Piece(Text text, Region tint, boolean found) {}

  private static final double GAP = 14;

  private final Text number = new Text();
  private final List<Piece> pieces = new ArrayList<>();
  private double numberWidth;

  WireRow() {
    getStyleClass().add("wire-row");
    number.getStyleClass().add("wire-number");
  }

  /** The width of the column of line numbers, in pixels. */
  void setNumberWidth(double width) {
    numberWidth = width;
    requestLayout();
  }

  void show(RawRow row, List<Found> found) {
    number.setText(row.continuation() ? "" : Integer.toString(row.line()));
    pieces.clear();
    for (RawRow.Span span : row.spans()) {
      addPieces(row.shown(), span, found);
    }
    List<Node> nodes = new ArrayList<>();
    nodes.add(number);
    pieces.stream().filter(Piece::found).map(Piece::tint).forEach(nodes::add);
    pieces.stream().map(Piece::text).forEach(nodes::add);
    getChildren().setAll(nodes);
  }

  private void addPieces(String shown, RawRow.Span span, List<Found> found) {
    int at = span.from();
    for (Found match : found) {
      if (match.to() > at && match.from() < span.to() && match.from() < match.to()) {
        addPiece(shown, at, Math.max(at, match.from()), span.kind(), null);
        addPiece(shown, Math.max(at, match.from()), Math.min(span.to(), match.to()), span.kind(), match);
        at = Math.min(span.to(), match.to());
      }
    }
    addPiece(shown, at, span.to(), span.kind(), null);
  }

  private void addPiece(String shown, int from, int to, TextKind kind, @Nullable Found match) {
    if (from >= to) {
      return;
    }
    Text text = new Text(shown.substring(from, to));
    text.getStyleClass().add(styleClass(kind));
    Region tint = new Region();
    if (match != null) {
      tint.getStyleClass().add(match.current() ? "wire-match-current" : "wire-match");
      text.getStyleClass().add(match.current() ? "wire-found-current" : "wire-found");
    }
    pieces.add(new Piece(text, tint, match != null));
  }

  private static String styleClass(TextKind kind) {
    // "wire-number" is the line number's.
    return kind == TextKind.NUMBER ? "wire-number-value" : "wire-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where the text starts, in pixels from the left edge of the row. */
  double textStart() {
    return numberWidth + GAP;
  }

  @Override
  protected double computePrefWidth(double height) {
    return Math.ceil(textStart() + pieces.stream().mapToDouble(piece -> width(piece.text())).sum()) + GAP;
  }

  @Override
  protected void layoutChildren() {
    double baseline = Math.round((getHeight() + number.getFont().getSize() * 0.72) / 2);
    number.relocate(numberWidth - width(number), baseline - number.getBaselineOffset());
    double x = textStart();
    for (Piece piece : pieces) {
      double width = width(piece.text());
      piece.text().relocate(x, baseline - piece.text().getBaselineOffset());
      piece.tint().resizeRelocate(x, 1, width, getHeight() - 2);
      x += width;
    }
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }
}
