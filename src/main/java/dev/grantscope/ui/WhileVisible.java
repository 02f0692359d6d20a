package dev.grantscope.ui;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/**
 * Content that is in the scene only while it is visible, and its box too: what is not there needs no styles, which is most of the work of a
 * start.
 */
final class WhileVisible {
  private final Node box;
  private final List<Node> there;
  private final int before;
  private final List<Node> content;

  private WhileVisible(Node box, List<Node> there, List<Node> content) {
    this.box = box;
    this.there = there;
    this.before = there.size();
    this.content = content;
  }

  /** Adds this content behind what is in the box already, each in its order. */
  static void fill(Pane box, Node... content) {
    fill(box, box.getChildren(), List.of(content));
  }

  /**
   * The same for a control.
   *
   * @param there its children
   */
  static void fill(Node box, List<Node> there, List<Node> content) {
    WhileVisible filled = new WhileVisible(box, there, content);
    for (Node node : filled.content) {
      node.visibleProperty().addListener((_, _, _) -> filled.update(node));
      filled.update(node);
    }
    box.visibleProperty().addListener((_, _, _) -> filled.content.forEach(filled::update));
  }

  /** Only this one: what is taken out of the scene and put back would lose the keyboard. */
  private void update(Node node) {
    boolean wanted = box.isVisible() && node.isVisible();
    if (!wanted) {
      there.remove(node);
    } else if (!there.contains(node)) {
      int earlier = (int) content.stream().takeWhile(it -> !it.equals(node)).filter(there::contains).count();
      there.add(before + earlier, node);
    }
  }
}
