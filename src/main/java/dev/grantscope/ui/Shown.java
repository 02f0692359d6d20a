package dev.grantscope.ui;

import javafx.scene.Node;

/** A node that takes no room while it is not shown. */
final class Shown {
  private Shown() {}

  static void when(boolean wanted, Node node) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }
}
