package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CallPresenter;
import dev.grantscope.presenter.CausePresenter;
import dev.grantscope.presenter.CheckView;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.ResultPresenter;
import dev.grantscope.presenter.ResultPresenter.ScopeRow;
import dev.grantscope.presenter.TimingPresenter;
import dev.grantscope.presenter.TokenPresenter;
import dev.grantscope.presenter.Views;
import dev.grantscope.presenter.WirePresenter;
import java.util.EnumMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The result: the banner with its one sentence, and the tabs below it. */
final class ResultPane extends VBox implements ResultPresenter.View, Views.Results {
  private static final double TWO_LINES = 36;

  private final StackPane sign = new StackPane();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Button action = new Button();
  private final HBox banner;
  private final ScopeTable scopes;
  private final TabPane tabs = new TabPane();
  private final CausePane cause;
  private final TimingPane timing;
  private final TokenPane token;
  private final CallPane call;
  private final WirePane request;
  private final WirePane response;
  private @Nullable ResultPresenter presenter;

  ResultPane(Texts texts) {
    cause = new CausePane(texts, () -> selectTab(ResultTab.CAUSE), () -> selectTab(ResultTab.RESPONSE));
    call = new CallPane(texts, () -> selectTab(ResultTab.RESPONSE));
    token = new TokenPane(texts, () -> selectTab(ResultTab.RESPONSE));
    timing = new TimingPane(texts);
    request = new WirePane(texts, "request");
    response = new WirePane(texts, "response");
    getStyleClass().add("result");
    sign.getStyleClass().add("banner-sign");
    title.setId("banner-title");
    title.getStyleClass().add("banner-title");
    title.setMinWidth(0);
    Hint.on(title, title::getText);
    Hint.on(detail, detail::getText);
    detail.setId("banner-detail");
    detail.getStyleClass().add("banner-detail");
    detail.setMinWidth(0);
    detail.setWrapText(true);
    detail.setMaxHeight(TWO_LINES);
    VBox words = new VBox(2, title, detail);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    action.setId("banner-action");
    action.getStyleClass().add(Styles.ACCENT);
    action.setMinWidth(USE_PREF_SIZE);
    action.setOnAction(_ -> Objects.requireNonNull(presenter).onAction());
    banner = new HBox(12, sign, words, action);
    banner.setAlignment(Pos.CENTER_LEFT);
    banner.getStyleClass().add("banner");
    banner.setId("banner");
    banner.setMinHeight(USE_PREF_SIZE);
    scopes = new ScopeTable(texts, () -> Objects.requireNonNull(presenter).onCopyTable());
    EnumMap<ResultTab, Node> panes = new EnumMap<>(ResultTab.class);
    panes.put(ResultTab.SCOPE, scopes);
    panes.put(ResultTab.REQUEST, request);
    panes.put(ResultTab.RESPONSE, response);
    panes.put(ResultTab.TOKEN, token);
    panes.put(ResultTab.CAUSE, cause);
    panes.put(ResultTab.CALL, call);
    panes.put(ResultTab.TIMING, timing);
    panes.forEach((tab, pane) -> tabs.getTabs().add(tab(tab, pane, texts)));
    tabs.setId("tabs");
    tabs.getSelectionModel()
        .selectedItemProperty()
        .subscribe(tab -> token.onFront(tab != null && tab.getUserData() == ResultTab.TOKEN));
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    getChildren().addAll(banner, tabs);
  }

  /** Hands each tab its presenter. */
  void start(Presenters all) {
    presenter = all.result();
    cause.start(all.cause());
    token.start(all);
    call.start(all.call());
    timing.start(all.timing());
    request.start(all.request());
    response.start(all.response());
  }

  private static Tab tab(ResultTab which, Node pane, Texts texts) {
    Tab tab = new Tab(texts.get(which.key()));
    tab.setId(which.id());
    tab.setUserData(which);
    // In the scene from when it is first in front: what is not there needs no styles, which is most of the work of a start.
    tab.selectedProperty()
        .subscribe(
            front -> {
              if (front) {
                tab.setContent(pane);
              }
            });
    return tab;
  }

  /** Opens the find bar of the tab with text that is in front; from a tab without one, that of the response. */
  void openFind() {
    if (front() == ResultTab.REQUEST) {
      request.openFind();
      return;
    }
    if (front() != ResultTab.RESPONSE) {
      selectTab(ResultTab.RESPONSE);
    }
    response.openFind();
  }

  private ResultTab front() {
    return (ResultTab) tabs.getSelectionModel().getSelectedItem().getUserData();
  }


  /** The tab at this place, counted from 0; none when there are not so many. */
  void selectTab(int index) {
    if (index < tabs.getTabs().size()) {
      tabs.getSelectionModel().select(index);
      tabs.requestFocus();
    }
  }

  private void selectTab(ResultTab which) {
    tabs.getTabs().stream()
        .filter(tab -> tab.getUserData() == which)
        .findFirst()
        .ifPresent(tab -> selectTab(tabs.getTabs().indexOf(tab)));
  }

  @Override
  public void showBanner(Tone tone, String text, String more, Optional<String> button) {
    sign.getChildren().setAll(NoticeLabel.sign(tone));
    NoticeLabel.dress(sign, tone);
    title.setText(text);
    detail.setText(more);
    banner.setAccessibleText(text + ". " + more);
    action.setText(button.orElse(""));
    Shown.when(button.isPresent(), action);
  }

  @Override
  public void showScopes(List<ScopeRow> rows, String howWeKnow) {
    scopes.show(rows, howWeKnow);
  }

  @Override
  public void showNoScopes(String text) {
    scopes.showEmpty(text);
  }

  @Override
  public void showNotes(List<String> notes) {
    scopes.showNotes(notes);
  }

  /** The look of a scope's result. */
  static Tone tone(ScopeComparison.Result result) {
    return switch (result) {
      case GRANTED -> Tone.GOOD;
      case MISSING -> Tone.BAD;
      case NOT_ASKED_FOR, NOT_STATED -> Tone.QUIET;
    };
  }

  @Override
  public ResultPresenter.View result() {
    return this;
  }

  @Override
  public CausePresenter.View cause() {
    return cause;
  }

  @Override
  public TokenPresenter.View token() {
    return token;
  }

  @Override
  public CheckView signature() {
    return token.signature();
  }

  @Override
  public CheckView introspection() {
    return token.introspection();
  }

  @Override
  public CallPresenter.View call() {
    return call;
  }

  @Override
  public TimingPresenter.View timing() {
    return timing;
  }

  @Override
  public WirePresenter.View request() {
    return request;
  }

  @Override
  public WirePresenter.View response() {
    return response;
  }
}
