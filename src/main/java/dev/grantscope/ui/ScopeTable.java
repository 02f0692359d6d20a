package dev.grantscope.ui;

import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.ResultPresenter.ScopeRow;
import dev.grantscope.ui.control.Icon;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Scope tab: each scope, what became of it and what that means; below it how we know. */
final class ScopeTable extends VBox {
  /** As wide as the longest word with its sign. */
  private static final double RESULT = 156;

  private static final double TWO_LINES = 44;

  private final TableView<ScopeRow> table = new TableView<>();
  private final Label empty = new Label();
  private final Label howWeKnow = new Label();
  private final VBox notes = new VBox(2);
  private final StackPane content = new StackPane();
  private final HBox foot;

  ScopeTable(Texts texts, Runnable copy) {
    table.setId("scopes");
    table.setFixedCellSize(TWO_LINES);
    table.setAccessibleText(texts.get("result.scope"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    FaceColumn<ScopeRow> result = new FaceColumn<>(texts.get("scopes.column.result"), RESULT, ScopeTable::pill);
    result.setMinWidth(RESULT);
    table
        .getColumns()
        .setAll(
            List.of(
                new FaceColumn<>(texts.get("scopes.column.scope"), 280, ScopeTable::scope),
                result,
                new FaceColumn<>(texts.get("scopes.column.meaning"), 420, ScopeTable::meaning)));
    empty.getStyleClass().add("empty-state");
    empty.setId("scopes-empty");
    howWeKnow.setId("how-we-know");
    howWeKnow.getStyleClass().add("card-note");
    howWeKnow.setMinWidth(0);
    HBox.setHgrow(howWeKnow, Priority.ALWAYS);
    howWeKnow.setMaxWidth(Double.MAX_VALUE);
    Button copyTable = new Button(texts.get("scopes.copy"), new Icon(Feather.COPY));
    copyTable.setId("copy-table");
    copyTable.setOnAction(_ -> copy.run());
    copyTable.setMinWidth(USE_PREF_SIZE);
    foot = new HBox(8);
    WhileVisible.fill(foot, howWeKnow, copyTable);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("result-foot");
    notes.getStyleClass().add("notes");
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(content, notes, foot);
  }

  private static Label scope(ScopeRow row) {
    Label label = new Label(row.scope());
    label.getStyleClass().add("mono");
    label.setTooltip(new Tooltip(row.scope()));
    return label;
  }

  private static Label pill(ScopeRow row) {
    Feather sign =
        switch (row.result()) {
          case GRANTED -> Feather.CHECK;
          case MISSING -> Feather.X;
          case NOT_ASKED_FOR -> Feather.PLUS;
          case NOT_STATED -> Feather.HELP_CIRCLE;
        };
    Label label = new Label(row.word(), new Icon(sign));
    label.getStyleClass().add("pill");
    label.setMinWidth(USE_PREF_SIZE);
    label.pseudoClassStateChanged(NoticeLabel.style(ResultPane.tone(row.result())), true);
    return label;
  }

  private static Label meaning(ScopeRow row) {
    Label label = new Label(row.meaning());
    label.setWrapText(true);
    label.setTooltip(new Tooltip(row.meaning()));
    label.getStyleClass().add(row.result() == ScopeComparison.Result.MISSING ? "meaning-strong" : "meaning");
    return label;
  }

  void show(List<ScopeRow> rows, String source) {
    table.getItems().setAll(rows);
    howWeKnow.setText(source);
    show(true);
  }

  void showEmpty(String text) {
    table.getItems().clear();
    empty.setText(text);
    show(false);
  }

  private void show(boolean something) {
    // Only what is shown: the table alone has as many nodes as a card.
    Node shown = something ? table : empty;
    if (!content.getChildren().contains(shown)) {
      content.getChildren().setAll(shown);
    }
    Shown.when(something, foot);
  }

  void showNotes(List<String> texts) {
    notes.getChildren().clear();
    for (String text : texts) {
      NoticeLabel note = new NoticeLabel();
      note.show(Tone.ATTENTION, text);
      notes.getChildren().add(note);
    }
    Shown.when(!texts.isEmpty(), notes);
  }
}
