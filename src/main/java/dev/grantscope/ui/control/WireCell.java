package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** A cell of the list; a reader is told the line number and what is shown. */
final class WireCell extends ListCell<RawRow> {
  private final WireRow row;
  private final Function<RawRow, List<WireRow.Found>> find;

  WireCell(WirePalette palette, ObservableDoubleValue numberWidth, Function<RawRow, List<WireRow.Found>> find) {
    this.find = find;
    row = new WireRow(palette);
    // Where the mouse went down must not be a piece, which is another one when the cell is used for another row.
    row.setMouseTransparent(true);
    getStyleClass().add("wire-cell");
    numberWidth.subscribe(width -> row.setNumberWidth(width.doubleValue()));
    selectedProperty().subscribe(row::setSelected);
  }

  /** Shows the matches as they are now. */
  void showMatches() {
    RawRow item = getItem();
    if (!isEmpty() && item != null) {
      row.show(item, find.apply(item));
    }
  }

  WireRow row() {
    return row;
  }

  @Override
  protected void updateItem(@Nullable RawRow item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
    } else {
      setGraphic(row);
      setAccessibleText(item.continuation() ? item.shown() : item.line() + " " + item.shown());
      showMatches();
    }
  }
}
