package dev.grantscope.journey;

import dev.grantscope.Main;
import java.util.Objects;
import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/** The program in a process of its own, which ends as at the end of a session in the very moment in which something was typed. */
final class TypedAndEnded {
  private TypedAndEnded() {}

  public static void main(String[] arguments) {
    Platform.startup(
        () ->
            Window.getWindows()
                .addListener((ListChangeListener<Window>) change -> Platform.runLater(() -> typeAndEnd(change.getList().getFirst(), arguments[0]))));
    Main.main(new String[0]);
  }

  private static void typeAndEnd(Window window, String typed) {
    TextInputControl field = (TextInputControl) Objects.requireNonNull(window.getScene().lookup("#client-id"));
    field.setText(typed);
    // From here, so that no moment passes on this thread in which the usual save could be made.
    System.exit(0);
  }
}
