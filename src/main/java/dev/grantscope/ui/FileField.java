package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.Icon;
import java.io.File;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The name of a file, typed or chosen. */
final class FileField extends HBox {
  private final PlainField field;
  private final Button choose;

  /**
   * Empty.
   *
   * @param left called when the field was left, or a file was chosen
   */
  FileField(Texts texts, String id, Consumer<String> typed, Runnable left) {
    super(8);
    field = new PlainField(true, typed);
    field.setId(id);
    field.limit(FieldLimit.PATH, texts);
    field.setPromptText(texts.get("connection.file.none"));
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                left.run();
              }
            });
    choose = new Button(texts.get("connection.file.choose"), new Icon(Feather.FOLDER));
    choose.setId(id + "-choose");
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(_ -> choose(typed, left));
    HBox.setHgrow(field, Priority.ALWAYS);
    getChildren().addAll(field, choose);
  }

  private void choose(Consumer<String> typed, Runnable left) {
    @Nullable File chosen = new FileChooser().showOpenDialog(getScene().getWindow());
    if (chosen != null) {
      typed.accept(chosen.getPath());
      left.run();
    }
  }

  /** For a narrow place: the button's words are in its tooltip. */
  FileField compact() {
    choose.setAccessibleText(choose.getText());
    Hint.on(choose, choose::getText);
    choose.setText("");
    setSpacing(4);
    return this;
  }

  PlainField field() {
    return field;
  }

  void show(String file) {
    field.show(file);
  }
}
