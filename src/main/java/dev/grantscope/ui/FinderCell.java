package dev.grantscope.ui;

import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.FinderView.Row;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** A line of a finder: its sign and name, the value with what it means below, the time. Values never wrap; the sentences are ours. */
final class FinderCell extends ListCell<Row> {
  private final Label sign = new Label();
  private final Label name = new Label();
  private final Label value = new Label();
  private final Label meaning = new Label();
  private final Label time = new Label();
  private final HBox line;

  FinderCell() {
    getStyleClass().add("finder-cell");
    setPrefWidth(0);
    sign.getStyleClass().add("notice");
    sign.setMinWidth(16);
    name.getStyleClass().add("finder-name");
    name.setMinWidth(170);
    name.setMaxWidth(170);
    value.getStyleClass().add("mono");
    value.setMinWidth(0);
    meaning.getStyleClass().add("card-note");
    meaning.setWrapText(true);
    meaning.setMinHeight(0);
    time.getStyleClass().add("card-note");
    time.setMinWidth(USE_PREF_SIZE);
    VBox words = new VBox(2, value, meaning);
    words.setAlignment(Pos.CENTER_LEFT);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    line = new HBox(8, sign, name, words, time);
    line.setAlignment(Pos.CENTER_LEFT);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean none) {
    super.updateItem(row, none);
    if (row == null || none) {
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(null);
      return;
    }
    sign.setGraphic(row.tone() == Tone.QUIET ? null : NoticeLabel.sign(row.tone()));
    NoticeLabel.dress(sign, row.tone());
    name.setText(row.name());
    value.setText(row.value());
    Shown.when(!row.value().isEmpty(), value);
    meaning.setText(row.meaning());
    Shown.when(!row.meaning().isEmpty(), meaning);
    time.setText(row.time());
    String all = row.name() + "\n" + row.value() + "\n" + row.meaning();
    setTooltip(new Tooltip(all));
    setAccessibleText(all);
    setGraphic(line);
  }
}
