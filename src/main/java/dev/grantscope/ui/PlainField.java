package dev.grantscope.ui;

import java.util.function.Consumer;
import javafx.scene.control.TextField;

/**
 * A line of text that tells only of what the admin typed, never of what the program shows.
 *
 * <p>Monospaced where it is an id or a URL. A text that does not fit shows its end when the field is entered, and is whole in its tooltip.
 */
final class PlainField extends TextField {
  private boolean showing;

  PlainField(boolean monospaced, Consumer<String> typed) {
    setMinWidth(0);
    setPrefWidth(1);
    setMaxWidth(Double.MAX_VALUE);
    if (monospaced) {
      getStyleClass().add("mono");
    }
    Hint.on(this, () -> getLength() > 24 && getLength() < 2000 ? getText() : "");
    textProperty()
        .subscribe(
            (_, text) -> {
              if (!showing) {
                typed.accept(text);
              }
            });
    focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (focused) {
                end();
              }
            });
  }

  /** Shows a text without telling anyone, and without moving the caret when it is there already. */
  void show(String text) {
    if (!text.equals(getText())) {
      showing = true;
      setText(text);
      showing = false;
    }
  }
}
