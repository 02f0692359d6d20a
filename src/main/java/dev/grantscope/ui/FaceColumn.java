package dev.grantscope.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A column that shows of each row a face of its own; it stays where it is and sorts nothing. */
final class FaceColumn<R> extends TableColumn<R, R> {
  FaceColumn(String title, double width, Function<R, ? extends Node> face) {
    super(title);
    setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    setCellFactory(
        _ ->
            new TableCell<>() {
              @Override
              protected void updateItem(@Nullable R row, boolean none) {
                super.updateItem(row, none);
                setGraphic(row == null || none ? null : face.apply(row));
              }
            });
    setPrefWidth(width);
    setSortable(false);
    setReorderable(false);
  }
}
