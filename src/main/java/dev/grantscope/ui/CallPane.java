package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CallPresenter;
import dev.grantscope.presenter.CallPresenter.Form;
import dev.grantscope.presenter.CallPresenter.Row;
import dev.grantscope.presenter.Choice;
import dev.grantscope.ui.control.Icon;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The API call tab: the line with what is called, and the table of what this token may and may not do. */
final class CallPane extends VBox implements CallPresenter.View {
  private static final double TWO_LINES = 44;
  private static final double PILL = 180;
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  private final Texts texts;
  private final Runnable bringExchange;
  private final ChoiceField method;
  private final PlainField url;
  private final MenuButton presets = new MenuButton();
  private final Button call = new Button();
  private final Button callAll = new Button();
  private final Button remove = new Button();
  private final ToggleButton more = new ToggleButton();
  private final EntriesTable headers;
  private final PlainField body;
  private final VBox extras;
  private final NoticeLabel about = new NoticeLabel();
  private final NoticeLabel questionText = new NoticeLabel();
  private final HBox question;
  private final TableView<Row> table = new TableView<>();
  private final Label empty = new Label();
  private @Nullable CallPresenter presenter;

  CallPane(Texts texts, Runnable bringExchange) {
    this.texts = texts;
    this.bringExchange = bringExchange;
    getStyleClass().add("call");
    method = new ChoiceField(it -> presenter().onMethod(it));
    method.setId("call-method");
    method.setAccessibleText(texts.get("call.method"));
    method.setMinWidth(96);
    method.setMaxWidth(96);
    url = new PlainField(true, it -> presenter().onUrl(it));
    url.setId("call-url");
    url.limit(FieldLimit.URL, texts);
    url.setAccessibleText(texts.get("call.url"));
    url.setPromptText(texts.get("call.url"));
    url.setOnAction(_ -> presenter().onCall());
    HBox.setHgrow(url, Priority.ALWAYS);
    headers = new EntriesTable(texts, "call-headers", texts.get("call.header.add"), it -> presenter().onHeaders(it));
    body = new PlainField(true, it -> presenter().onBody(it));
    body.setId("call-body");
    body.limit(FieldLimit.BODY, texts);
    extras = new VBox(8, headers, new FieldBox(texts.get("call.body"), body));
    question = question();
    about.setId("call-about");
    buttons();
    table();
    empty.getStyleClass().add("empty-state");
    empty.setText(texts.get("call.nothing"));
    empty.setId("call-nothing");
    HBox line = new HBox(8, method, url, presets, call);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox second = new HBox(8, about, more, callAll, remove);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox top = new VBox(6, line, second, question, extras);
    top.getStyleClass().add("wire-bar");
    StackPane content = new StackPane(table, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    showExtras(false);
    getChildren().addAll(top, content);
  }

  private void buttons() {
    presets.setText(texts.get("call.presets"));
    presets.setId("call-presets");
    call.setText(texts.get("call.call"));
    call.setGraphic(new Icon(Feather.PLAY));
    call.setId("call");
    call.setOnAction(_ -> presenter().onCall());
    callAll.setText(texts.get("call.all"));
    callAll.setId("call-all");
    callAll.setOnAction(_ -> presenter().onCallAll());
    remove.setText(texts.get("call.remove"));
    remove.setId("call-remove");
    remove.setOnAction(_ -> presenter().onRemove(table.getSelectionModel().getSelectedIndex()));
    more.setText(texts.get("call.more"));
    more.setId("call-more");
    more.setOnAction(_ -> showExtras(more.isSelected()));
    for (Region each : List.of(presets, call, callAll, remove, more)) {
      each.setMinWidth(USE_PREF_SIZE);
    }
  }

  private HBox question() {
    Button yes = new Button(texts.get("call.yes"));
    yes.setId("call-yes");
    yes.getStyleClass().add(Styles.ACCENT);
    yes.setMinWidth(USE_PREF_SIZE);
    yes.setOnAction(_ -> presenter().onYes());
    Button no = new Button(texts.get("call.no"));
    no.setId("call-no");
    no.setMinWidth(USE_PREF_SIZE);
    no.setOnAction(_ -> presenter().onNo());
    questionText.setId("call-question");
    HBox.setHgrow(questionText, Priority.ALWAYS);
    HBox row = new HBox(8, questionText, no, yes);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("question-bar");
    return row;
  }

  private void showExtras(boolean shown) {
    extras.setVisible(shown);
    extras.setManaged(shown);
    more.setSelected(shown);
  }

  private void table() {
    table.setId("call-table");
    table.setAccessibleText(texts.get("result.call"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(TWO_LINES);
    table
        .getColumns()
        .setAll(
            List.of(
                new FaceColumn<>(texts.get("call.column.call"), 340, CallPane::called),
                new FaceColumn<>(texts.get("call.column.answer"), PILL, CallPane::pill),
                new FaceColumn<>(texts.get("call.column.meaning"), 420, CallPane::meaning)));
    table.getColumns().forEach(column -> column.setMinWidth(PILL));
    table.setRowFactory(
        _ ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable Row row, boolean none) {
                super.updateItem(row, none);
                setTooltip(
                    row == null || none ? null : new Tooltip(row.method() + " " + row.url() + "\n" + row.answer() + "\n" + row.meaning()));
              }
            });
    table
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            (_, index) -> {
              remove.setDisable(index.intValue() < 0);
              if (presenter != null && index.intValue() >= 0) {
                presenter.onRow(index.intValue());
              }
            });
    remove.setDisable(true);
    table.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            open();
          }
        });
    table.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
            open();
          }
        });
  }

  private void open() {
    presenter().onOpenRow(table.getSelectionModel().getSelectedIndex());
  }

  private static Node called(Row row) {
    Label label = new Label(row.method() + " " + row.url());
    label.getStyleClass().add("mono");
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    return label;
  }

  private static Node pill(Row row) {
    Label label = new Label(row.answer(), NoticeLabel.sign(row.tone()));
    label.getStyleClass().add("pill");
    label.setMinWidth(USE_PREF_SIZE);
    label.pseudoClassStateChanged(NoticeLabel.style(row.tone()), true);
    return label;
  }

  private static Node meaning(Row row) {
    Label label = new Label(row.meaning());
    label.setWrapText(true);
    label.getStyleClass().add("meaning");
    return label;
  }

  void start(CallPresenter newPresenter) {
    presenter = newPresenter;
  }

  private CallPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  @Override
  public void showForm(Form form) {
    method.show(METHODS.stream().map(it -> new Choice(it, it)).toList(), form.method());
    url.show(form.url());
    headers.show(form.headers());
    body.show(form.body());
    about.show(Optional.of(form.about()));
    call.setDisable(!form.canCall());
    presets.setVisible(!form.presets().isEmpty());
    presets.setManaged(!form.presets().isEmpty());
    presets.getItems().setAll(form.presets().stream().map(this::item).toList());
  }

  private MenuItem item(Choice choice) {
    MenuItem item = new MenuItem(choice.label());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> presenter().onPreset(choice.id()));
    return item;
  }

  @Override
  public void showRows(List<Row> rows) {
    if (!table.getItems().equals(rows)) {
      int chosen = table.getSelectionModel().getSelectedIndex();
      table.getItems().setAll(rows);
      if (chosen >= 0 && chosen < rows.size()) {
        table.getSelectionModel().select(chosen);
      }
    }
    table.setVisible(!rows.isEmpty());
    empty.setVisible(rows.isEmpty());
    callAll.setDisable(rows.isEmpty());
  }

  @Override
  public void showQuestion(Optional<String> text) {
    questionText.show(Tone.ATTENTION, text.orElse(""));
    question.setVisible(text.isPresent());
    question.setManaged(text.isPresent());
  }

  @Override
  public void showExchange() {
    bringExchange.run();
  }
}
