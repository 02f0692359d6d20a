package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.OptionsPresenter;
import dev.grantscope.ui.control.Icon;
import dev.grantscope.ui.control.Intake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A small table of names and values, with what is wrong under each row. */
final class EntriesTable extends VBox {
  private final Texts texts;
  private final Consumer<List<Entry>> changed;
  private final List<EntryRow> rows = new ArrayList<>();
  private final VBox rowsBox = new VBox(4);
  private final String id;

  EntriesTable(Texts texts, String id, String addText, Consumer<List<Entry>> changed) {
    super(8);
    this.texts = texts;
    this.id = id;
    this.changed = changed;
    Button add = new Button(addText, new Icon(Feather.PLUS));
    add.setId("add-" + id);
    add.setOnAction(_ -> add());
    getChildren().addAll(rowsBox, add);
  }

  /** Makes the rows anew only when their number changed, so that typing never loses its place. */
  void show(List<OptionsPresenter.Row> shown) {
    if (rows.size() != shown.size()) {
      rows.clear();
      for (int i = 0; i < shown.size(); i++) {
        rows.add(new EntryRow(i));
      }
      rowsBox.getChildren().setAll(rows);
    }
    for (int i = 0; i < shown.size(); i++) {
      rows.get(i).show(shown.get(i));
    }
  }

  private void add() {
    List<Entry> entries = entries();
    entries.add(new Entry("", ""));
    changed.accept(entries);
    rows.getLast().name.requestFocus();
  }

  private void remove(int index) {
    List<Entry> entries = entries();
    entries.remove(index);
    changed.accept(entries);
  }

  private List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    rows.forEach(row -> entries.add(new Entry(row.name.value(), row.value.value())));
    return entries;
  }

  /** The first row with a problem. */
  Optional<PlainField> firstProblem() {
    return rows.stream().filter(row -> row.message.isManaged()).map(row -> row.name).findFirst();
  }

  private final class EntryRow extends VBox implements Intake.Place {
    private final PlainField name = new PlainField(true, _ -> changed.accept(entries()));
    private final PlainField value = new PlainField(true, _ -> changed.accept(entries()));
    private final NoticeLabel message = new NoticeLabel();
    private Optional<String> problem = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    EntryRow(int index) {
      super(2);
      name.setId(id + "-name-" + index);
      value.setId(id + "-value-" + index);
      name.limit(FieldLimit.ENTRY_NAME, texts);
      value.limit(FieldLimit.ENTRY_VALUE, texts);
      name.setPromptText(texts.get("options.name"));
      name.setAccessibleText(texts.get("options.name"));
      value.setPromptText(texts.get("options.value"));
      value.setAccessibleText(texts.get("options.value"));
      name.setPrefWidth(180);
      HBox.setHgrow(value, Priority.ALWAYS);
      Button remove = new Button(null, new Icon(Feather.X));
      remove.getStyleClass().add("flat");
      remove.setAccessibleText(texts.get("options.remove"));
      Hint.on(remove, () -> texts.get("options.remove"));
      remove.setOnAction(_ -> remove(index));
      HBox line = new HBox(8, name, value, remove);
      line.setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(line, message);
    }

    void show(OptionsPresenter.Row row) {
      name.show(row.name());
      value.show(row.value());
      problem = row.problem();
      showMessage();
    }

    @Override
    public void showRefusal(Optional<String> sentence) {
      refusal = sentence;
      showMessage();
    }

    private void showMessage() {
      message.show(Tone.BAD, refusal.or(() -> problem).orElse(""));
    }
  }
}
