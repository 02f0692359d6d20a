package dev.grantscope.ui;

import dev.grantscope.presenter.Choice;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ContextMenu;
import javafx.stage.Window;

/**
 * A few things to choose from, that tells only of what the admin chose, never of what the program shows.
 *
 * <p>No combo box: that has the nodes of its whole list from the start.
 */
final class ChoiceField extends ChoiceBox<Choice> {
  private boolean showing;

  ChoiceField(Consumer<String> chosen) {
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setPrefWidth(1);
    setConverter(new ChoiceLabels(getItems()));
    ChoiceKeys.on(this, getSelectionModel(), getItems(), showingProperty(), this::show);
    valueProperty()
        .addListener(
            (_, _, choice) -> {
              if (!showing && choice != null) {
                chosen.accept(choice.id());
              }
            });
  }

  /** Opens the list below the field, every time: of itself a choice box covers the field from the second time on. */
  @Override
  public void show() {
    super.show();
    Bounds place = localToScreen(getLayoutBounds());
    for (Window window : Window.getWindows()) {
      if (window instanceof ContextMenu list && equals(list.getOwnerNode())) {
        list.setAnchorX(place.getMinX());
        list.setAnchorY(place.getMaxY());
      }
    }
  }

  void show(List<Choice> choices, String id) {
    showing = true;
    if (!getItems().equals(choices)) {
      getItems().setAll(choices);
    }
    setValue(choices.stream().filter(choice -> choice.id().equals(id)).findFirst().orElse(null));
    showing = false;
  }
}
