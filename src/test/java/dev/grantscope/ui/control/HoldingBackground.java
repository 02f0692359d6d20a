package dev.grantscope.ui.control;

import dev.grantscope.presenter.Background;
import dev.grantscope.presenter.Fault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Works on threads of its own, or holds what is asked for until the test lets it go. Used on the UI thread. */
final class HoldingBackground implements Background {
  private final Deque<Runnable> held = new ArrayDeque<>();
  private final AtomicInteger running = new AtomicInteger();
  private boolean holding;

  void hold() {
    holding = true;
  }

  /** Lets the first go; answers whether there was one. */
  boolean letGo() {
    Runnable first = held.poll();
    if (first != null) {
      first.run();
    }
    return first != null;
  }

  int held() {
    return held.size();
  }

  boolean isIdle() {
    return running.get() == 0;
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done) {
    run(work, done, _ -> {});
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Fault> failed) {
    if (holding) {
      held.add(() -> done(work, done));
      return;
    }
    running.incrementAndGet();
    Thread.ofVirtual()
        .start(
            () -> {
              if (Platform.isFxApplicationThread()) {
                throw new AssertionError("Not on the UI thread");
              }
              T result = result(work);
              Platform.runLater(
                  () -> {
                    done.accept(result);
                    running.decrementAndGet();
                  });
            });
  }

  private static <T> void done(Callable<T> work, Consumer<T> done) {
    done.accept(result(work));
  }

  private static <T> T result(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void onUi(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    throw new AssertionError("Not asked for by a view");
  }

  @Override
  public Duration uptime() {
    throw new AssertionError("Not asked for by a view");
  }
}
