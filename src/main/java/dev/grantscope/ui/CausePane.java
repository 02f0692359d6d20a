package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CausePresenter;
import dev.grantscope.presenter.CausePresenter.Line;
import dev.grantscope.presenter.CausePresenter.PlanRow;
import dev.grantscope.presenter.CausePresenter.Question;
import dev.grantscope.presenter.CausePresenter.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The Cause tab. */
final class CausePane extends VBox implements CausePresenter.View {
  private static final int LONGEST_ROW = 600;

  private final Texts texts;
  private final Runnable bringToFront;
  private final Runnable showExchange;
  private final VBox lines = new VBox(8);
  private final ScrollPane linesScroll = new ScrollPane(lines);
  private final TableView<PlanRow> plan = new TableView<>();
  private final TableView<Row> table = new TableView<>();
  private final Label hint = new Label();
  private @Nullable CausePresenter presenter;

  CausePane(Texts texts, Runnable bringToFront, Runnable showExchange) {
    this.texts = texts;
    this.bringToFront = bringToFront;
    this.showExchange = showExchange;
    getStyleClass().add("cause");
    lines.getStyleClass().add("cause-lines");
    linesScroll.setFitToWidth(true);
    linesScroll.getStyleClass().add("plain-scroll");
    plan.setId("cause-plan");
    column(plan, "cause.column.change", 480, PlanRow::change);
    column(plan, "cause.column.secret", 120, PlanRow::secret);
    table.setId("cause-table");
    // Two narrow ones that in a narrow window would be cut first.
    column(table, "cause.column.number", 48, row -> Integer.toString(row.number())).setMinWidth(48);
    column(table, "cause.column.change", 250, Row::change);
    column(table, "cause.column.secret", 80, Row::secret).setMinWidth(80);
    column(table, "cause.column.answer", 200, Row::answer).getStyleClass().add("mono-column");
    column(table, "cause.column.shows", 320, Row::shows);
    for (TableView<?> each : List.of(plan, table)) {
      each.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
      each.setFixedCellSize(32);
      VBox.setVgrow(each, Priority.ALWAYS);
    }
    table.setRowFactory(_ -> new ExperimentRow());
    table.getSelectionModel().selectedIndexProperty().subscribe((_, index) -> onRow(index.intValue()));
    OpenedRows.of(table, index -> presenter().onOpenRow(index));
    hint.getStyleClass().add("card-note");
    hint.setId("cause-hint");
    hint.setWrapText(true);
    hint.setText(texts.get("cause.hint"));
    hint.setMinHeight(USE_PREF_SIZE);
  }

  private <T> TableColumn<T, String> column(
      TableView<T> of, String key, double width, Function<T, String> text) {
    TableColumn<T, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    of.getColumns().add(column);
    return column;
  }

  private String whole(Row row) {
    // It wraps, and quotes what a server said.
    return VisibleText.of(texts.get("cause.row", row.number(), row.change(), row.answer(), row.shows()), LONGEST_ROW);
  }

