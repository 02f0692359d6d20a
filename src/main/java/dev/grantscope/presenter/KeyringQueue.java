package dev.grantscope.presenter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Asks the keyring off the UI thread, one question at a time, so that of two saves the later one wins. */
final class KeyringQueue {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Background background;
  private final Runnable news;
  private final Deque<Runnable> questions = new ArrayDeque<>();
  private boolean asking;
  private boolean waiting;

  /**
   * One that asks nothing yet.
   *
   * @param news hears of each answer, and when we begin to wait
   */
  KeyringQueue(Background background, Runnable news) {
    this.background = background;
    this.news = news;
  }

  /** Whether the keyring has been asked and has let us wait for a second. */
  boolean isWaiting() {
    return waiting;
  }

  <T> void ask(Callable<T> question, Consumer<T> answer, Consumer<Fault> broken) {
    background.after(
        PATIENCE,
        () -> {
          if (asking) {
            waiting = true;
            news.run();
          }
        });
    questions.add(
        () ->
            background.run(
                question, result -> onAnswer(() -> answer.accept(result)), fault -> onAnswer(() -> broken.accept(fault))));
    askNext();
  }

  private void onAnswer(Runnable then) {
    asking = false;
    waiting = waiting && !questions.isEmpty();
    then.run();
    news.run();
    askNext();
  }

  private void askNext() {
    if (!asking && !questions.isEmpty()) {
      asking = true;
      questions.remove().run();
    }
  }

  /** Asks on the way out, where nothing comes after: waits for the answer, but not past this moment of {@link System#nanoTime()}. */
  static <T> Optional<T> askBefore(long end, Callable<T> question) {
    FutureTask<T> asked = new FutureTask<>(question);
    Thread.ofVirtual().start(asked);
    return BoundedWait.until(end, asked);
  }
}
