package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.ui.control.Icon;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One row of the list of profiles: a heading, a profile with its sign, or the field for its new name. */
final class ProfileCell extends ListCell<ProfileItem> {
  /** More than the list is wide; the text engine takes minutes over a name of 20,000 combining marks. */
  private static final int LONGEST_NAME = 120;

  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

  private final Texts texts;
  private final BiConsumer<UUID, String> renamed;
  private final Supplier<Optional<UUID>> renaming;
  private final Label name = new Label();
  private final Label when = new Label();
  private final HBox row;

  /**
   * A cell for every row.
   *
   * @param renaming whose name is being typed
   * @param renamed hears the name; an empty one when it was given up
   */
  ProfileCell(Texts texts, Supplier<Optional<UUID>> renaming, BiConsumer<UUID, String> renamed) {
    this.texts = texts;
    this.renaming = renaming;
    this.renamed = renamed;
    name.setMinWidth(0);
    name.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(name, Priority.ALWAYS);
    when.setMinWidth(USE_PREF_SIZE);
    when.getStyleClass().add("profile-when");
    row = new HBox(10);
    row.setAlignment(Pos.CENTER_LEFT);
    setPrefWidth(1);
    Hint.on(this, () -> getItem() instanceof ProfileItem.Entry entry ? entry.row().name() : "");
  }

  @Override
  protected void updateItem(@Nullable ProfileItem item, boolean empty) {
    super.updateItem(item, empty);
    if (isTyped(item)) {
      return;
    }
    setText(null);
    setGraphic(null);
    pseudoClassStateChanged(HEADING, item instanceof ProfileItem.Heading);
    setDisable(item instanceof ProfileItem.Heading);
    if (empty || item == null) {
      return;
    }
    switch (item) {
      case ProfileItem.Heading heading -> setText(heading.text());
      case ProfileItem.Entry entry when renaming.get().equals(Optional.of(entry.row().id())) -> showField(entry);
      case ProfileItem.Entry entry -> show(entry);
    }
  }

  /** Whether the name of this row is being typed here: a field made anew would have lost what was typed. */
  private boolean isTyped(@Nullable ProfileItem item) {
    return item instanceof ProfileItem.Entry entry
        && renaming.get().equals(Optional.of(entry.row().id()))
        && getGraphic() instanceof PlainField field
        && entry.row().id().equals(field.getUserData());
  }

  private void show(ProfileItem.Entry entry) {
    name.setText(VisibleText.of(entry.row().name(), LONGEST_NAME));
    when.setText(entry.row().when());
    row.getChildren().setAll(sign(entry.row().sign()), name);
    if (!entry.row().when().isEmpty()) {
      row.getChildren().add(when);
    }
    setGraphic(row);
    String said =
        entry.row().sign().map(it -> texts.of("profile.sign", it)).orElseGet(() -> texts.get("profile.sign.none"));
    setAccessibleText(entry.row().name() + ", " + said);
  }

  private static Icon sign(Optional<LastOutcome.Result> result) {
    Icon icon =
        result
            .map(
                it ->
                    switch (it) {
                      case GRANTED -> new Icon(Feather.CHECK);
                      case ATTENTION -> new Icon(Feather.ALERT_TRIANGLE);
                      case FAILED -> new Icon(Feather.X);
                    })
            .orElseGet(() -> new Icon(Feather.CIRCLE));
    icon.getStyleClass().add("profile-sign");
    Tone tone =
        result
            .map(
                it ->
                    switch (it) {
                      case GRANTED -> Tone.GOOD;
                      case ATTENTION -> Tone.ATTENTION;
                      case FAILED -> Tone.BAD;
                    })
            .orElse(Tone.QUIET);
    icon.pseudoClassStateChanged(NoticeLabel.style(tone), true);
    return icon;
  }

  private void showField(ProfileItem.Entry entry) {
    PlainField field = new PlainField(false, _ -> {});
    field.limit(FieldLimit.NAME, texts);
    field.show(entry.row().name());
    field.setId("profile-name");
    field.setAccessibleText(texts.get("profiles.rename"));
    UUID id = entry.row().id();
    field.setUserData(id);
    field.setOnAction(_ -> renamed.accept(id, field.value()));
    field.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            renamed.accept(id, "");
          }
        });
    field
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused && renaming.get().equals(Optional.of(id))) {
                renamed.accept(id, field.value());
              }
            });
    setGraphic(field);
    Platform.runLater(
        () -> {
          field.requestFocus();
          field.selectAll();
        });
  }
}
