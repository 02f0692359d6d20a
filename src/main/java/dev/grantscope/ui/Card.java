package dev.grantscope.ui;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A panel with a title, and something small at its other end. */
class Card extends VBox {
  Card(String title, Node... beside) {
    getStyleClass().add("card");
    Label name = new Label(title);
    name.getStyleClass().add("card-title");
    name.setMinWidth(USE_PREF_SIZE);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    HBox head = new HBox(8, name);
    head.getChildren().addAll(beside);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("card-head");
    getChildren().add(head);
    setMinWidth(0);
  }

  /**
   * Only as high as what must be there, or as every card is: the note at the bottom gives its room to a warning beside a field, before Run
   * and the result move. All of it is in its tooltip.
   */
  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }
}
