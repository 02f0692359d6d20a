package dev.grantscope.ui;

import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A pane laid over the window until it is closed, by Esc or by a click beside it. In the scene from when it is first opened.
 *
 * <p>AtlantaFX has a ModalPane; it takes its content into the scene only with a later pulse, so the keyboard stays below for a moment.
 */
final class Overlay extends StackPane {
  private final Node below;
  private final Region pane;
  private final Runnable closed;

  /**
   * Not shown yet.
   *
   * @param below what must not take keys or clicks meanwhile
   * @param closed called when it was closed
   */
  Overlay(Node below, Region pane, Runnable closed) {
    this.below = below;
    this.pane = pane;
    this.closed = closed;
    Region scrim = new Region();
    scrim.getStyleClass().add("scrim");
    scrim.setOnMousePressed(_ -> close());
    getChildren().add(scrim);
    setVisible(false);
    // Else its default button would take the Enter of the whole window.
    setDisable(true);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close();
          }
        });
  }

  void open(Node first) {
    setVisible(true);
    setDisable(false);
    if (!getChildren().contains(pane)) {
      getChildren().add(pane);
      // At once, so that the keyboard finds its fields.
      applyCss();
      layout();
    }
    below.setDisable(true);
    first.requestFocus();
  }

  void close() {
    setVisible(false);
    setDisable(true);
    below.setDisable(false);
    closed.run();
  }
}
