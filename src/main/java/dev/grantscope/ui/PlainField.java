package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.Intake;
import java.util.function.Consumer;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;

/**
 * A line of text that tells only of what the admin typed, never of what the program shows.
 *
 * <p>Monospaced where it is an id or a URL. A text that does not fit shows its end when the field is entered, and is whole in its tooltip.
 */
final class PlainField extends TextField {
  private boolean showing;
  private @Nullable Intake intake;

  PlainField(boolean monospaced, Consumer<String> typed) {
    setMinWidth(0);
    setPrefWidth(1);
    setMaxWidth(Double.MAX_VALUE);
    if (monospaced) {
      getStyleClass().add("mono");
    }
    Hint.on(this, () -> getLength() > 24 && getLength() < 2000 ? getText() : "");
    textProperty()
        .addListener(
            (_, _, text) -> {
              if (!showing) {
                typed.accept(text);
              }
            });
    focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                end();
              }
            });
  }

  /** Takes no more than this. */
  void limit(FieldLimit limit, Texts texts) {
    intake = new Intake(this, limit, new IntakeWords(texts));
  }

  /** The text that counts, also where only its start is shown. */
  String value() {
    return intake == null ? getText() : intake.text();
  }

  @Override
  public void paste() {
    if (intake == null || !intake.refusesPaste()) {
      super.paste();
    }
  }

  /** Shows a text without telling anyone, and without moving the caret when it is there already. */
  void show(String text) {
    if (!text.equals(value())) {
      showing = true;
      if (intake == null) {
        setText(text);
      } else {
        intake.show(text);
      }
      showing = false;
    }
  }
}
