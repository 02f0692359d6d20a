package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Styles;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.css.PseudoClass;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.layout.Background;
import javafx.scene.layout.Border;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The words on the one button that is to be pressed can be read in each of its states; "Yes, begin" has the focus from the start. */
@ExtendWith(ApplicationExtension.class)
class AccentButtonTest {
  private static Button shown(boolean dark, String state) {
    return shown(dark, state, "other");
  }

  private static Button shown(boolean dark, String state, String place) {
    AtomicReference<Button> shown = new AtomicReference<>();
    WaitForAsyncUtils.waitForAsyncFx(
        10_000,
        () -> {
          Button button = new Button("Yes, begin");
          button.getStyleClass().add(Styles.ACCENT);
          StackPane root = new StackPane(button);
          root.getStyleClass().addAll("main-window", place);
          Scene scene = new Scene(root, 200, 100);
          scene.setUserAgentStylesheet((dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
          scene.getStylesheets().add(Objects.requireNonNull(MainWindow.class.getResource("app.css")).toExternalForm());
          root.pseudoClassStateChanged(PseudoClass.getPseudoClass("dark"), dark);
          button.pseudoClassStateChanged(PseudoClass.getPseudoClass(state), true);
          root.applyCss();
          shown.set(button);
        });
    return shown.get();
  }

  /** WCAG 2.2, "relative luminance". */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double part) {
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }

  @ParameterizedTest
  @CsvSource({"false, none", "false, hover", "false, focused", "false, pressed", "true, none", "true, hover", "true, focused", "true, pressed"})
  void itsWordsStandOutFromIt(boolean dark, String state) {
    Button button = shown(dark, state);
    double ground = luminance((Color) button.getBackground().getFills().getLast().getFill());
    double words = luminance((Color) button.getTextFill());

    assertThat((Math.max(ground, words) + 0.05) / (Math.min(ground, words) + 0.05)).as("contrast").isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFocusIsSeenOnIt(boolean dark) {
    Background quiet = shown(dark, "none").getBackground();
    Background focused = shown(dark, "focused").getBackground();

    assertThat(focused.getFills().getFirst().getFill()).as("its edge").isNotEqualTo(focused.getFills().getLast().getFill());
    assertThat(focused).isNotEqualTo(quiet);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void theFocusIsSeenOnRun(boolean dark) {
    Border quiet = shown(dark, "none", "run-line").getBorder();
    Border focused = shown(dark, "focused", "run-line").getBorder();

    assertThat(luminance((Color) focused.getStrokes().getFirst().getTopStroke()))
        .isNotCloseTo(luminance((Color) quiet.getStrokes().getFirst().getTopStroke()), Offset.offset(0.1));
  }
}
