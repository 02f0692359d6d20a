package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.presenter.Background;
import dev.grantscope.presenter.Fault;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;

/** Work that ends, and work that throws, over the real toolkit. */
@ExtendWith(ApplicationExtension.class)
class DesktopBackgroundTest {
  private final DesktopBackground background = new DesktopBackground();
  private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Throwable> handled = new LinkedBlockingQueue<>();
  private Thread.@Nullable UncaughtExceptionHandler before;

  @BeforeEach
  void listen() {
    before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, thrown) -> handled.add(thrown));
  }

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private void hear(String what) {
    heard.add((Platform.isFxApplicationThread() ? "" : "on a wrong thread: ") + what);
  }

  private String next() throws InterruptedException {
    return String.valueOf(heard.poll(10, TimeUnit.SECONDS));
  }

  private void run(Callable<String> work) {
    background.run(work, this::hear, fault -> hear(fault.toString()));
  }

  @Test
  void aResultComesBackOnTheFxThread() throws InterruptedException {
    run(() -> Platform.isFxApplicationThread() ? "done on the FX thread" : "done");
    assertThat(next()).isEqualTo("done");
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, java.io.IOException.class, StackOverflowError.class})
  void whatThrowsIsHeardOnTheFxThreadWithoutItsMessageAndHandled(Class<? extends Throwable> kind) throws InterruptedException {
    run(
        () -> {
          Throwable thrown = kind.getConstructor(String.class).newInstance("canary-secret");
          if (thrown instanceof Exception exception) {
            throw exception;
          }
          throw (Error) thrown;
        });
    assertThat(next()).startsWith("Fault[kind=" + kind.getSimpleName() + ", place=DesktopBackgroundTest:").doesNotContain("canary");
    Throwable thrown = handled.poll(10, TimeUnit.SECONDS);
    assertThat(thrown).isInstanceOf(kind);
    run(() -> "next");
    assertThat(next()).isEqualTo("next");
  }

  @Test
  void aCallerThatDoesNotWaitHearsNothingAndTheHandlerDoes() throws InterruptedException {
    background.run(
        () -> {
          throw new IllegalStateException("canary-secret");
        },
        _ -> hear("done"));
    assertThat(handled.poll(10, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class);
    run(() -> "next");
    assertThat(next()).isEqualTo("next");
  }

  @Test
  void aTraceHasAllPlacesAndNoMessage() {
    Throwable thrown = new IllegalStateException("canary-secret", new java.io.IOException("canary-token"));
    assertThat(Fault.trace(thrown))
        .startsWith("A fault in GrantScope: java.lang.IllegalStateException\n  at dev.grantscope.ui.DesktopBackgroundTest.")
        .contains("\ncaused by java.io.IOException\n  at ")
        .doesNotContain("canary");
  }

  @Test
  void aTimerEndsOnTheFxThreadUnlessItIsCancelledBefore() throws InterruptedException {
    // On the FX thread, where it is used: on another the first might have ended before it is cancelled.
    background.onUi(
        () -> {
          background.after(Duration.ZERO, () -> hear("first")).cancel();
          background.after(Duration.ofMillis(1), () -> hear("second"));
        });
    assertThat(next()).isEqualTo("second");
    background.onUi(
        () -> {
          Background.Timer late = background.after(Duration.ZERO, () -> hear("late"));
          // Due already, and still to come on this thread.
          long end = System.nanoTime() + 50_000_000;
          while (System.nanoTime() < end) {
            Thread.onSpinWait();
          }
          late.cancel();
          background.after(Duration.ofMillis(1), () -> hear("third"));
        });
    assertThat(next()).isEqualTo("third");
  }
}
