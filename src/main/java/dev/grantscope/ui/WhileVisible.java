package dev.grantscope.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Content that is in the scene only while its box is visible: what is not there needs no styles, which is most of the work of a start. */
final class WhileVisible {
  private WhileVisible() {}

  static void fill(Pane box, Node... content) {
    List<Node> all = List.of(content);
    box.visibleProperty()
        .subscribe(
            visible -> {
              if (visible) {
                box.getChildren().setAll(all);
              } else {
                box.getChildren().clear();
              }
            });
  }
}
