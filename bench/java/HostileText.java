import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.WireText;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.ui.DesktopBackground;
import dev.grantscope.ui.Theme;
import dev.grantscope.ui.control.Intake;
import dev.grantscope.ui.control.WireView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/**
 * Opens text in the view that shows wire text, as the window does: rows are made on another thread, the view gets them. Prints for each text
 * its name, the milliseconds to its first picture, the longest time in which the window's thread did not answer, and for how much of that
 * the thread was ready and other work had the processors (Linux; 0 elsewhere). "nothing" opens no text: what the machine does by itself.
 *
 * <p>{@code -Dbench.rounds} says how often. With {@code -Dbench.stacks=20} it prints where the thread is when an answer is 20 ms late.
 */
public final class HostileText extends Application {
  private record Text(String name, String text) {}

  private final List<Text> texts = new ArrayList<>();
  private final int rounds;
  private volatile Stall longest = new Stall(0, 0);
  private volatile long asked;
  private volatile Thread windowThread = Thread.currentThread();
  private volatile boolean watching = true;

  /** A time without an answer in ns, and how much of it the thread waited for a processor. */
  private record Stall(long time, long waited) {}

  public HostileText() {
    rounds = Integer.getInteger("bench.rounds", 1);
  }

  @Override
  public void start(Stage stage) {
    String member = "{\"id\":12345,\"name\":\"Contact centre\",\"scopes\":[\"analytics:call-quality:view\",\"routing:queue:view\"]},";
    windowThread = Thread.currentThread();
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n";
    texts.add(new Text("warm", head + "{\"a\":[" + member.repeat(1000) + "0]}"));
    texts.add(new Text("nothing", ""));
    texts.add(new Text("json10", head + "{\"a\":[" + member.repeat(10_000_000 / member.length()) + "0]}"));
    texts.add(new Text("combining", head + "a\u0301\u0302\u0303\u0304".repeat(64 * 1024 / 5)));
    texts.add(new Text("arabic", head + "\u0627\u0644\u0639\u0631\u0628\u064A\u0629 ".repeat(64 * 1024 / 8)));
    WireView view =
        new WireView(
            new WireView.Texts(
                "Find", "previous", "next", "close", "match case", "none", (number, all) -> number + " of " + all, new Limit()),
            new DesktopBackground(),
            copied -> {});
    new Theme();
    StackPane window = new StackPane(view);
    window.getStyleClass().add("main-window");
    Scene scene = new Scene(window, 1000, 600);
    scene.getStylesheets().add(Theme.class.getResource("app.css").toExternalForm());
    stage.setScene(scene);
    stage.show();
    Thread.ofPlatform().daemon().start(this::watch);
    int late = Integer.getInteger("bench.stacks", 0);
    if (late > 0) {
      Thread.ofPlatform().daemon().start(() -> printStacks(late));
    }
    Thread.ofPlatform().daemon().start(() -> run(view));
  }

  /** Asks the window's thread for an answer all the time. */
  private void watch() {
    try {
      AtomicLong before = new AtomicLong();
      while (watching) {
        CountDownLatch answered = new CountDownLatch(1);
        long start = System.nanoTime();
        asked = start;
        Platform.runLater(
            () -> {
              long time = System.nanoTime() - start;
              asked = 0;
              long now = waited();
              long waited = now - before.getAndSet(now);
              if (time > longest.time()) {
                longest = new Stall(time, Math.min(time, waited));
              }
              answered.countDown();
            });
        answered.await();
        Thread.sleep(1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** For how long, in ns, this thread was ready and did not run: the second number of Linux' schedstat. */
  private static long waited() {
    try {
      return Long.parseLong(Files.readString(Path.of("/proc/thread-self/schedstat")).split(" ")[1]);
    } catch (IOException e) {
      return 0;
    }
  }

  private void printStacks(int lateMillis) {
    try {
      while (watching) {
        Thread.sleep(5);
        long since = asked;
        if (since != 0 && System.nanoTime() - since > lateMillis * 1_000_000L) {
          System.err.println("late:");
          for (StackTraceElement each : windowThread.getStackTrace()) {
            System.err.println("  " + each);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(WireView view) {
    try {
      Thread.sleep(1000);
      for (int i = 0; i < texts.size() * rounds; i++) {
        Text each = texts.get(i % texts.size());
        if (each.text().isEmpty()) {
          longest = new Stall(0, 0);
          Thread.sleep(1000);
          print(each.name(), 0);
          continue;
        }
        Bytes bytes = Bytes.utf8(each.text());
        int body = each.text().indexOf("\r\n\r\n") + 4;
        for (boolean pretty : each.text().charAt(body) == '{' ? new boolean[] {false, true} : new boolean[] {false}) {
          longest = new Stall(0, 0);
          long start = System.nanoTime();
          RawText rows = pretty ? WireText.pretty(bytes, Bytes.utf8(each.text().substring(body))) : WireText.raw(bytes);
          CountDownLatch shown = new CountDownLatch(1);
          Platform.runLater(
              () -> {
                view.setText(rows);
                afterTwoPulses(shown::countDown);
              });
          shown.await();
          long first = System.nanoTime() - start;
          Thread.sleep(500);
          print(each.name() + (pretty ? "-pretty" : ""), first);
        }
      }
      watching = false;
      Platform.exit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void print(String name, long first) {
    System.out.println(name + " " + first / 1_000_000 + " " + longest.time() / 1_000_000 + " " + longest.waited() / 1_000_000);
  }

  /** The first pulse lays it out and hands it to the renderer; when the second comes, it has been drawn. */
  private static void afterTwoPulses(Runnable then) {
    new AnimationTimer() {
      private int pulses;

      @Override
      public void handle(long now) {
        if (++pulses == 3) {
          stop();
          then.run();
        }
      }
    }.start();
  }

  /** Not the application class itself: JavaFX then comes from the runtime's modules as in the program. */
  public static final class Start {
    private Start() {}

    public static void main(String[] arguments) {
      launch(HostileText.class);
      System.exit(0);
    }
  }

  private record Limit() implements Intake.Words {
    @Override
    public String refused(FieldLimit.Excess excess) {
      return "too much";
    }

    @Override
    public String kept(FieldLimit.Excess excess) {
      return "too much";
    }
  }
}
