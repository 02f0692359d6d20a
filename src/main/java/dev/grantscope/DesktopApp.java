package dev.grantscope;

import dev.grantscope.core.profile.WindowState;
import dev.grantscope.presenter.Autosave;
import dev.grantscope.presenter.FormPresenters;
import dev.grantscope.presenter.LastSave;
import dev.grantscope.presenter.SettingsAutosave;
import dev.grantscope.presenter.TroubleLine;
import dev.grantscope.presenter.Workbench;
import dev.grantscope.ui.DesktopBackground;
import dev.grantscope.ui.DesktopClipboard;
import dev.grantscope.ui.MainStage;
import dev.grantscope.ui.MainWindow;
import dev.grantscope.ui.Meanwhile;
import dev.grantscope.ui.Theme;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as a program: opens with what was saved, and on the way out saves what is not. */
public final class DesktopApp extends Application {
  private static final Duration PATIENCE = Duration.ofMillis(1200);
  private static final Duration DISK_PATIENCE = Duration.ofSeconds(3);

  private static final Wiring WIRING = new Wiring();
  private static final CompletableFuture<Stage> STAGE = new CompletableFuture<>();

  /** Read while JavaFX starts; static, since JavaFX makes the application itself and only then. */
  private static final CompletableFuture<Opening> OPENING =
      CompletableFuture.supplyAsync(
          () -> Opening.read(WIRING, () -> showAgain(STAGE.join())),
          task -> Thread.ofPlatform().daemon().name("opening").start(task));

  /** Opens the window and returns when it is closed. */
  static void open() {
    launch();
  }

  /**
   * What is in the window before it is in a scene. JavaFX lets that be made outside of its own thread, which reads the
   * theme meanwhile.
   */
  private record Content(
      Opening opening,
      Theme theme,
      CompletableFuture<Scene> scene,
      Workbench workbench,
      DesktopBackground background,
      DesktopClipboard clipboard,
      MainWindow window,
      FormPresenters presenters) {}

  private @Nullable Content content;

  @Override
  public void init() {
    Theme theme = new Theme();
    CompletableFuture<Scene> scene = Meanwhile.make(() -> MainStage.scene(theme));
    Opening opening = OPENING.join();
    if (opening.elsewhere()) {
      return;
    }
    Workbench workbench =
        new Workbench(opening.profiles(), opening.before().flatMap(it -> it.selected()), opening.settings());
    DesktopBackground background = new DesktopBackground();
    DesktopClipboard clipboard = new DesktopClipboard();
    MainWindow window = new MainWindow(WIRING.texts());
    FormPresenters presenters =
        FormPresenters.create(window, workbench, WIRING.services(background, clipboard, opening.catalog(), opening.zone()));
    window.start(presenters);
    content = new Content(opening, theme, scene, workbench, background, clipboard, window, presenters);
  }

  @Override
  public void start(Stage stage) {
    if (content == null) {
      // The window is open already.
      Platform.exit();
    } else {
      open(stage, content);
    }
  }

  private static void open(Stage stage, Content content) {
    Opening opening = content.opening();
    Workbench workbench = content.workbench();
    DesktopBackground background = content.background();
    DesktopClipboard clipboard = content.clipboard();
    MainWindow window = content.window();
    FormPresenters presenters = content.presenters();
    TroubleLine trouble = new TroubleLine(window::showTrouble, opening.trouble());
    Consumer<Optional<String>> unsaved = trouble.saver();
    Autosave autosave =
        new Autosave(
            workbench,
            opening.profileStore(),
            background,
            failure ->
                unsaved.accept(
                    failure
                        .map(it -> WIRING.texts().get("storage.notSaved", it))
                        .or(() -> opening.profileStore().found().map(it -> WIRING.texts().of("storage.trouble", it)))),
            WIRING.texts());
    Consumer<Optional<String>> unsavedSettings = trouble.saver();
    SettingsAutosave settingsAutosave =
        new SettingsAutosave(
            workbench,
            opening.settingsStore(),
            background,
            failure ->
                unsavedSettings.accept(
                    failure
                        .map(it -> WIRING.texts().get("storage.settingsNotSaved", it))
                        .or(() -> opening.settingsStore().found().map(it -> WIRING.texts().of("storage.settings", it)))),
            WIRING.texts());
    // The end of the session ends the process without a word to its window; what was typed in the last moment is saved all the same.
    LastSave last = new LastSave(autosave, settingsAutosave, presenters.secrets(), background, WIRING.texts());
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("end-of-session")
                .unstarted(
                    () ->
                        last.atEndOfSession(stage.isShowing(), PATIENCE, DISK_PATIENCE)
                            .forEach(it -> System.err.println("grantscope: " + it))));
    MainStage main = new MainStage(stage, content.scene().join(), content.theme(), window, WIRING.texts(), workbench);
    main.open(
        opening.before(),
        () -> {
          window.cancel();
          Optional<String> unkept = presenters.secrets().commitWithin(PATIENCE);
          clipboard.clear();
          WindowState state = main.state();
          Optional<String> failure = last.within(DISK_PATIENCE, () -> WIRING.windowStates().save(state)).or(() -> unkept);
          if (failure.isEmpty()) {
            window.forgetDeleted();
          }
          return failure;
        });
    STAGE.complete(stage);
  }

  private static void showAgain(Stage stage) {
    Platform.runLater(
        () -> {
          stage.setIconified(false);
          stage.toFront();
          stage.requestFocus();
        });
  }

  @Override
  public void stop() {
    if (OPENING.isDone() && !OPENING.isCompletedExceptionally()) {
      OPENING.join().close();
    }
    WIRING.close();
  }
}
