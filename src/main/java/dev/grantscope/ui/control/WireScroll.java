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

  private static final double COLUMN = 7.25;

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

  void show(int row, RawRow.Columns columns, double left) {
    VirtualFlow<?> flow = flow();
    IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
    IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
    if (first == null || last == null || row < first.getIndex() || row >= last.getIndex()) {
      list.scrollTo(Math.max(0, row - ABOVE));
      // Whether there is a bar across is known only when the rows have been laid out.
      list.layout();
    }
    ScrollBar across = scrollBar(Orientation.HORIZONTAL);
    if (across != null && across.isVisible()) {
      double from = columns.from() * COLUMN;
      double to = left + columns.to() * COLUMN + 4 * COLUMN;
      double wanted = to > across.getValue() + list.getWidth() ? to - list.getWidth() : Math.min(across.getValue(), from);
      across.setValue(Math.clamp(wanted, across.getMin(), across.getMax()));
    }
  }

  private @Nullable VirtualFlow<?> flow() {
    return list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
  }

  private @Nullable ScrollBar scrollBar(Orientation orientation) {
    return list.lookupAll(".scroll-bar").stream()
        .filter(node -> node instanceof ScrollBar bar && bar.getOrientation() == orientation)
        .map(ScrollBar.class::cast)
        .findFirst()
        .orElse(null);
  }
}
