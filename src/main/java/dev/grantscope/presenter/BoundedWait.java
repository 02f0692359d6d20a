package dev.grantscope.presenter;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting on the way out, where nothing comes after: for an answer, but not past a moment. */
final class BoundedWait {
  private BoundedWait() {}

  /** The answer; empty where it does not come before this moment of {@link System#nanoTime()}, or the waiting is interrupted. */
  static <T> Optional<T> until(long end, Future<T> asked) {
    try {
      return Optional.of(asked.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
