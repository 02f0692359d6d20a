package dev.grantscope.ui;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CredentialsPresenter;
import dev.grantscope.presenter.FormPresenters;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.ProfilesPresenter;
import dev.grantscope.presenter.RegionPresenter;
import dev.grantscope.presenter.RunPresenter;
import dev.grantscope.presenter.ScopePresenter;
import dev.grantscope.presenter.Views;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The one window: profiles at the left, the form and the result at the right; and the keys that work everywhere in it. */
public final class MainWindow extends StackPane implements Views {
  private static final int LONGEST_TROUBLE = 600;
  private static final KeyCombination NEW = new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination SETTINGS = new KeyCodeCombination(KeyCode.COMMA, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final List<KeyCode> DIGITS =
      List.of(
          KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5, KeyCode.DIGIT6, KeyCode.DIGIT7);

  private final Texts texts;
  private final CredentialsPane credentials;
  private final RegionPane region;
  private final ScopePane scope;
  private final Button openOptions = new Button();
  private final RunLine runLine;
  private final VBox right;
  private final BorderPane content;
  private final Region profilesPlace = new Region();
  private final NoticeLabel trouble = new NoticeLabel();
  private final AfterFirstFrame later =
      new AfterFirstFrame(
          this::profiles,
          this::results,
          this::overlays,
          this::presenters,
          this::addButtons,
          this::addProfiles,
          this::addChips,
          this::addResult);
  private @Nullable FormPresenters form;
  private @Nullable Presenters presenters;
  private @Nullable ProfilesPane profiles;
  private @Nullable ResultPane result;
  private @Nullable OverlayPanes overlays;

  public MainWindow(Texts texts) {
    this.texts = texts;
    getStyleClass().add("main-window");
    openOptions.setText(texts.get("credentials.options"));
    openOptions.setId("options");
    openOptions.getStyleClass().add("small-link");
    openOptions.setMinWidth(0);
    Hint.on(openOptions, openOptions::getText);
    openOptions.setOnAction(_ -> openOptions());
    credentials = new CredentialsPane(texts, openOptions);
    region = new RegionPane(texts, this::openOptions);
    scope = new ScopePane(texts);
    runLine =
        new RunLine(
            texts, this::focusFirstProblem, () -> presenters().cancel(), () -> presenters().cause().onFindCause());
    trouble.getStyleClass().add("trouble");
    trouble.setId("trouble");
    trouble.wrap(5);
    trouble.setMinHeight(USE_PREF_SIZE);
    right = new VBox(12);
    WhileVisible.fill(right, trouble, cards(), runLine);
    right.getStyleClass().add("right");
    right.setMinWidth(0);
    content = new BorderPane(right);
    content.getStyleClass().add("border-pane");
    profilesPlace.getStyleClass().add("profiles");
    content.setLeft(profilesPlace);
    getChildren().add(content);
    // Whoever presses something finds all of it there.
    addEventFilter(KeyEvent.KEY_PRESSED, _ -> later.complete());
    addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> later.complete());
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private GridPane cards() {
    GridPane cards = new GridPane(12, 0);
    double[] widths = {29, 41, 30};
    for (double width : widths) {
      ColumnConstraints column = new ColumnConstraints();
      column.setPercentWidth(width);
      column.setHgrow(Priority.ALWAYS);
      column.setFillWidth(true);
      cards.getColumnConstraints().add(column);
    }
    cards.addRow(0, credentials, region, scope);
    cards.setMinHeight(USE_PREF_SIZE);
    return cards;
  }

  /** Hands each pane of the form its presenter. */
  public void start(FormPresenters all) {
    form = all;
    credentials.start(all.credentials());
    region.start(all.region());
    scope.start(all.scope());
    runLine.start(all.run());
  }

  /**
   * Makes what the first picture can do without once that is drawn.
   *
   * @param last what else can wait
   */
  void completeAfterFirstFrame(Runnable last) {
    later.begin(this, last);
  }

  /** What was deleted cannot be brought back from here on. */
  public void forgetDeleted() {
    presenters().profiles().forgetDeleted();
  }

  /** Ends whatever is being sent. */
  public void cancel() {
    presenters().cancel();
  }

  @Override
  public ResultPane results() {
    if (result == null) {
      result = new ResultPane(texts);
      VBox.setVgrow(result, Priority.ALWAYS);
    }
    return result;
  }

  @Override
  public OverlayPanes overlays() {
    if (overlays == null) {
      overlays =
          new OverlayPanes(
              texts,
              content,
              new OverlayPanes.Closed(
                  openOptions::requestFocus, profiles()::focusSettings, this::onDiscoveryClosed, this::onSurveyClosed));
      getChildren().addAll(overlays.all());
    }
    return overlays;
  }

  private Presenters presenters() {
    if (presenters == null) {
      presenters = Presenters.complete(form());
      profiles().start(presenters.profiles());
      results().start(presenters);
      overlays().start(presenters);
    }
    return presenters;
  }

  private FormPresenters form() {
    return Objects.requireNonNull(form);
  }

  /** The keyboard begins at the profiles, from where Ctrl+Enter runs what is chosen. */
  private void addProfiles() {
    content.setLeft(profiles());
    profiles().focusList();
  }

  private void addButtons() {
    runLine.addRest();
  }

  private void addChips() {
    scope.addChips();
  }

  private void addResult() {
    right.getChildren().add(results());
  }

  private void onKey(KeyEvent event) {
    if (overlays().isOpen()) {
      return;
    }
    if (RunLine.RUN.match(event)) {
      form().run().onRun();
    } else if (event.getCode() == KeyCode.ESCAPE && runLine.isRunning()) {
      presenters().cancel();
    } else if (NEW.match(event)) {
      presenters().profiles().onNew("cxone");
    } else if (SETTINGS.match(event)) {
      openSettings();
    } else if (FIND.match(event)) {
      results().openFind();
    } else if (event.isShortcutDown() && DIGITS.contains(event.getCode())) {
      results().selectTab(DIGITS.indexOf(event.getCode()));
    } else {
      return;
    }
    event.consume();
  }

  private void onDiscoveryClosed() {
    form().discovery().onClosed();
    region.discoverButton().requestFocus();
  }

  private void onSurveyClosed() {
    form().survey().onClosed();
    region.surveyButton().requestFocus();
  }

  private void openOptions() {
    later.complete();
    overlays().openOptions();
  }

  private void openSettings() {
    later.complete();
    overlays().openSettings();
  }

  private void focusFirstProblem() {
    Optional<FieldBox> first =
        Stream.of(credentials.boxes(), region.boxes(), scope.boxes())
            .flatMap(List::stream)
            .filter(FieldBox::hasProblem)
            .findFirst();
    if (first.isPresent()) {
      first.get().control().requestFocus();
    } else {
      later.complete();
      overlays().openProblem();
    }
  }

  /** Something the admin must know about the files behind the window; empty when it is over. */
  public void showTrouble(Optional<String> text) {
    // It may name a folder, and it wraps.
    trouble.show(Tone.ATTENTION, VisibleText.of(text.orElse(""), LONGEST_TROUBLE));
  }

  @Override
  public ProfilesPane profiles() {
    if (profiles == null) {
      profiles = new ProfilesPane(texts, new Brand(texts), this::openSettings);
    }
    return profiles;
  }

  @Override
  public CredentialsPresenter.View credentials() {
    return credentials;
  }

  @Override
  public RegionPresenter.View region() {
    return region;
  }

  @Override
  public ScopePresenter.View scope() {
    return scope;
  }

  @Override
  public RunPresenter.View run() {
    return runLine;
  }
}
