package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.Test;

class WhileVisibleTest {
  private final Node head = new Pane();
  private final Node first = new Pane();
  private final Node second = new Pane();
  private final Node third = new Pane();
  private final Pane box = new Pane(head);

  @Test
  void whatIsHiddenComesIntoItsPlaceWhenItIsShownAndGoesWhenItIsHidden() {
    first.setVisible(false);
    second.setVisible(false);
    WhileVisible.fill(box, first, second, third);
    assertThat(box.getChildren()).containsExactly(head, third);
    second.setVisible(true);
    assertThat(box.getChildren()).containsExactly(head, second, third);
    first.setVisible(true);
    assertThat(box.getChildren()).containsExactly(head, first, second, third);
    second.setVisible(false);
    assertThat(box.getChildren()).containsExactly(head, first, third);
  }

  @Test
  void nothingOfItIsThereWhileTheBoxIsHidden() {
    box.setVisible(false);
    WhileVisible.fill(box, first, second);
    first.setVisible(false);
    assertThat(box.getChildren()).containsExactly(head);
    box.setVisible(true);
    assertThat(box.getChildren()).containsExactly(head, second);
    box.setVisible(false);
    assertThat(box.getChildren()).containsExactly(head);
  }

  /** Taken out and put back, a field would lose the keyboard. */
  @Test
  void whatStaysIsNotTouched() {
    first.setVisible(false);
    WhileVisible.fill(box, first, second);
    int[] leaves = {0};
    second.parentProperty().addListener((_, _, _) -> leaves[0]++);
    first.setVisible(true);
    first.setVisible(false);
    assertThat(leaves[0]).isZero();
  }
}
