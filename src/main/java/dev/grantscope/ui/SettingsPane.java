package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What profiles leave to the settings, laid over the window. Kept as it is typed. */
final class SettingsPane extends VBox {
  private final ConnectionFields connection;

  SettingsPane(Texts texts, Runnable close) {
    super(16);
    getStyleClass().add("settings-pane");
    connection = new ConnectionFields(texts, "settings");
    Label title = new Label(texts.get("settings.title"));
    title.getStyleClass().add("pane-title");
    Label note = new Label(texts.get("settings.note"));
    note.getStyleClass().add("card-note");
    note.setWrapText(true);
    Button done = new Button(texts.get("options.done"));
    done.setId("settings-done");
    done.getStyleClass().add(Styles.ACCENT);
    done.setDefaultButton(true);
    done.setOnAction(_ -> close.run());
    HBox foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(title, note, connection, foot);
  }

  ConnectionFields connection() {
    return connection;
  }

  boolean hasProblem() {
    return connection.firstProblem().isPresent();
  }

  /** Where the keyboard goes first. */
  Node firstField() {
    return connection.firstField();
  }
}
