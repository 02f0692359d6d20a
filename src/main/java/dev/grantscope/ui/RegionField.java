package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Choice;
import dev.grantscope.ui.control.Intake;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Skin;
import javafx.scene.control.skin.ComboBoxListViewSkin;

/** A region chosen from a list or, where the provider lets it, typed; tells only of what the admin did. */
final class RegionField extends ComboBox<Choice> {
  private final ChoiceLabels labels = new ChoiceLabels(getItems());
  private boolean showing;

  RegionField(Consumer<String> chosen) {
    setMaxWidth(Double.MAX_VALUE);
    setMinWidth(0);
    setPrefWidth(1);
    setVisibleRowCount(12);
    setConverter(labels);
    markWhenReachedByKeyboard();
    ChoiceKeys.on(this, getSelectionModel(), getItems(), showingProperty().or(editableProperty()), this::show);
    valueProperty()
        .addListener(
            (_, _, choice) -> {
              if (!showing && choice != null) {
                chosen.accept(choice.id());
              }
            });
    // Each letter counts at once, so that the URL below grows while an organisation is typed.
    getEditor()
        .textProperty()
        .addListener(
            (_, _, text) -> {
              if (!showing && isEditable() && text != null) {
                chosen.accept(labels.fromString(text).id());
              }
            });
  }

  /** Of itself the field has the nodes of its whole list from the start; they come when it is opened. */
  @Override
  protected Skin<?> createDefaultSkin() {
    ComboBoxListViewSkin<Choice> skin = new ComboBoxListViewSkin<>(this);
    getChildren().remove(skin.getPopupContent());
    return skin;
  }

  /** As in every other field: with Tab all of it is marked, so that typing replaces it. */
  private void markWhenReachedByKeyboard() {
    focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused && isEditable() && !isHover()) {
                Platform.runLater(getEditor()::selectAll);
              }
            });
  }

  /** Takes no more than this. */
  void limit(FieldLimit limit, Texts texts) {
    new Intake(getEditor(), limit, new IntakeWords(texts));
  }

  void show(List<Choice> choices, boolean free, String id) {
    showing = true;
    if (!getItems().equals(choices)) {
      getItems().setAll(choices);
    }
    setEditable(free);
    Choice shown = labels.fromString(id);
    if (!shown.equals(getValue())) {
      setValue(id.isEmpty() ? null : shown);
    }
    if (free && !getEditor().getText().equals(shown.label())) {
      getEditor().setText(shown.label());
    }
    showing = false;
  }
}
