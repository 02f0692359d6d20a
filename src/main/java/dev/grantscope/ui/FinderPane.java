package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.FinderView;
import dev.grantscope.presenter.Notice;
import dev.grantscope.ui.control.WireView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Something that is looked for without credentials, laid over the window. */
final class FinderPane extends VBox implements FinderView {
  private final Label title = new Label();
  private final NoticeLabel head = new NoticeLabel();
  private final ProgressIndicator busy = new ProgressIndicator();
  private final PlainField tenant = new PlainField(true, text -> actions().onTenant(text));
  private final FieldBox tenantBox;
  private final ListView<Row> rows = new ListView<>();
  private final ListView<Offer> scopes = new ListView<>();
  private final VBox scopesBox;
  private final WireView wire;
  private final Label wireInfo = new Label();
  private final Button ask = new Button();
  private final Button use = new Button();
  private final Button cancel = new Button();
  private final Button close = new Button();
  private @Nullable Overlay overlay;
  private @Nullable Actions actions;
  private boolean showing;
  private final String emptyWire;

  FinderPane(Texts texts, String id) {
    super(12);
    setId(id);
    getStyleClass().addAll("options-pane", "finder");
    title.getStyleClass().add("pane-title");
    head.wrap(2);
    head.setId(id + "-head");
    busy.getStyleClass().add("busy");
    tenant.setId(id + "-tenant");
    tenant.limit(FieldLimit.NAME, texts);
    tenant.setOnAction(_ -> actions().onAsk());
    tenantBox = new FieldBox(texts.get("survey.tenant"), tenant);
    rows.setId(id + "-rows");
    rows.setFixedCellSize(60);
    rows.setCellFactory(_ -> new FinderCell());
    rows.setAccessibleText(texts.get("survey.title"));
    rows.getSelectionModel().selectedIndexProperty().subscribe((_, index) -> onRow(index.intValue()));
    VBox.setVgrow(rows, Priority.ALWAYS);
    rows.setMinHeight(120);
    scopes.setId(id + "-scopes");
    scopes.setFixedCellSize(28);
    scopes.setCellFactory(_ -> new OfferCell((scope, wanted) -> actions().onScope(scope, wanted)));
    Label scopesTitle = new Label(texts.get("finder.scopes"));
    scopesTitle.getStyleClass().add("field-label");
    scopesTitle.setLabelFor(scopes);
    scopes.setAccessibleText(texts.get("finder.scopes"));
    scopes.setPrefHeight(160);
    scopesBox = new VBox(4, scopesTitle, scopes);
    scopesBox.setMinWidth(240);
    scopesBox.setPrefWidth(240);
    wire = WireViews.of(texts, rows -> actions().onCopy(rows));
    wire.setId(id + "-wire");
    wire.setAccessibleText(texts.get("result.response"));
    wireInfo.getStyleClass().add("card-note");
    VBox wireBox = new VBox(4, wireInfo, wire);
    VBox.setVgrow(wire, Priority.ALWAYS);
    HBox.setHgrow(wireBox, Priority.ALWAYS);
    wireBox.setMinWidth(0);
    HBox below = new HBox(12, scopesBox, wireBox);
    below.setPrefHeight(180);
    below.setMinHeight(150);
    wireInfo.setText(texts.get("finder.wire.empty"));
    emptyWire = texts.get("finder.wire.empty");
    button(ask, id + "-ask", () -> actions().onAsk());
    button(use, id + "-use", () -> actions().onUse());
    button(cancel, id + "-cancel", () -> actions().onCancel());
    button(close, id + "-close", this::close);
    cancel.setText(texts.get("finder.cancel"));
    close.setText(texts.get("finder.close"));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox foot = new HBox(8, space, cancel, close, ask, use);
    HBox headLine = new HBox(8, busy, head);
    headLine.setAlignment(Pos.CENTER_LEFT);
    headLine.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(head, Priority.ALWAYS);
    getChildren().addAll(title, headLine, tenantBox, new StackPane(rows), below, foot);
    VBox.setVgrow(rows.getParent(), Priority.ALWAYS);
    for (ListView<?> each : List.of(rows, scopes)) {
      each.setOnKeyPressed(this::onListKey);
    }
  }

  private static void button(Button button, String id, Runnable action) {
    button.setId(id);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
  }

  /** A list keeps Enter for itself, and has no use for it here. */
  private void onListKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      event.consume();
      Stream.of(ask, use, close).filter(Button::isDefaultButton).findFirst().ifPresent(Button::fire);
    }
  }

  void start(Actions newActions, Overlay over) {
    actions = newActions;
    overlay = over;
  }

  private Actions actions() {
    return Objects.requireNonNull(actions);
  }

  private Overlay overlay() {
    return Objects.requireNonNull(overlay);
  }

  private void onRow(int index) {
    if (!showing && actions != null) {
      actions.onRow(index);
    }
  }

  @Override
  public void open(String text) {
    title.setText(text);
    rows.getSelectionModel().clearSelection();
    overlay().open(tenantBox.isVisible() ? tenant : rows);
  }

  @Override
  public void close() {
    overlay().close();
  }

  @Override
  public void showHead(Notice notice) {
    head.show(Optional.of(notice));
  }

  @Override
  public void showTenant(Optional<String> tenantId, Optional<String> problem) {
    Shown.when(tenantId.isPresent(), tenantBox);
    tenant.show(tenantId.orElse(""));
    tenantBox.showProblem(problem);
  }

  @Override
  public void showRows(List<Row> shown, int chosen) {
    showing = true;
    if (!rows.getItems().equals(shown)) {
      rows.getItems().setAll(shown);
    }
    if (chosen < 0) {
      rows.getSelectionModel().clearSelection();
    } else {
      rows.getSelectionModel().select(chosen);
    }
    showing = false;
  }

  @Override
  public void showScopes(List<Offer> offers) {
    Shown.when(!offers.isEmpty(), scopesBox);
    scopes.getItems().setAll(offers);
  }

  @Override
  public void showActions(boolean running, Optional<String> askText, Optional<String> useText) {
    Shown.when(running, busy);
    Shown.when(running, cancel);
    Shown.when(!running, close);
    Shown.when(askText.isPresent(), ask);
    Shown.when(useText.isPresent(), use);
    ask.setText(askText.orElse(""));
    use.setText(useText.orElse(""));
    Button first = useText.isPresent() ? use : askText.isPresent() ? ask : close;
    for (Button each : List.of(ask, use, close)) {
      each.setDefaultButton(each.equals(first));
      each.getStyleClass().remove(Styles.ACCENT);
    }
    if (!first.equals(close)) {
      first.getStyleClass().add(Styles.ACCENT);
    }
    if (running) {
      Platform.runLater(cancel::requestFocus);
    } else if (getScene() != null && !hasFocusWithin()) {
      // The button that had the keyboard is gone.
      Platform.runLater(rows::requestFocus);
    }
  }

  private boolean hasFocusWithin() {
    return isFocusWithin() && !cancel.isFocused();
  }

  @Override
  public void showWire(RawText text, String info) {
    wire.setText(text);
    wireInfo.setText(info.isEmpty() ? emptyWire : info);
  }
}
