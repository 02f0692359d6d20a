package dev.grantscope.ui;

import java.util.function.IntConsumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;

/** Rows that a double click or Enter opens; with Ctrl, Enter is Run's. */
final class OpenedRows {
  private OpenedRows() {}

  /** Tells of the row that is opened, by its index. */
  static void of(TableView<?> table, IntConsumer open) {
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open(table, open);
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open(table, open);
          }
        });
  }

  private static void open(TableView<?> table, IntConsumer open) {
    int index = table.getSelectionModel().getSelectedIndex();
    if (index >= 0) {
      open.accept(index);
    }
  }
}
