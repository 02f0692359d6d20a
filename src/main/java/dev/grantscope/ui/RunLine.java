package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.RunPresenter;
import dev.grantscope.ui.control.Icon;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The line below the cards: Run, Cancel, what is being done and for how long; and, when needed, the question about a new host. */
final class RunLine extends VBox implements RunPresenter.View {
  /** Runs from everywhere in the window. */
  static final KeyCombination RUN = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

  private final HBox line = new HBox(8);
  private final Button run;
  private final Button cancel;
  private final ProgressIndicator busy = new ProgressIndicator();
  private final BooleanProperty running = new SimpleBooleanProperty();
  private final Label phases = new Label();
  private final Label elapsed = new Label();
  private final HBox question;
  private final NoticeLabel questionText = new NoticeLabel();
  private final Button yes = new Button();
  private final Button no = new Button();
  private final Runnable focusProblem;
  private final Button findCause;
  private @Nullable RunPresenter presenter;

  /**
   * Nothing runs yet.
   *
   * @param onCancel ends whatever is being sent
   * @param onFindCause looks for the cause
   */
  RunLine(Texts texts, Runnable focusProblem, Runnable onCancel, Runnable onFindCause) {
    super(8);
    this.focusProblem = focusProblem;
    Label keys = new Label(RUN.getDisplayText().replace("Enter", "⏎"));
    keys.getStyleClass().add("key-hint");
    HBox face = new HBox(6, new Icon(Feather.PLAY), new Label(texts.get("run.run")), keys);
    face.setAlignment(Pos.CENTER);
    run = new Button(null, face);
    run.setId("run");
    run.setAccessibleText(texts.get("run.run"));
    run.getStyleClass().add(Styles.ACCENT);
    run.setOnAction(_ -> presenter().onRun());
    cancel = new Button(texts.get("run.cancel"));
    cancel.setId("cancel");
    cancel.setOnAction(_ -> onCancel.run());
    findCause = new Button(texts.get("run.findCause"), new Icon(Feather.SEARCH));
    findCause.setId("find-cause");
    findCause.setMinWidth(USE_PREF_SIZE);
    findCause.setOnAction(_ -> onFindCause.run());
    run.setMinWidth(USE_PREF_SIZE);
    cancel.setMinWidth(USE_PREF_SIZE);
    busy.getStyleClass().add("busy");
    phases.setId("phases");
    phases.getStyleClass().add("phases");
    phases.setMinWidth(0);
    Hint.on(phases, phases::getText);
    elapsed.setId("elapsed");
    elapsed.getStyleClass().add("elapsed");
    elapsed.setMinWidth(USE_PREF_SIZE);
    busy.visibleProperty().bind(running);
    phases.visibleProperty().bind(phases.textProperty().isNotEmpty());
    elapsed.visibleProperty().bind(elapsed.textProperty().isNotEmpty());
    line.getChildren().add(run);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add("run-line");
    question = question();
    showRunning(false);
    WhileVisible.fill(this, line, question);
  }

  /** Adds what stands beside Run, which the first picture can do without. */
  void addRest() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    WhileVisible.fill(line, cancel, findCause, space, busy, phases, elapsed);
  }

  private HBox question() {
    questionText.setId("host-question");
    yes.setId("host-yes");
    no.setId("host-no");
    yes.setMinWidth(USE_PREF_SIZE);
    no.setMinWidth(USE_PREF_SIZE);
    yes.setOnAction(_ -> presenter().onHostAllowed());
    no.setOnAction(_ -> presenter().onHostRefused());
    HBox.setHgrow(questionText, Priority.ALWAYS);
    HBox bar = new HBox(8);
    WhileVisible.fill(bar, questionText, no, yes);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("question-bar");
    Shown.when(false, bar);
    return bar;
  }

  void start(RunPresenter newPresenter) {
    presenter = newPresenter;
  }

  private RunPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  boolean isRunning() {
    return running.get();
  }

  @Override
  public void showRunning(boolean running) {
    boolean runHadFocus = run.isFocused();
    boolean cancelHadFocus = cancel.isFocused();
    cancel.setDisable(!running);
    run.setDisable(running);
    findCause.setDisable(running);
    this.running.set(running);
    // A control that is disabled loses the keyboard to nobody; hand it over.
    if (running && runHadFocus) {
      cancel.requestFocus();
    } else if (!running && cancelHadFocus) {
      run.requestFocus();
    }
  }

  @Override
  public void showProgress(String text, String time) {
    phases.setText(text);
    elapsed.setText(time);
  }

  @Override
  public void askHost(String text, String yesText, String noText) {
    questionText.show(Tone.ATTENTION, text);
    yes.setText(yesText);
    no.setText(noText);
    Shown.when(true, question);
    no.requestFocus();
  }

  @Override
  public void hideHostQuestion() {
    boolean hadFocus = yes.isFocused() || no.isFocused();
    Shown.when(false, question);
    if (hadFocus) {
      run.requestFocus();
    }
  }

  @Override
  public void focusRun() {
    run.requestFocus();
  }

  @Override
  public void focusFirstProblem() {
    focusProblem.run();
  }
}
