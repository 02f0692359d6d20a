package dev.grantscope.ui;

import dev.grantscope.presenter.Background;
import dev.grantscope.presenter.Fault;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Work on virtual threads, which never keep the program from ending, and the way back to the FX thread. */
public final class DesktopBackground implements Background {
  @Override
  public <T> void run(Callable<T> work, Consumer<T> done) {
    run(work, done, _ -> {});
  }

  @Override
  public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Fault> failed) {
    Thread.ofVirtual()
        .name("grantscope-work")
        .start(
            () -> {
              Runnable then;
              try {
                T result = work.call();
                then = () -> done.accept(result);
              } catch (Throwable e) {
                Thread mine = Thread.currentThread();
                mine.getUncaughtExceptionHandler().uncaughtException(mine, e);
                Fault fault = Fault.of(e);
                then = () -> failed.accept(fault);
              }
              Platform.runLater(then);
            });
  }

  @Override
  public void onUi(Runnable action) {
    Platform.runLater(action);
  }

  @Override
  public Duration uptime() {
    return Duration.ofNanos(System.nanoTime());
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    AtomicBoolean cancelled = new AtomicBoolean();
    // No timeline: while one plays, the toolkit draws sixty times a second.
    Thread waiting =
        Thread.ofVirtual()
            .name("grantscope-timer")
            .start(
                () -> {
                  try {
                    Thread.sleep(delay);
                  } catch (InterruptedException e) {
                    return;
                  }
                  Platform.runLater(
                      () -> {
                        if (!cancelled.get()) {
                          action.run();
                        }
                      });
                });
    return () -> {
      cancelled.set(true);
      waiting.interrupt();
    };
  }
}
