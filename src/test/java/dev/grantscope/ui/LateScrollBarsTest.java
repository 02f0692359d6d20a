package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LateScrollBarsTest {
  private static final int WIDTH = 300;

  private static TextArea shown() {
    return WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          TextArea area = new TextArea("short");
          area.setSkin(new LateScrollBars(area));
          Stage stage = new Stage();
          stage.setScene(new Scene(new StackPane(area), WIDTH, 100));
          stage.show();
          return area;
        });
  }

  private static Set<Node> bars(TextArea area, String text) {
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.setText(text));
    // A bar comes with one layout, its width with the next.
    WaitForAsyncUtils.waitForFxEvents(4);
    return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.lookupAll(".scroll-bar"));
  }

  @Test
  void thereIsNoneWhileAllIsSeenAndOneWhenItIsNot() {
    TextArea area = shown();
    assertThat(bars(area, "short")).isEmpty();
    assertThat(bars(area, "line\n".repeat(40)))
        .singleElement()
        .satisfies(
            bar -> {
              assertThat(bar.isVisible()).isTrue();
              assertThat(bar.getBoundsInParent().getWidth()).isPositive();
              assertThat(bar.getBoundsInParent().getHeight()).isGreaterThan(50);
              assertThat(bar.getBoundsInParent().getMaxX()).isLessThanOrEqualTo(WIDTH);
            });
    assertThat(bars(area, "short again")).isEmpty();
    assertThat(bars(area, "a line that is much too long for a field of this width".repeat(10) + "\n".repeat(40))).hasSize(2);
    WaitForAsyncUtils.waitForAsyncFx(10_000, () -> area.getScene().getWindow().hide());
  }
}
