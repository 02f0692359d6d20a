package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** Brings a place of the list into sight, and leaves the list alone when it is there already. */
final class WireScroll {
  /** So many rows stay in sight above the place. */
  private static final int ABOVE = 3;

  /** So much of what follows is seen as well. */
  private static final double MARGIN = 29;

  private final ListView<RawRow> list;

  WireScroll(ListView<RawRow> list) {
    this.list = list;
  }

  /** The first row in sight; 0 when nothing is shown yet. */
  int firstRow() {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    return first == null ? 0 : Math.max(0, first.getIndex());
  }

  /** The row at this height of the list; where there is none, the one that would be there. */
  int rowAt(double y) {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    return first == null ? 0 : first.getIndex() + (int) Math.floor((y - first.getLayoutY()) / WireView.ROW_HEIGHT);
  }

  /** So many pixels further down, or up. */
  void by(double pixels) {
    VirtualFlow<?> flow = flow();
    if (flow != null) {
      flow.scrollPixels(pixels);
    }
  }

  /** To the left edge. */
  void toLineStart() {
    ScrollBar across = scrollBar();
    if (across != null) {
      across.setValue(across.getMin());
    }
  }

  void show(int row, RawRow.Columns columns) {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
    if (first == null || last == null || row < first.getIndex() || row >= last.getIndex()) {
      // Near the end the toolkit can stop a row too early; behind the last row it takes for the very end.
      int all = list.getItems().size();
      boolean atEnd = (all - (row - ABOVE)) * WireView.ROW_HEIGHT <= list.getHeight();
      list.scrollTo(atEnd ? all : Math.max(0, row - ABOVE));
      // Whether there is a bar across is known only when the rows have been laid out.
      list.layout();
    }
    ScrollBar across = scrollBar();
    if (flow != null && across != null && across.isVisible() && flow.getCell(row) instanceof WireCell cell) {
      double from = cell.row().x(columns.from()) - cell.row().x(0);
      double to = cell.row().x(columns.to()) + MARGIN;
      double wanted = to > across.getValue() + list.getWidth() ? to - list.getWidth() : Math.min(across.getValue(), from);
      across.setValue(Math.clamp(wanted, across.getMin(), across.getMax()));
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  private @Nullable ScrollBar scrollBar() {
    return list.lookupAll(".scroll-bar").stream()
        .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == Orientation.HORIZONTAL)
        .map(ScrollBar.class::cast)
        .findFirst()
        .orElse(null);
  }
}
