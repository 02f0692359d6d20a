package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws one row: its line number, and its pieces side by side, each in the colour of its kind, found ones on a tint. Never wraps. */
final class WireRow extends Region {
  /** Columns with a match, {@code to} exclusive. */
  record Found(int from, int to, boolean current) {}

  /** Of one look: what is in it, and what lies under it when it belongs to a match. */
  private record Piece(WirePiece text, @Nullable Region tint) {}

  private static final double GAP = 14;

  private final WirePalette palette;
  private final WirePiece number = new WirePiece("", WirePalette.LINE_NUMBER);
  private final List<Piece> pieces = new ArrayList<>();
  private double numberWidth;
  private boolean selected;

  WireRow(WirePalette palette) {
    this.palette = palette;
    getStyleClass().add("wire-row");
    palette.subscribe(this::dress);
  }

  /** The width of the column of line numbers, in pixels. */
  void setNumberWidth(double width) {
    numberWidth = width;
    requestLayout();
  }

  void setSelected(boolean selected) {
    this.selected = selected;
    dress();
  }

  void show(RawRow row, List<Found> found) {
    number.setText(row.continuation() ? "" : Integer.toString(row.line()));
    pieces.clear();
    for (RawRow.Span span : row.spans()) {
      addPieces(row.shown(), span, found);
    }
    dress();
    List<Node> nodes = new ArrayList<>();
    nodes.add(number);
    for (Piece piece : pieces) {
      if (piece.tint() != null) {
        nodes.add(piece.tint());
      }
    }
    pieces.forEach(piece -> nodes.add(piece.text()));
    getChildren().setAll(nodes);
  }

  private void addPieces(String shown, RawRow.Span span, List<Found> found) {
    String look = WirePalette.look(span.kind());
    int at = span.from();
    for (Found match : found) {
      if (match.to() > at && match.from() < span.to() && match.from() < match.to()) {
        addPiece(shown, at, Math.max(at, match.from()), look, null);
        addPiece(shown, Math.max(at, match.from()), Math.min(span.to(), match.to()), look, match);
        at = Math.min(span.to(), match.to());
      }
    }
    addPiece(shown, at, span.to(), look, null);
  }

  private void addPiece(String shown, int from, int to, String look, @Nullable Found match) {
    if (from >= to) {
      return;
    }
    boolean current = match != null && match.current();
    WirePiece piece = new WirePiece(shown.substring(from, to), current ? WirePalette.FOUND_CURRENT : look);
    if (match == null) {
      pieces.add(new Piece(piece, null));
    } else {
      if (!current) {
        piece.getStyleClass().add("wire-found");
      }
      Region tint = new Region();
      tint.getStyleClass().add(current ? "wire-match-current" : "wire-match");
      pieces.add(new Piece(piece, tint));
    }
  }

  private void dress() {
    number.dress(palette, selected);
    pieces.forEach(piece -> piece.text().dress(palette, selected));
  }

  private double textStart() {
    return numberWidth + GAP;
  }

  /** Where this column starts, in pixels from the left edge of the row: a letter of Chinese takes the room of two. */
  double x(int column) {
    double x = textStart();
    int left = column;
    for (Piece piece : pieces) {
      int length = piece.text().getText().length();
      if (left < length) {
        return x + piece.text().widthOf(left);
      }
      x += piece.text().width();
      left -= length;
    }
    return x;
  }

  @Override
  protected double computePrefWidth(double height) {
    double width = textStart() + GAP;
    for (Piece piece : pieces) {
      width += piece.text().width();
    }
    return Math.ceil(width);
  }

  @Override
  protected void layoutChildren() {
    double baseline = Math.round((getHeight() + number.getFont().getSize() * 0.72) / 2);
    number.relocate(numberWidth - number.width(), baseline - number.getBaselineOffset());
    double x = textStart();
    for (Piece piece : pieces) {
      double width = piece.text().width();
      piece.text().relocate(x, baseline - piece.text().getBaselineOffset());
      if (piece.tint() != null) {
        piece.tint().resizeRelocate(x, 1, width, getHeight() - 2);
      }
      x += width;
    }
  }
}
