package dev.grantscope.ui;

import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Stage;

/** Whether the window of a node can be seen: it is open, and not an icon. What only looks nice can wait until it can. */
final class InSight {
  private InSight() {}

  static ObservableValue<Boolean> of(Node node) {
    return node.sceneProperty()
        .flatMap(Scene::windowProperty)
        .flatMap(
            window ->
                window instanceof Stage stage
                    ? stage.showingProperty().flatMap(showing -> showing ? stage.iconifiedProperty().map(it -> !it) : new SimpleBooleanProperty(false))
                    : window.showingProperty())
        .orElse(false);
  }
}
