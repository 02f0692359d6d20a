package dev.grantscope.ui.control;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;

/** Asks the UI thread again and again for a sign of life, and keeps the longest time that it took to answer. */
final class Heartbeat implements AutoCloseable {
  private final AtomicLong longest = new AtomicLong();
  private final AtomicBoolean running = new AtomicBoolean(true);
  private final Thread thread = new Thread(this::beat, "heartbeat");

  Heartbeat() {
    thread.setDaemon(true);
    thread.start();
  }

  long longestMillis() {
    return longest.get() / 1_000_000;
  }

  @Override
  public void close() {
    running.set(false);
  }

  private void beat() {
    try {
      while (running.get()) {
        CountDownLatch answered = new CountDownLatch(1);
        long asked = System.nanoTime();
        Platform.runLater(answered::countDown);
        if (!answered.await(120, TimeUnit.SECONDS)) {
          return;
        }
        longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
