package dev.grantscope.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.ScrollPaneSkin;
import javafx.scene.control.skin.TextAreaSkin;

/** A text area whose scroll bars are in the scene while they are seen: they are two thirds of its nodes, and few scopes need one. */
final class LateScrollBars extends TextAreaSkin {
  LateScrollBars(TextArea area) {
    super(area);
    ScrollPane pane = (ScrollPane) getChildren().getFirst();
    pane.setSkin(new Bars(pane));
  }

  private static final class Bars extends ScrollPaneSkin {
    Bars(ScrollPane pane) {
      super(pane);
      // Behind the viewport: the two bars, and the corner between them.
      List<Node> bars = List.copyOf(getChildren().subList(1, getChildren().size()));
      getChildren().removeAll(bars);
      for (Node bar : bars) {
        bar.setVisible(false);
      }
      WhileVisible.fill(pane, getChildren(), bars);
    }
  }
}
