import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
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
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Walks the real program once, so that the JVM knows what to put into the AOT cache: grants on the command line, plain and over TLS,
 * then the window with the practice grant and all its tabs, closed as an admin closes it.
 *
 * <p>The cache only fits a class path that begins with the one it was made with, so this class must not be on it. Hence its odd shape:
 * keytool, which is in every runtime, loads a provider from a path of its own and makes one.
 */
public final class Training extends Provider {
  private static final long serialVersionUID = 1;
  private static final String PASSWORD = "training";
  /** Of javafx.graphics; each system has some of them. */
  private static final List<String> DESKTOP_PACKAGES =
      List.of(
          "com.sun.glass.ui.gtk",
          "com.sun.glass.ui.mac",
          "com.sun.glass.ui.win",
          "com.sun.prism.es2",
          "com.sun.prism.d3d",
          "com.sun.prism.mtl");

  /** Made by keytool; never returns. */
  public Training() {
    super("Training", "1", "Walks GrantScope");
    try {
      commandLine();
      visitDesktopClasses();
      Thread.ofPlatform().daemon().start(Training::window);
      main();
    } catch (ReflectiveOperationException | RuntimeException e) {
      fail(e);
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

  /** As with no argument: opens the window, and exits when it is closed. */
  private static void main() throws Exception {
    program("Main").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
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

  private static void commandLine() throws Exception {
    run(0, "--version");
    run(0, "run", "--help");
    Path folder = Path.of(System.getProperty("training.folder"));
    HttpsServer server = tlsServer(folder.resolve("tls.p12"));
    String[] run = {
      "run", "--token-url", "https://localhost:" + server.getAddress().getPort() + "/token", "--client-id", "training",
      "--scope", "a b", "--secret-env", "TRAINING_SECRET", "--output"
    };
    for (String output : List.of("json", "text")) {
      run(30, Stream.concat(Stream.of(run), Stream.of(output)).toArray(String[]::new));
      run(10, Stream.concat(Stream.of(run), Stream.of(output, "--ca", folder.resolve("tls.pem").toString())).toArray(String[]::new));
    }
    server.stop(0);
    run(2, "run");
  }

  private static HttpsServer tlsServer(Path store) throws Exception {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/token",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          byte[] body =
              "{\"access_token\":\"eyJhbGciOiJub25lIn0.eyJzdWIiOiJ0In0.\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"a\"}"
                  .getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** The training has no display, so what only a real one uses is loaded by name. */
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
      await(Training::isGranted);
      TimeUnit.MILLISECONDS.sleep(500);
      for (KeyCode tab : List.of(KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.F, KeyCode.ESCAPE, KeyCode.DIGIT1)) {
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
