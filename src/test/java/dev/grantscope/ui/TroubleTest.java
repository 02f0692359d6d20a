package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.text.Texts;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What was wrong at start is read whole in the smallest window, whatever folder it names. */
@ExtendWith(ApplicationExtension.class)
class TroubleTest {
  private static Label shown(String text) {
    AtomicReference<Label> label = new AtomicReference<>();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          MainWindow window = new MainWindow(new Texts());
          Stage stage = new Stage();
          stage.setScene(new Scene(window, 760, 700));
          window.showTrouble(Optional.of(text));
          stage.show();
          window.applyCss();
          window.layout();
          label.set((Label) window.lookup("#trouble"));
          stage.hide();
        });
    return label.get();
  }

  @Test
  void aLongSentenceIsThereWhole() {
    Texts texts = new Texts();
    Label label = shown(texts.get("storage.settings.DAMAGED") + " " + texts.get("storage.trouble.SET_ASIDE"));
    assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth())).isGreaterThan(40);
  }

  @Test
  void whatCannotBeWrappedIsEscaped() {
    assertThat(shown("Changes are not saved: /home/\u05E9\u05DC\u202E/x").getText()).isEqualTo("Changes are not saved: /home/\\u05E9\\u05DC\\u202E/x");
  }
}
