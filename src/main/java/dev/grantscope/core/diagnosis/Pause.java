package dev.grantscope.core.diagnosis;

import dev.grantscope.core.wire.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Port: lets time pass between two requests. */
@FunctionalInterface
public interface Pause {
  /** Lets no time pass. */
  Pause NONE = (_, _) -> {};

  /** Blocks this long, or until it is cancelled. */
  void rest(Duration time, Cancellation cancellation);

  /** By the clock of this machine. An interrupt ends it too. */
  static Pause timed() {
    return (time, cancellation) -> {
      CountDownLatch over = new CountDownLatch(1);
      cancellation.onCancel(over::countDown);
      try {
        // Whether it was cancelled is asked of the cancellation.
        boolean _ = over.await(time.toNanos(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    };
  }
}
