package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class HintTest {
  @Test
  void isThereWhenTheMouseComesAndSaysWhatTheTextIsThen() {
    AtomicReference<String> text = new AtomicReference<>("first");
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          Label label = new Label();
          Hint.on(label, text::get);
          assertThat(label.getTooltip()).isNull();

          enter(label);
          assertThat(label.getTooltip().getText()).isEqualTo("first");

          text.set("second");
          enter(label);
          assertThat(label.getTooltip().getText()).isEqualTo("second");

          text.set("");
          enter(label);
          assertThat(label.getTooltip()).isNull();
        });
  }

  @Test
  void aLongTextIsInLinesThatAScreenHasRoomFor() {
    assertThat(Hint.lines("short")).isEqualTo("short");
    String sentence = "One thing is changed at a time. ".repeat(20).strip();
    assertThat(Hint.lines(sentence).lines().toList()).hasSizeGreaterThan(5).allMatch(it -> it.length() <= 90 && it.equals(it.strip()));
    assertThat(Hint.lines(sentence).replace('\n', ' ')).isEqualTo(sentence);
    String url = "https://" + "x".repeat(500);
    assertThat(Hint.lines(url).lines().toList()).allMatch(it -> it.length() <= 90);
    assertThat(Hint.lines(url).replace("\n", "")).isEqualTo(url);
  }

  private static void enter(Label label) {
    label.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_ENTERED, 1, 1, 1, 1, MouseButton.NONE, 0, false, false, false, false, false, false, false, true, false,
            false, null));
  }
}