  private static final class ExperimentRow extends TableRow<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean none) {
      super.updateItem(row, none);
      pseudoClassStateChanged(NoticeLabel.style(Tone.GOOD), row != null && !none && row.tone() == Tone.GOOD);
      setTooltip(row == null || none ? null : new Tooltip(row.change() + "\n" + row.answer() + "\n" + row.shows()));
    }
  }

  void start(CausePresenter newPresenter) {
    presenter = newPresenter;
  }

  private CausePresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  /** What the narrow columns cut is whole below the table, for the keyboard too. */
  private void onRow(int index) {
    boolean some = index >= 0 && index < table.getItems().size();
    hint.setText(some ? whole(table.getItems().get(index)) : texts.get("cause.hint"));
    if (presenter != null && index >= 0) {
      presenter.onRow(index);
    }
  }

  @Override
  public void showIdle(List<Line> shown) {
    List<Node> nodes = new ArrayList<>();
    nodes.add(text(texts.get(shown.isEmpty() ? "cause.idle" : "cause.idle.lint"), "meaning"));
    for (int i = 0; i < shown.size(); i++) {
      nodes.add(line(shown.get(i), i));
    }
    show(nodes, List.of(linesScroll), 60);
  }

  @Override
  public void showPlan(String summary, List<PlanRow> steps, String yesText) {
    Button yes = new Button(yesText);
    yes.setId("cause-yes");
    yes.getStyleClass().add(Styles.ACCENT);
    yes.setOnAction(_ -> presenter().onYes());
    Button no = new Button(texts.get("cause.no"));
    no.setId("cause-no");
    no.setOnAction(_ -> presenter().onNo());
    HBox buttons = new HBox(8, yes, no);
    buttons.getStyleClass().add("cause-buttons");
    buttons.setMinHeight(USE_PREF_SIZE);
    plan.getItems().setAll(steps);
    show(List.of(text(summary, "meaning-strong")), List.of(linesScroll, buttons, plan), 92);
    Platform.runLater(yes::requestFocus);
  }

  @Override
  public void showRows(List<Row> rows, Optional<Line> verdict, List<Line> more, Optional<Question> question) {
    if (!table.getItems().equals(rows)) {
      table.getItems().setAll(rows);
      if (verdict.isEmpty() && table.getSelectionModel().isEmpty()) {
        // The newest in sight while they run, until one is looked at.
        table.scrollTo(rows.size() - 1);
      }
    }
    List<Node> nodes = new ArrayList<>();
    verdict.ifPresentOrElse(it -> nodes.add(line(it, 0)), () -> nodes.add(text(texts.get("cause.running"), "meaning")));
    for (int i = 0; i < more.size(); i++) {
      nodes.add(line(more.get(i), i + 1));
    }
    // First: the verdict's sentence stands in the banner too.
    question.ifPresent(it -> nodes.addFirst(question(it)));
    boolean first = !getChildren().contains(table);
    show(nodes, List.of(linesScroll, table, hint), question.isPresent() ? 132 : 84);
    if (first) {
      // The button that had the keyboard is gone.
      table.requestFocus();
    }
  }

  private HBox question(Question question) {
    Button yes = new Button(question.yes());
    yes.setId("cause-regions-yes");
    // The buttons go away; the keyboard stays in the tab.
    yes.setOnAction(
        _ -> {
          table.requestFocus();
          presenter().onOtherRegions();
        });
    Button no = new Button(question.no());
    no.setId("cause-regions-no");
    no.setOnAction(
        _ -> {
          table.requestFocus();
          presenter().onNoOtherRegions();
        });
    Label text = text(question.text(), "meaning-strong");
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox box = new HBox(8, text, no, yes);
    box.getChildren().stream().skip(1).forEach(it -> ((Button) it).setMinWidth(USE_PREF_SIZE));
    box.getStyleClass().add("question-bar");
    return box;
  }

  private void show(List<Node> nodes, List<Node> parts, double linesHeight) {
    lines.getChildren().setAll(nodes);
    linesScroll.setMinHeight(linesHeight);
    linesScroll.setMaxHeight(parts.size() == 1 ? Double.MAX_VALUE : Math.max(132, linesHeight));
    linesScroll.setVvalue(0);
    VBox.setVgrow(linesScroll, parts.size() == 1 ? Priority.ALWAYS : Priority.NEVER);
    if (!getChildren().equals(parts)) {
      getChildren().setAll(parts);
    }
  }

  private static Label text(String text, String style) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add(style);
    return label;
  }

  private HBox line(Line line, int index) {
    Label title = text(line.title(), "cause-title");
    title.setId("cause-title-" + index);
    VBox words = new VBox(2, title);
    if (!line.detail().isBlank()) {
      words.getChildren().add(text(line.detail().strip(), "meaning"));
    }
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    Label sign = new Label(null, NoticeLabel.sign(line.tone()));
    sign.getStyleClass().add("notice");
    sign.pseudoClassStateChanged(NoticeLabel.style(line.tone()), true);
    HBox box = new HBox(10, sign, words);
    box.setAlignment(Pos.TOP_LEFT);
    line.fix()
        .ifPresent(
            label -> {
              Button fix = new Button(label);
              fix.setId("cause-fix-" + index);
              fix.setMinWidth(USE_PREF_SIZE);
              if (index == 0) {
                fix.getStyleClass().add(Styles.ACCENT);
              }
              fix.setOnAction(_ -> presenter().onApply(index));
              box.getChildren().add(fix);
            });
    return box;
  }

  @Override
  public void bringToFront() {
    bringToFront.run();
  }

  @Override
  public void showExchange() {
    showExchange.run();
  }
}
