package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.CallPresenter.Row;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The calls of the API call tab, each with what it came to; while there are none, what to do. */
final class CallRows extends StackPane {
  private static final double TWO_LINES = 44;
  private static final double PILL = 180;

  private final TableView<Row> table = new TableView<>();
  private final Label empty = new Label();

  /**
   * No rows yet.
   *
   * @param chosen hears the index of the row that is selected; -1 when none is any longer
   * @param opened hears the index of the row whose exchange is wanted
   */
  CallRows(Texts texts, IntConsumer chosen, IntConsumer opened) {
    empty.getStyleClass().add("empty-state");
    empty.setText(texts.get("call.nothing"));
    empty.setId("call-nothing");
    table.setId("call-table");
    table.setAccessibleText(texts.get("result.call"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(TWO_LINES);
    table
        .getColumns()
        .setAll(
            List.of(
                new FaceColumn<>(texts.get("call.column.call"), 340, CallRows::called),
                new FaceColumn<>(texts.get("call.column.answer"), PILL, CallRows::pill),
                new FaceColumn<>(texts.get("call.column.meaning"), 420, CallRows::meaning)));
    table.getColumns().forEach(column -> column.setMinWidth(PILL));
    table.setRowFactory(_ -> new CallRow());
    table.getSelectionModel().selectedIndexProperty().subscribe((_, index) -> chosen.accept(index.intValue()));
    OpenedRows.of(table, opened);
    getChildren().addAll(table, empty);
  }

  private static final class CallRow extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean none) {
      super.updateItem(row, none);
      setTooltip(row == null || none ? null : new Tooltip(row.method() + " " + row.url() + "\n" + row.answer() + "\n" + row.meaning()));
    }
  }

  private static Node called(Row row) {
    Label label = new Label(row.method() + " " + row.url());
    label.getStyleClass().add("mono");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return label;
  }

  private static Node pill(Row row) {
    Label label = new Label(row.answer(), NoticeLabel.sign(row.tone()));
    label.getStyleClass().add("pill");
    label.setMinWidth(USE_PREF_SIZE);
    label.pseudoClassStateChanged(NoticeLabel.style(row.tone()), true);
    return label;
  }

  private static Node meaning(Row row) {
    Label label = new Label(row.meaning());
    label.setWrapText(true);
    label.getStyleClass().add("meaning");
    return label;
  }

  int chosen() {
    return table.getSelectionModel().getSelectedIndex();
  }

  void show(List<Row> rows) {
    if (!table.getItems().equals(rows)) {
      int chosen = chosen();
      table.getItems().setAll(rows);
      if (chosen >= 0 && chosen < rows.size()) {
        table.getSelectionModel().select(chosen);
      }
    }
    table.setVisible(!rows.isEmpty());
    empty.setVisible(rows.isEmpty());
  }
}
