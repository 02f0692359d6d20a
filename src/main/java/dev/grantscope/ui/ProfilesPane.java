package dev.grantscope.ui;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.ProfilesPresenter;
import dev.grantscope.ui.control.Icon;
import dev.grantscope.ui.control.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
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
  /** Other than every group, also the one without a name. */
  private static final String NO_GROUP = "\n";

  private static final double ROW_HEIGHT = 34;

  private static final KeyCombination DUPLICATE = new KeyCodeCombination(KeyCode.D, KeyCombination.SHORTCUT_DOWN);

  private final Texts texts;
  private final ListView<ProfileItem> list = new ListView<>();
  private final CustomTextField search = new CustomTextField();
  private final Label undoText = new Label();
  private final Button settings = new Button();
  private final HBox undo;
  private boolean showing;
  private Optional<UUID> renaming = Optional.empty();
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
    list.setId("profiles");
    list.setAccessibleText(texts.get("profiles.title"));
    Label none = new Label(texts.get("profiles.none"));
    none.setWrapText(true);
    none.getStyleClass().add("card-note");
    list.setPlaceholder(none);
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new ProfileCell(texts, () -> renaming, this::onRenamed));
    list.getSelectionModel().selectedItemProperty().subscribe((_, item) -> onSelected(item));
    list.getSelectionModel().selectedIndexProperty().subscribe(this::stepOverHeading);
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onListKey);
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
    bar.setVisible(false);
    bar.setManaged(false);
    return bar;
  }

  private HBox buttons(Runnable openSettings) {
    Button add = new Button(texts.get("profiles.new"), new Icon(Feather.PLUS));
    add.setId("new-profile");
    Hint.on(add, () -> "Ctrl+N");
    add.setOnAction(_ -> presenter().onNew("cxone"));
    MenuItem duplicate = new MenuItem(texts.get("profiles.duplicate"));
    duplicate.setAccelerator(DUPLICATE);
    duplicate.setOnAction(_ -> chosen().ifPresent(id -> presenter().onDuplicate(id)));
    MenuItem rename = new MenuItem(texts.get("profiles.rename"));
    rename.setAccelerator(new KeyCodeCombination(KeyCode.F2));
    rename.setOnAction(_ -> startRenaming());
    MenuItem delete = new MenuItem(texts.get("profiles.delete"));
    delete.setOnAction(_ -> chosen().ifPresent(id -> presenter().onDelete(id)));
    MenuButton more = new MenuButton(texts.get("profiles.title.more"));
    more.setId("profile-menu");
    more.getItems().addAll(duplicate, rename, delete);
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
  }

  private ProfilesPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  private void onSelected(@Nullable ProfileItem item) {
    if (!showing && item instanceof ProfileItem.Entry entry) {
      presenter().onSelect(entry.row().id());
    }
  }

  /** A heading is no place to stop: the next profile in the same direction is. */
  private void stepOverHeading(Number before, Number now) {
    int at = now.intValue();
    if (showing || at < 0 || !(list.getItems().get(at) instanceof ProfileItem.Heading)) {
      return;
    }
    int next = at > before.intValue() ? at + 1 : at - 1;
    int target = next >= 0 && next < list.getItems().size() ? next : before.intValue();
    Platform.runLater(() -> list.getSelectionModel().select(target));
  }

  private Optional<UUID> chosen() {
    return list.getSelectionModel().getSelectedItem() instanceof ProfileItem.Entry entry
        ? Optional.of(entry.row().id())
        : Optional.empty();
  }

  /** Before the list itself, which takes F2 and does nothing with it. */
  private void onListKey(KeyEvent event) {
    if (renaming.isEmpty() && event.getCode() == KeyCode.DELETE) {
      chosen().ifPresent(id -> presenter().onDelete(id));
      event.consume();
    } else if (renaming.isEmpty() && event.getCode() == KeyCode.F2) {
      startRenaming();
      event.consume();
    }
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

  private void startRenaming() {
    chosen().ifPresent(id -> editName(id, ""));
  }

  private void onRenamed(UUID id, String name) {
    renaming = Optional.empty();
    presenter().onRename(id, name);
    list.refresh();
    list.requestFocus();
  }

  @Override
  public void showProfiles(List<ProfilesPresenter.Row> rows, UUID selected) {
    List<ProfileItem> items = new ArrayList<>();
    boolean several = rows.stream().map(ProfilesPresenter.Row::group).distinct().count() > 1;
    String group = several ? NO_GROUP : "";
    for (ProfilesPresenter.Row row : rows) {
      if (!row.group().equals(group)) {
        group = row.group();
        items.add(new ProfileItem.Heading(group.isEmpty() ? texts.get("profiles.own") : group));
      }
      items.add(new ProfileItem.Entry(row));
    }
    showing = true;
    if (!list.getItems().equals(items)) {
      list.getItems().setAll(items);
    }
    // Of itself a list chooses another row when the chosen one is gone, and the form would be another profile's.
    list.getSelectionModel().clearSelection();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ProfileItem.Entry entry && entry.row().id().equals(selected)) {
        list.getSelectionModel().select(i);
      }
    }
    showing = false;
  }

  @Override
  public void showUndo(String text) {
    undoText.setText(text);
    undo.setVisible(true);
    undo.setManaged(true);
  }

  @Override
  public void hideUndo() {
    if (undo.isFocusWithin()) {
      list.requestFocus();
    }
    undo.setVisible(false);
    undo.setManaged(false);
  }

  @Override
  public void editName(UUID id, String name) {
    renaming = Optional.of(id);
    uncover(list.getSelectionModel().getSelectedIndex());
    list.refresh();
  }

  /** Scrolls only where the row is not seen whole, and then with its heading. */
  private void uncover(int row) {
    Bounds seen = list.getBoundsInLocal();
    boolean whole =
        list.lookupAll(".list-cell").stream()
            .filter(it -> it instanceof ProfileCell cell && cell.getIndex() == row && cell.isVisible())
            .map(it -> list.sceneToLocal(it.localToScene(it.getBoundsInLocal())))
            .anyMatch(it -> it.getMinY() >= seen.getMinY() && it.getMaxY() <= seen.getMaxY());
    if (!whole) {
      boolean below = row > 0 && list.getItems().get(row - 1) instanceof ProfileItem.Heading;
      list.scrollTo(below ? row - 1 : row);
    }
  }

  /** The keyboard goes back to where the settings were opened. */
  void focusSettings() {
    settings.requestFocus();
  }

}
