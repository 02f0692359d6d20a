package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Selects the rows from where the mouse went down to where it is, and scrolls while it is beyond an edge. */
final class WireDrag {
  private static final Duration STEP = Duration.millis(40);

  private final ListView<RawRow> list;
  private final RowSelection selection;
  private final WireScroll scroll;
  private final Timeline beyond = new Timeline(new KeyFrame(STEP, _ -> select()));
  private int from = -1;
  private int to = -1;
  private double y;

  WireDrag(ListView<RawRow> list, RowSelection selection, WireScroll scroll) {
    this.list = list;
    this.selection = selection;
    this.scroll = scroll;
    beyond.setCycleCount(Animation.INDEFINITE);
    list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::onPressed);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::onDragged);
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> end());
  }

  /** The text under the mouse is another one now. */
  void end() {
    from = -1;
    beyond.stop();
  }

  private void onPressed(MouseEvent event) {
    boolean plain = event.getButton() == MouseButton.PRIMARY && !event.isShiftDown() && !event.isShortcutDown();
    @Nullable WireCell cell = plain ? cellOf(event.getTarget()) : null;
    from = cell == null || cell.isEmpty() ? -1 : cell.getIndex();
    to = from;
  }

  private static @Nullable WireCell cellOf(Object target) {
    for (Node node = target instanceof Node it ? it : null; node != null; node = node.getParent()) {
      if (node instanceof WireCell cell) {
        return cell;
      }
    }
    return null;
  }

  private void onDragged(MouseEvent event) {
    if (from >= 0) {
      y = event.getY();
      if (y >= 0 && y < list.getHeight()) {
        beyond.stop();
      } else if (beyond.getStatus() != Animation.Status.RUNNING) {
        beyond.play();
      }
      select();
    }
  }

  private void select() {
    if (y < 0 || y >= list.getHeight()) {
      scroll.by(y < 0 ? y : y - list.getHeight());
    }
    int row = Math.clamp(scroll.rowAt(Math.clamp(y, 0, list.getHeight() - 1)), 0, list.getItems().size() - 1);
    if (row != to) {
      to = row;
      selection.selectOnly(from, row);
    }
  }
}
