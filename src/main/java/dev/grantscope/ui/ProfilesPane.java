package dev.grantscope.ui;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.ProfilesPresenter;
import dev.grantscope.ui.control.Icon;
import dev.grantscope.ui.control.Intake;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The list of profiles at the left. */
final class ProfilesPane extends VBox implements ProfilesPresenter.View {
  private static final KeyCombination DELETE = new KeyCodeCombination(KeyCode.DELETE);
  private static final KeyCombination DUPLICATE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

  private final Texts texts;
  private final ProfileList list;
  private final CustomTextField search = new CustomTextField();
  private final Label undoText = new Label();
  private final Button settings = new Button();
  private final HBox undo;
  private @Nullable ProfilesPresenter presenter;

  ProfilesPane(Texts texts, Node brand, Runnable openSettings) {
    this.texts = texts;
    getStyleClass().add("profiles");
    search.setPromptText(texts.get("profiles.search"));
    search.setAccessibleText(texts.get("profiles.search"));
    search.setLeft(new Icon(Feather.SEARCH));
    search.setId("profile-search");
    new Intake(search, FieldLimit.NAME, new IntakeWords(texts));
    search.textProperty().subscribe((_, text) -> presenter().onSearch(text));
    search.setOnKeyPressed(this::onSearchKey);
    list = new ProfileList(texts, this::presenter);
    VBox.setVgrow(list, Priority.ALWAYS);
    undo = undoBar();
    VBox top = new VBox(12, brand, search);
    top.getStyleClass().add("profiles-top");
    getChildren().addAll(top, list, undo, buttons(openSettings));
  }

  private HBox undoBar() {
    undoText.setMinWidth(0);
    HBox.setHgrow(undoText, Priority.ALWAYS);
    undoText.setMaxWidth(Double.MAX_VALUE);
    Hint.on(undoText, undoText::getText);
    Button bringBack = new Button(texts.get("profile.undo"));
    bringBack.setId("undo-delete");
    bringBack.getStyleClass().add(Styles.SMALL);
    bringBack.setMinWidth(USE_PREF_SIZE);
    bringBack.setOnAction(_ -> presenter().onUndo());
    Button close = new Button(null, new Icon(Feather.X));
    close.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
    close.setAccessibleText(texts.get("profile.undo.close"));
    close.setOnAction(_ -> presenter().forgetDeleted());
    HBox bar = new HBox(8);
    WhileVisible.fill(bar, undoText, bringBack, close);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("undo-bar");
    Shown.when(false, bar);
    return bar;
  }

  private HBox buttons(Runnable openSettings) {
    Button add = new Button(texts.get("profiles.new"), new Icon(Feather.PLUS));
    add.setId("new-profile");
    Hint.on(add, () -> "Ctrl+N");
    add.setOnAction(_ -> presenter().onNew("cxone"));
    MenuItem duplicate = new MenuItem(texts.get("profiles.duplicate"));
    duplicate.setAccelerator(DUPLICATE);
    duplicate.setOnAction(_ -> list.chosen().ifPresent(id -> presenter().onDuplicate(id)));
    MenuItem rename = new MenuItem(texts.get("profiles.rename"));
    rename.setAccelerator(new KeyCodeCombination(KeyCode.F2));
    rename.setOnAction(_ -> list.startRenaming());
    MenuItem delete = new MenuItem(texts.get("profiles.delete"));
    delete.setOnAction(_ -> list.chosen().ifPresent(id -> presenter().onDelete(id)));
    MenuButton more = new MenuButton(texts.get("profiles.title.more"));
    more.setId("profile-menu");
    more.getItems().addAll(duplicate, rename, delete);
    // Shown beside the word, and heard only while the menu is open: elsewhere in the window Delete is a key for text.
    more.setOnShowing(_ -> delete.setAccelerator(DELETE));
    more.setOnHidden(_ -> delete.setAccelerator(null));
    settings.setAccessibleText(texts.get("settings.title"));
    settings.setGraphic(new Icon(Feather.SETTINGS));
    settings.setId("settings");
    settings.getStyleClass().add(Styles.FLAT);
    Hint.on(settings, () -> texts.get("settings.title") + " (Ctrl+,)");
    settings.setOnAction(_ -> openSettings.run());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(8, add, more, space, settings);
    bar.getStyleClass().add("profiles-foot");
    return bar;
  }

  void focusList() {
    list.requestFocus();
  }

  void start(ProfilesPresenter newPresenter) {
    presenter = newPresenter;
    InSight.of(this).subscribe(newPresenter::onSight);
  }

  private ProfilesPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  private void onSearchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      event.consume();
    }
  }

  @Override
  public void showProfiles(List<ProfilesPresenter.Row> rows, UUID selected) {
    list.show(rows, selected);
  }

  @Override
  public void showUndo(String text) {
    undoText.setText(text);
    Shown.when(true, undo);
  }

  @Override
  public void hideUndo() {
    if (undo.isFocusWithin()) {
      list.requestFocus();
    }
    Shown.when(false, undo);
  }

  @Override
  public void editName(UUID id) {
    list.editName(id);
  }

  /** The keyboard goes back to where the settings were opened. */
  void focusSettings() {
    settings.requestFocus();
  }
}
