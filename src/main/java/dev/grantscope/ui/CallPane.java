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
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The API call tab: the line with what is called, and below it what this token may and may not do. */
final class CallPane extends VBox implements CallPresenter.View {
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
  private final CallRows rows;
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
    rows = new CallRows(texts, this::onChosen, index -> presenter().onOpenRow(index));
    buttons();
    HBox line = new HBox(8, method, url, presets, call);
    line.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(about, Priority.ALWAYS);
    HBox second = new HBox(8, about, more, callAll, remove);
    second.setAlignment(Pos.CENTER_LEFT);
    VBox top = new VBox(6, line, second, question, extras);
    top.getStyleClass().add("wire-bar");
    VBox.setVgrow(rows, Priority.ALWAYS);
    showExtras(false);
    getChildren().addAll(top, rows);
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
    remove.setDisable(true);
    remove.setOnAction(_ -> presenter().onRemove(rows.chosen()));
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
    Shown.when(shown, extras);
    more.setSelected(shown);
  }

  private void onChosen(int index) {
    remove.setDisable(index < 0);
    if (presenter != null && index >= 0) {
      presenter.onRow(index);
    }
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
    Shown.when(!form.presets().isEmpty(), presets);
    presets.getItems().setAll(form.presets().stream().map(this::item).toList());
  }

  private MenuItem item(Choice choice) {
    MenuItem item = new MenuItem(choice.label());
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> presenter().onPreset(choice.id()));
    return item;
  }

  @Override
  public void showRows(List<Row> shown) {
    rows.show(shown);
    callAll.setDisable(shown.isEmpty());
  }

  @Override
  public void showQuestion(Optional<String> text) {
    questionText.show(Tone.ATTENTION, text.orElse(""));
    Shown.when(text.isPresent(), question);
  }

  @Override
  public void showExchange() {
    bringExchange.run();
  }
}
