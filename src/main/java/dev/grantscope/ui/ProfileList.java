package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.ProfilesPresenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The profiles under the headings of their groups: chosen, renamed in place and deleted by keyboard or mouse. */
final class ProfileList extends ListView<ProfileItem> {
  /** Other than every group, also the one without a name. */
  private static final String NO_GROUP = "\n";

  private static final double ROW_HEIGHT = 34;

  private final Texts texts;
  private final Supplier<ProfilesPresenter> presenter;
  private boolean showing;
  private Optional<UUID> renaming = Optional.empty();

  ProfileList(Texts texts, Supplier<ProfilesPresenter> presenter) {
    this.texts = texts;
    this.presenter = presenter;
    setId("profiles");
    setAccessibleText(texts.get("profiles.title"));
    Label none = new Label(texts.get("profiles.none"));
    none.setWrapText(true);
    none.getStyleClass().add("card-note");
    setPlaceholder(none);
    setFixedCellSize(ROW_HEIGHT);
    setCellFactory(_ -> new ProfileCell(texts, () -> renaming, this::onRenamed));
    getSelectionModel().selectedItemProperty().subscribe((_, item) -> onSelected(item));
    getSelectionModel().selectedIndexProperty().subscribe(this::stepOverHeading);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private void onSelected(@Nullable ProfileItem item) {
    if (!showing && item instanceof ProfileItem.Entry entry) {
      presenter.get().onSelect(entry.row().id());
    }
  }

  /** A heading is no place to stop: the next profile in the same direction is. */
  private void stepOverHeading(Number before, Number now) {
    int at = now.intValue();
    if (showing || at < 0 || !(getItems().get(at) instanceof ProfileItem.Heading)) {
      return;
    }
    int next = at > before.intValue() ? at + 1 : at - 1;
    int target = next >= 0 && next < getItems().size() ? next : before.intValue();
    Platform.runLater(() -> getSelectionModel().select(target));
  }

  /** The profile that is chosen. */
  Optional<UUID> chosen() {
    return getSelectionModel().getSelectedItem() instanceof ProfileItem.Entry entry
        ? Optional.of(entry.row().id())
        : Optional.empty();
  }

  /** Before the list itself, which takes F2 and does nothing with it. */
  private void onKey(KeyEvent event) {
    if (renaming.isEmpty() && event.getCode() == KeyCode.DELETE) {
      chosen().ifPresent(id -> presenter.get().onDelete(id));
      event.consume();
    } else if (renaming.isEmpty() && event.getCode() == KeyCode.F2) {
      startRenaming();
      event.consume();
    }
  }

  void startRenaming() {
    chosen().ifPresent(this::editName);
  }

  /** Opens the field for the name of this profile, which is the chosen one. */
  void editName(UUID id) {
    renaming = Optional.of(id);
    uncover(getSelectionModel().getSelectedIndex());
    refresh();
  }

  private void onRenamed(UUID id, String name) {
    renaming = Optional.empty();
    presenter.get().onRename(id, name);
    refresh();
    requestFocus();
  }

  /** Scrolls only where the row is not seen whole, and then with its heading. */
  private void uncover(int row) {
    Bounds seen = getBoundsInLocal();
    boolean whole =
        lookupAll(".list-cell").stream()
            .filter(it -> it instanceof ProfileCell cell && cell.getIndex() == row && cell.isVisible())
            .map(it -> sceneToLocal(it.localToScene(it.getBoundsInLocal())))
            .anyMatch(it -> it.getMinY() >= seen.getMinY() && it.getMaxY() <= seen.getMaxY());
    if (!whole) {
      boolean below = row > 0 && getItems().get(row - 1) instanceof ProfileItem.Heading;
      scrollTo(below ? row - 1 : row);
    }
  }

  void show(List<ProfilesPresenter.Row> rows, UUID selected) {
    List<ProfileItem> items = items(rows);
    showing = true;
    showItems(items);
    // Of itself a list chooses another row when the chosen one is gone, and the form would be another profile's.
    getSelectionModel().clearSelection();
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i) instanceof ProfileItem.Entry entry && entry.row().id().equals(selected)) {
        getSelectionModel().select(i);
      }
    }
    showing = false;
  }

  /** Only what changed: a name that is being typed would be lost with its row. */
  private void showItems(List<ProfileItem> items) {
    if (!getItems().stream().map(ProfileItem::key).toList().equals(items.stream().map(ProfileItem::key).toList())) {
      getItems().setAll(items);
      return;
    }
    for (int i = 0; i < items.size(); i++) {
      boolean typed = items.get(i) instanceof ProfileItem.Entry entry && renaming.equals(Optional.of(entry.row().id()));
      if (!typed && !getItems().get(i).equals(items.get(i))) {
        getItems().set(i, items.get(i));
      }
    }
  }

  private List<ProfileItem> items(List<ProfilesPresenter.Row> rows) {
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
    return items;
  }
}
