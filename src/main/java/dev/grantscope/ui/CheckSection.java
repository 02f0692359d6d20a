package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CheckView;
import dev.grantscope.presenter.Notice;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One thing that can be checked about a token: where to ask, the button, and what came of it. */
final class CheckSection extends VBox implements CheckView {
  private final PlainField url;
  private final FieldBox box;
  private final Button check;
  private final Button exchange;
  private final VBox question;
  private final Label questionText = wrapped("meaning-strong");
  private final Label outcome = wrapped("notice");
  private final Runnable bringExchange;
  private @Nullable Actions actions;

  CheckSection(Texts texts, String id, String title, String label, String button, Runnable bringExchange) {
    this.bringExchange = bringExchange;
    getStyleClass().add("check-section");
    setId(id);
    Label heading = new Label(title);
    heading.getStyleClass().add("card-title");
    url = new PlainField(true, text -> actions().onUrl(text));
    url.setId(id + "-url");
    url.limit(FieldLimit.URL, texts);
    box = new FieldBox(label, url);
    check = new Button(button);
    check.setId(id + "-check");
    check.setMinWidth(USE_PREF_SIZE);
    check.setOnAction(_ -> actions().onCheck());
    url.setOnAction(_ -> actions().onCheck());
    exchange = new Button(texts.get("check.exchange"));
    exchange.setId(id + "-exchange");
    exchange.getStyleClass().add("small-link");
    exchange.setMinWidth(USE_PREF_SIZE);
    exchange.setOnAction(_ -> actions().onExchange());
    HBox buttons = new HBox(8, check, exchange);
    buttons.setAlignment(Pos.CENTER_LEFT);
    Button yes = new Button(texts.get("introspection.yes"));
    yes.setId(id + "-yes");
    yes.getStyleClass().add(Styles.ACCENT);
    yes.setOnAction(_ -> actions().onYes());
    Button no = new Button(texts.get("introspection.no"));
    no.setId(id + "-no");
    no.setOnAction(_ -> actions().onNo());
    question = new VBox(6, questionText, new HBox(8, yes, no));
    question.getStyleClass().add("question-bar");
    outcome.setId(id + "-outcome");
    getChildren().addAll(heading, outcome, box, buttons, question);
  }

  void start(Actions newActions) {
    actions = newActions;
  }

  private Actions actions() {
    return Objects.requireNonNull(actions);
  }

  private static Label wrapped(String style) {
    Label label = new Label();
    label.setWrapText(true);
    label.setMinWidth(0);
    label.setMinHeight(USE_PREF_SIZE);
    label.setMaxWidth(Double.MAX_VALUE);
    label.getStyleClass().add(style);
    return label;
  }

  @Override
  public void show(Check shown) {
    url.show(shown.url());
    box.showNotice(Optional.of(shown.about()));
    check.setDisable(!shown.canAsk());
    boolean asks = shown.question().isPresent();
    questionText.setText(shown.question().orElse(""));
    Shown.when(asks, question);
    Shown.when(shown.hasExchange(), exchange);
    showOutcome(shown.outcome());
  }

  private void showOutcome(Optional<Notice> notice) {
    Shown.when(notice.isPresent(), outcome);
    outcome.setText(notice.map(Notice::text).orElse(""));
    Tone tone = notice.map(Notice::tone).orElse(Tone.QUIET);
    outcome.setGraphic(NoticeLabel.sign(tone));
    NoticeLabel.dress(outcome, tone);
  }

  @Override
  public void showExchange() {
    bringExchange.run();
  }
}
