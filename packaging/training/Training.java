import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Provider;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Walks the real program once, so that the JVM knows what to put into an AOT cache. Either the window: a practice grant, all tabs, the
 * options, closed as an admin closes it. Or the command line: grants, plain and over TLS, and wrong use. Each has its own cache, since
 * the JVM loads at start all that is in it.
 *
 * <p>The cache only fits a class path that begins with the one it was made with, so this class must not be on it. Hence its odd shape:
 * keytool, which is in every runtime, loads a provider from a path of its own and makes one.
 */
public final class Training extends Provider {
  private static final long serialVersionUID = 1;
  private static final Path FOLDER = Path.of(System.getProperty("training.folder"));

  /** Made by keytool; never returns. */
  public Training() {
    super("Training", "1", "Walks GrantScope");
    try {
      if (Boolean.getBoolean("training.window")) {
        if (System.getenv("DISPLAY") == null) {
          Walk.visitDesktopClasses();
        }
        Thread.ofPlatform().daemon().start(Walk::window);
        Walk.main();
      } else {
        commandLine(Files.readString(FOLDER.resolve("ports")).strip().split(" "));
        System.exit(0);
      }
    } catch (Exception e) {
      fail(e);
    }
  }

  private static void fail(Throwable e) {
    e.printStackTrace();
    Runtime.getRuntime().halt(1);
  }

  private static Class<?> program(String name) throws ClassNotFoundException {
    return Class.forName("dev.grantscope." + name);
  }

  private static void run(int expected, String... arguments) throws Exception {
    var wirings = program("Wiring").getDeclaredConstructor();
    wirings.setAccessible(true);
    Object wiring = wirings.newInstance();
    Method commandLine = wiring.getClass().getDeclaredMethod("commandLine");
    commandLine.setAccessible(true);
    Object program = commandLine.invoke(wiring);
    Object code = program.getClass().getMethod("run", String[].class).invoke(program, (Object) arguments);
    if (!code.equals(expected)) {
      throw new IllegalStateException(String.join(" ", arguments) + " ended with " + code);
    }
  }

  private static void commandLine(String... ports) throws Exception {
    // In use it is the first; here it has not run.
    program("Main");
    run(0, "--version");
    run(0, "run", "--help");
    String[] tls = target("https", ports[0], "a b");
    String[] plain = target("http", ports[1], "a b");
    // The server grants no more: once as asked, since its words are others.
    run(0, target("http", ports[1], "a"));
    for (String output : List.of("json", "text")) {
      run(10, with(plain, "--output", output));
      run(30, with(tls, "--output", output));
      run(10, with(tls, "--output", output, "--ca", FOLDER.resolve("tls.pem").toString()));
    }
    run(2, "run");
    run(2, "no-such-command");
  }

  private static String[] target(String scheme, String port, String scope) {
    String url = scheme + "://localhost:" + port + "/token";
    return new String[] {
      "run", "--token-url", url, "--client-id", "training", "--scope", scope, "--secret-env", "TRAINING_SECRET"
    };
  }

  private static String[] with(String[] some, String... more) {
    return Stream.of(some, more).flatMap(Stream::of).toArray(String[]::new);
  }

  /** What names JavaFX: in a class of its own, or its classes would be in the cache of the commands too, for checking this one. */
  private static final class Walk {
    /** Of javafx.graphics; each system has some of them. */
    private static final List<String> DESKTOP_PACKAGES =
        List.of(
            "com.sun.glass.ui.gtk",
            "com.sun.glass.ui.mac",
            "com.sun.glass.ui.win",
            "com.sun.prism.es2",
            "com.sun.prism.d3d",
            "com.sun.prism.mtl");

    /** Each tab of the result, and the find bar of the third. */
    private static final List<KeyCode> TABS =
        List.of(
            KeyCode.DIGIT2,
            KeyCode.DIGIT3,
            KeyCode.F,
            KeyCode.ESCAPE,
            KeyCode.DIGIT4,
            KeyCode.DIGIT5,
            KeyCode.DIGIT6,
            KeyCode.DIGIT7,
            KeyCode.DIGIT1);

    /** As with no argument: opens the window, and exits when it is closed. */
    private static void main() throws Exception {
      program("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }

    /** Where the training has no display, what only a real one uses is loaded by name. */
    private static void visitDesktopClasses() throws Exception {
      Path graphics = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "javafx.graphics");
      for (String wanted : DESKTOP_PACKAGES) {
        Path folder = graphics.resolve(wanted.replace('.', '/'));
        if (!Files.isDirectory(folder)) {
          continue;
        }
        try (Stream<Path> files = Files.list(folder)) {
          for (Path file : files.filter(it -> it.toString().endsWith(".class")).toList()) {
            String name = graphics.relativize(file).toString();
            Class.forName(name.substring(0, name.length() - 6).replace('/', '.'), false, ClassLoader.getSystemClassLoader());
          }
        }
      }
    }

    private static void window() {
      try {
        await(() -> onStage(Stage::isShowing));
        TimeUnit.MILLISECONDS.sleep(500);
        key(KeyCode.ENTER);
        await(Walk::isGranted);
        TimeUnit.MILLISECONDS.sleep(500);
        for (KeyCode tab : TABS) {
          key(tab);
          TimeUnit.MILLISECONDS.sleep(400);
        }
        onStage(
            stage -> {
              Node options = stage.getScene().lookup("#options");
              ((ButtonBase) options).fire();
              return true;
            });
        TimeUnit.MILLISECONDS.sleep(800);
        onStage(
            stage -> {
              stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
              return true;
            });
      } catch (Exception e) {
        fail(e);
      }
    }

    private static boolean isGranted() {
      Path profiles = Path.of(System.getenv("GRANTSCOPE_HOME"), "config", "profiles.json");
      try {
        return Files.exists(profiles) && Files.readString(profiles).contains("\"granted\"");
      } catch (IOException e) {
        return false;
      }
    }

    private interface OnStage {
      boolean apply(Stage stage);
    }

    private static boolean onStage(OnStage act) {
      try {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        Platform.runLater(
            () -> {
              try {
                List<Window> windows = Window.getWindows();
                done.complete(!windows.isEmpty() && act.apply((Stage) windows.getFirst()));
              } catch (RuntimeException e) {
                done.completeExceptionally(e);
              }
            });
        return done.get(20, TimeUnit.SECONDS);
      } catch (IllegalStateException e) {
        // The toolkit has not started yet.
        return false;
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }

    /** Ctrl (on macOS: Command) and this key, where the keyboard is. */
    private static void key(KeyCode code) {
      boolean mac = System.getProperty("os.name").startsWith("Mac");
      boolean plain = code == KeyCode.ESCAPE;
      onStage(
          stage -> {
            Scene scene = stage.getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            target.fireEvent(
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, !plain && !mac, false, !plain && mac));
            return true;
          });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (!condition.getAsBoolean()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException("the window did not come");
        }
        TimeUnit.MILLISECONDS.sleep(20);
      }
    }
  }
}
