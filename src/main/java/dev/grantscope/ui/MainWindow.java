package dev.grantscope.ui;

import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CallPresenter;
import dev.grantscope.presenter.CausePresenter;
import dev.grantscope.presenter.CheckView;
import dev.grantscope.presenter.ConnectionPresenter;
import dev.grantscope.presenter.CredentialsPresenter;
import dev.grantscope.presenter.FinderView;
import dev.grantscope.presenter.OptionsPresenter;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.ProfilesPresenter;
import dev.grantscope.presenter.RegionPresenter;
import dev.grantscope.presenter.ResultPresenter;
import dev.grantscope.presenter.RunPresenter;
import dev.grantscope.presenter.ScopePresenter;
import dev.grantscope.presenter.TimingPresenter;
import dev.grantscope.presenter.TokenPresenter;
import dev.grantscope.presenter.Views;
import dev.grantscope.presenter.WirePresenter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.AnimationTimer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
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

  private final CredentialsPane credentials;
  private final RegionPane region;
  private final ScopePane scope;
  private final OptionsPane options;
  private final Overlay overlay;
  private final SettingsPane settings;
  private final Overlay settingsOverlay;
  private final FinderPane discovery;
  private final Overlay discoveryOverlay;
  private final FinderPane survey;
  private final Overlay surveyOverlay;
  private final Button openOptions = new Button();
  private final ProfilesPane profiles;
  private final RunLine runLine;
  private final WirePane request;
  private final WirePane response;
  private final ResultPane result;
  private final VBox right;
  private final NoticeLabel trouble = new NoticeLabel();
  private @Nullable Presenters presenters;

  public MainWindow(Texts texts) {
    getStyleClass().add("main-window");
    openOptions.setText(texts.get("credentials.options"));
    openOptions.setId("options");
    openOptions.getStyleClass().add("small-link");
    openOptions.setMinWidth(USE_PREF_SIZE);
    openOptions.setOnAction(_ -> openOptions());
    credentials = new CredentialsPane(texts, openOptions);
    region = new RegionPane(texts, this::openOptions);
    scope = new ScopePane(texts);
    options = new OptionsPane(texts, this::closeOptions);
    settings = new SettingsPane(texts, this::closeSettings);
    profiles = new ProfilesPane(texts, brand(texts), this::openSettings);
    runLine = new RunLine(texts, this::focusFirstProblem);
    request = new WirePane(texts, "request");
    response = new WirePane(texts, "response");
    result = new ResultPane(texts, request, response);
    trouble.getStyleClass().add("trouble");
    trouble.setId("trouble");
    trouble.wrap(5);
    trouble.setMinHeight(USE_PREF_SIZE);
    right = new VBox(12, trouble, cards(), runLine);
    right.getStyleClass().add("right");
    right.setMinWidth(0);
    VBox.setVgrow(result, Priority.ALWAYS);
    BorderPane content = new BorderPane(right);
    content.getStyleClass().add("border-pane");
    content.setLeft(profiles);
    overlay = new Overlay(content, options, openOptions::requestFocus);
    settingsOverlay = new Overlay(content, settings, profiles::focusSettings);
    discovery = new FinderPane(texts, "discovery");
    discoveryOverlay = new Overlay(content, discovery, this::onDiscoveryClosed);
    survey = new FinderPane(texts, "survey");
    surveyOverlay = new Overlay(content, survey, this::onSurveyClosed);
    getChildren().addAll(content, overlay, settingsOverlay, discoveryOverlay, surveyOverlay);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  private static HBox brand(Texts texts) {
    ImageView icon =
        new ImageView(
            new Image(Objects.requireNonNull(MainWindow.class.getResourceAsStream("/dev/grantscope/icons/grantscope-64.png"))));
    icon.setFitWidth(22);
    icon.setFitHeight(22);
    icon.setSmooth(true);
    Label name = new Label(texts.get("app.name"));
    name.getStyleClass().add("brand");
    HBox brand = new HBox(8, icon, name);
    brand.setAlignment(Pos.CENTER_LEFT);
    return brand;
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

  /** Hands each pane its presenter. */
  public void start(Presenters all) {
    presenters = all;
    profiles.start(all.profiles());
    credentials.start(all.credentials());
    options.start(all.options());
    options.connection().start(all.connection());
    settings.connection().start(all.settings());
    region.start(all.region());
    discovery.start(all.discovery(), discoveryOverlay);
    survey.start(all.survey(), surveyOverlay);
    scope.start(all.scope());
    runLine.start(all);
    result.start(all.result());
    result.cause().start(all.cause());
    result.token().start(all);
    result.call().start(all.call());
    result.timing().start(all.timing());
    request.start(all.request());
    response.start(all.response());
  }

  /**
   * Adds what the first picture can do without: the form is there to be used while the result, still empty, gets its styles.
   *
   * @param then what else can wait
   */
  void completeAfterFirstFrame(Runnable then) {
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        // The first is laid out after this, drawn on another thread while the second is, and on the screen before the third.
        if (++frames == 3) {
          stop();
          right.getChildren().add(result);
          then.run();
        }
      }
    }.start();
  }

  private Presenters presenters() {
    return Objects.requireNonNull(presenters);
  }

  private void onKey(KeyEvent event) {
    if (Stream.of(overlay, settingsOverlay, discoveryOverlay, surveyOverlay).anyMatch(Overlay::isVisible)) {
      return;
    }
    if (RunLine.RUN.match(event)) {
      presenters().run().onRun();
    } else if (event.getCode() == KeyCode.ESCAPE && runLine.isRunning()) {
      presenters().cancel();
    } else if (NEW.match(event)) {
      presenters().profiles().onNew("cxone");
    } else if (SETTINGS.match(event)) {
      openSettings();
    } else if (FIND.match(event)) {
      result.openFind();
    } else if (event.isShortcutDown() && DIGITS.contains(event.getCode())) {
      result.selectTab(DIGITS.indexOf(event.getCode()));
    } else {
      return;
    }
    event.consume();
  }

  private void onDiscoveryClosed() {
    presenters().discovery().onClosed();
    region.discoverButton().requestFocus();
  }

  private void onSurveyClosed() {
    presenters().survey().onClosed();
    region.surveyButton().requestFocus();
  }

  private void openOptions() {
    overlay.open(options.firstField());
  }

  private void closeOptions() {
    overlay.close();
  }

  private void openSettings() {
    settingsOverlay.open(settings.firstField());
  }

  private void closeSettings() {
    settingsOverlay.close();
  }

  private void focusFirstProblem() {
    Optional<FieldBox> first =
        Stream.of(credentials.boxes(), region.boxes(), scope.boxes())
            .flatMap(List::stream)
            .filter(FieldBox::hasProblem)
            .findFirst();
    if (first.isPresent()) {
      first.get().control().requestFocus();
    } else if (options.hasProblem()) {
      openOptions();
    } else if (settings.hasProblem()) {
      openSettings();
    }
  }

  /** Something the admin must know about the files behind the window; empty when it is over. */
  public void showTrouble(Optional<String> text) {
    // It may name a folder, and it wraps.
    trouble.show(Tone.ATTENTION, VisibleText.of(text.orElse(""), LONGEST_TROUBLE));
  }

  /** The keyboard begins at the list, from where Ctrl+Enter runs what is chosen. */
  public void focusStart() {
    profiles.focusList();
  }

  @Override
  public ProfilesPresenter.View profiles() {
    return profiles;
  }

  @Override
  public CredentialsPresenter.View credentials() {
    return credentials;
  }

  @Override
  public OptionsPresenter.View options() {
    return options;
  }

  @Override
  public ConnectionPresenter.View connection() {
    return options.connection();
  }

  @Override
  public ConnectionPresenter.View settings() {
    return settings.connection();
  }

  @Override
  public RegionPresenter.View region() {
    return region;
  }

  @Override
  public FinderView discovery() {
    return discovery;
  }

  @Override
  public FinderView survey() {
    return survey;
  }

  @Override
  public ScopePresenter.View scope() {
    return scope;
  }

  @Override
  public ResultPresenter.View result() {
    return result;
  }

  @Override
  public CausePresenter.View cause() {
    return result.cause();
  }

  @Override
  public TokenPresenter.View token() {
    return result.token();
  }

  @Override
  public CallPresenter.View call() {
    return result.call();
  }

  @Override
  public CheckView signature() {
    return result.token().signature();
  }

  @Override
  public CheckView introspection() {
    return result.token().introspection();
  }

  @Override
  public TimingPresenter.View timing() {
    return result.timing();
  }

  @Override
  public WirePresenter.View request() {
    return request;
  }

  @Override
  public WirePresenter.View response() {
    return response;
  }

  @Override
  public RunPresenter.View run() {
    return runLine;
  }
}
