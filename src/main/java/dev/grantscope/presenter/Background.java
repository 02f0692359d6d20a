package dev.grantscope.presenter;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Port: work off the UI thread, and the way back to it. */
public interface Background {
  /**
   * Does the work on another thread, then hands its result over on the UI thread.
   *
   * <p>Work that throws is a fault of the program: it goes to the handler for uncaught exceptions, and nothing is handed over.
   */
  <T> void run(Callable<T> work, Consumer<T> done);

  /**
   * Does the work as above, for someone who waits for its end.
   *
   * @param failed hears on the UI thread of work that throws, beside that handler
   */
  <T> void run(Callable<T> work, Consumer<T> done, Consumer<Fault> failed);

  /** Runs an action on the UI thread, soon; from any thread. */
  void onUi(Runnable action);

  /** Runs an action on the UI thread after a while, unless it is cancelled before. */
  Timer after(Duration delay, Runnable action);

  /** How much time has passed, by a clock that nobody sets: the difference of two of these is a duration, the machine's clock may jump. */
  Duration uptime();

  /** An action that is still to come. */
  @FunctionalInterface
  interface Timer {
    void cancel();
  }
}
