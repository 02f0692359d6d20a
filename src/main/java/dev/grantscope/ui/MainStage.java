package dev.grantscope.ui;

import dev.grantscope.core.profile.WindowState;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Workbench;
import dev.grantscope.presenter.WorkbenchListener;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar.ButtonData;
import javafx.scene.control.ButtonType;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/** The frame around the window: its size, place, title and icons, and the last word on closing it. */
public final class MainStage implements WorkbenchListener {
  private static final double WIDTH = 1280;
  private static final double HEIGHT = 800;
  private static final double LEAST_WIDTH = 1000;
  private static final double LEAST_HEIGHT = 660;
  private static final List<Integer> ICON_SIZES = List.of(16, 24, 32, 48, 64, 128, 256);

  private final Stage stage;
  private final Scene scene;
  private final Theme theme;
  private final MainWindow window;
  private final Texts texts;
  private final Workbench workbench;
  private WindowState normal = new WindowState(Double.NaN, Double.NaN, WIDTH, HEIGHT, false, Optional.empty());

  /**
   * Not open yet.
   *
   * @param scene with nothing in it
   */
  public MainStage(Stage stage, Scene scene, Theme theme, MainWindow window, Texts texts, Workbench workbench) {
    this.theme = theme;
    this.stage = stage;
    this.scene = scene;
    this.window = window;
    this.texts = texts;
    this.workbench = workbench;
    workbench.addListener(this);
  }

  /** The scene for it. Made before what comes into it: whatever is in a scene when its styles come is styled twice. */
  public static Scene scene(Theme theme) {
    return theme.scene(WIDTH, HEIGHT);
  }

  /**
   * Opens it where it was.
   *
   * @param leave saves what is not saved; answers with a sentence when that failed, and the admin decides
   */
  public void open(Optional<WindowState> before, Supplier<Optional<String>> leave) {
    theme.dress(window);
    scene.setRoot(window);
    stage.setScene(scene);
    stage.setMinWidth(LEAST_WIDTH);
    stage.setMinHeight(LEAST_HEIGHT);
    before.filter(MainStage::isOnAScreen).ifPresent(this::restore);
    stage.setOnCloseRequest(event -> onClose(event, leave));
    onProfiles();
    window.completeAfterFirstFrame(this::setIcons);
    stage.show();
    window.requestFocus();
  }

  private void setIcons() {
    stage.getIcons().setAll(ICON_SIZES.stream().map(MainStage::icon).toList());
  }

  private static Image icon(int size) {
    String name = "/dev/grantscope/icons/grantscope-" + size + ".png";
    return new Image(Objects.requireNonNull(MainStage.class.getResourceAsStream(name)));
  }

  private static boolean isOnAScreen(WindowState state) {
    return state.width() > 0
        && state.height() > 0
        && !Screen.getScreensForRectangle(state.x() + 40, state.y(), state.width() - 80, 40).isEmpty();
  }

  private void restore(WindowState state) {
    Rectangle2D screen = Screen.getScreensForRectangle(state.x() + 40, state.y(), 1, 1).stream()
        .findFirst()
        .orElse(Screen.getPrimary())
        .getVisualBounds();
    stage.setX(state.x());
    stage.setY(state.y());
    stage.setWidth(Math.min(state.width(), screen.getWidth()));
    stage.setHeight(Math.min(state.height(), screen.getHeight()));
    stage.setMaximized(state.maximized());
    normal = state;
  }

  private void onClose(WindowEvent event, Supplier<Optional<String>> leave) {
    Optional<String> failure = leave.get();
    if (failure.isPresent() && !closesAnyway(failure.get())) {
      event.consume();
    }
  }

  private boolean closesAnyway(String failure) {
    ButtonType close = new ButtonType(texts.get("close.notSaved.close"), ButtonData.OK_DONE);
    ButtonType stay = new ButtonType(texts.get("close.notSaved.stay"), ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.WARNING, failure, close, stay);
    alert.initOwner(stage);
    alert.setHeaderText(texts.get("close.notSaved.title"));
    return alert.showAndWait().filter(close::equals).isPresent();
  }

  /** What is to come back: while maximized, the size it had before. */
  public WindowState state() {
    boolean maximized = stage.isMaximized();
    return new WindowState(
        maximized ? normal.x() : stage.getX(),
        maximized ? normal.y() : stage.getY(),
        maximized ? normal.width() : stage.getWidth(),
        maximized ? normal.height() : stage.getHeight(),
        maximized,
        Optional.of(workbench.selected().id()));
  }

  @Override
  public void onSelected() {
    onProfiles();
  }

  @Override
  public void onProfiles() {
    stage.setTitle(workbench.selected().name() + " – " + texts.get("app.name"));
  }
}
