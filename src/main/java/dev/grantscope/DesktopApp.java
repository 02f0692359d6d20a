package dev.grantscope;

import dev.grantscope.adapter.files.SingleInstance;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.ProfileStore.Trouble;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.profile.WindowState;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.presenter.Autosave;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.SettingsAutosave;
import dev.grantscope.presenter.Workbench;
import dev.grantscope.ui.DesktopBackground;
import dev.grantscope.ui.DesktopClipboard;
import dev.grantscope.ui.MainStage;
import dev.grantscope.ui.MainWindow;
import dev.grantscope.ui.Theme;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as a program: reads what was saved, opens, and on the way out saves what is not. */
public final class DesktopApp extends Application {
  private static final Duration PATIENCE = Duration.ofMillis(1200);

  private final Wiring wiring = new Wiring();
  private @Nullable SingleInstance instance;

  /** Opens the window and returns when it is closed. */
  static void open() {
    launch();
  }

  @Override
  public void start(Stage stage) {
    Optional<String> trouble = Optional.empty();
    try {
      Optional<SingleInstance> alone = wiring.singleInstance(() -> Platform.runLater(() -> comeToFront(stage)));
      if (alone.isEmpty()) {
        Platform.exit();
        return;
      }
      instance = alone.get();
    } catch (StorageException e) {
      // The window opens all the same: an admin who cannot save can still run a grant.
      trouble = Optional.of(wiring.texts().get("storage.notSaved", String.valueOf(e.getMessage())));
    }
    ProfileStore store = wiring.profiles();
    ProfileStore.Loaded loaded = store.load();
    SettingsStore settings = wiring.settings();
    Settings set = settings.load();
    // What was wrong at start stays said, also when saving works.
    ProviderReader.Reading own = wiring.ownProviders();
    Optional<String> atStart =
        Stream.of(
                loaded.trouble() == Trouble.NONE ? trouble : Optional.of(wiring.texts().of("storage.trouble", loaded.trouble())),
                settings.trouble().map(it -> wiring.texts().of("storage.settings", it)),
                own.problems().stream().map(it -> it.sentence(wiring.texts())).findFirst())
            .flatMap(Optional::stream)
            .reduce((one, other) -> one + " " + other);
    List<Profile> profiles = loaded.profiles().isEmpty() ? wiring.practiceProfiles() : loaded.profiles();
    Optional<WindowState> before = wiring.windowStates().load();
    Workbench workbench = new Workbench(profiles, before.flatMap(WindowState::selected), set);
    DesktopBackground background = new DesktopBackground();
    DesktopClipboard clipboard = new DesktopClipboard();
    Theme theme = new Theme();
    MainWindow window = new MainWindow(wiring.texts());
    Presenters presenters = Presenters.create(window, workbench, wiring.services(background, clipboard, own.providers()));
    window.start(presenters);
    Autosave autosave =
        new Autosave(
            workbench,
            store,
            background,
            failure -> window.showTrouble(failure.map(it -> wiring.texts().get("storage.notSaved", it)).or(() -> atStart)));
    SettingsAutosave settingsAutosave =
        new SettingsAutosave(
            workbench,
            settings,
            background,
            failure -> window.showTrouble(failure.map(it -> wiring.texts().get("storage.settingsNotSaved", it)).or(() -> atStart)));
    window.showTrouble(atStart);
    MainStage main = new MainStage(stage, theme, window, wiring.texts(), workbench);
    main.open(
        before,
        () -> {
          presenters.cancel();
          Optional<String> unkept = presenters.secrets().commitWithin(PATIENCE);
          clipboard.clear();
          wiring.windowStates().save(main.state());
          Optional<String> failure = autosave.flush().or(settingsAutosave::flush).or(() -> unkept);
          if (failure.isEmpty()) {
            presenters.profiles().forgetDeleted();
          }
          return failure;
        });
  }

  private static void comeToFront(Stage stage) {
    stage.setIconified(false);
    stage.toFront();
    stage.requestFocus();
  }

  @Override
  public void stop() {
    if (instance != null) {
      instance.close();
    }
    wiring.close();
  }
}
