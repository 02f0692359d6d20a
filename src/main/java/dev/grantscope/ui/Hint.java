package dev.grantscope.ui;

import java.util.function.Supplier;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/**
 * The whole of a text that may not fit, as a tooltip that is made only when the mouse comes: each costs a start as much as a control. For
 * texts that are there to be read without it.
 */
final class Hint {
  private Hint() {}

  /** Shows what the text is then; nothing when it is empty. */
  static void on(Control control, Supplier<String> text) {
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        _ -> {
          String whole = text.get();
          control.setTooltip(whole.isEmpty() ? null : new Tooltip(whole));
        });
  }
}
