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
  private static final int LONGEST_LINE = 90;

  private Hint() {}

  /** Shows what the text is then; nothing when it is empty. */
  static void on(Control control, Supplier<String> text) {
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        _ -> {
          String whole = text.get();
          control.setTooltip(whole.isEmpty() ? null : new Tooltip(lines(whole)));
        });
  }

  /** In lines that a screen has room for, broken here: a tooltip wraps by the toolkit, which cannot wrap each script. */
  static String lines(String text) {
    StringBuilder lines = new StringBuilder();
    int start = 0;
    while (text.length() - start > LONGEST_LINE) {
      int blank = text.lastIndexOf(' ', start + LONGEST_LINE);
      int end = blank > start ? blank : start + LONGEST_LINE;
      lines.append(text, start, end).append('\n');
      start = blank > start ? blank + 1 : end;
    }
    return lines.append(text, start, text.length()).toString();
  }
}
