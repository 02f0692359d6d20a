package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange from outside: at the limit of a phase, at the limit of everything, or when cancelled.
 *
 * <p>It closes the raw socket, never the TLS one, whose close waits for a write that is stuck. Thread-safe.
 */
final class Guard implements AutoCloseable {
  /** Why it was ended, in words of ours. */
  record Ending(Kind kind, String sentence) {}

  private final ScheduledExecutorService watchdog;
  private final Duration total;
  private final long start = System.nanoTime();
  private long phaseEnd;
  private Optional<Duration> limitOfPhase = Optional.empty();
  private String whatIsAwaited = "";
  private long alarmAt;
  private boolean closed;
  private @Nullable ScheduledFuture<?> alarm;
  private @Nullable Socket socket;
  private @Nullable CompletableFuture<?> awaited;
  private @Nullable Ending ending;

  Guard(ScheduledExecutorService watchdog, Duration total) {
    this.watchdog = watchdog;
    this.total = total;
  }

  /**
   * Starts a phase with its limit.
   *
   * @throws IOException if everything was ended before
   */
  synchronized void limit(Duration limit, String whatWasAwaited) throws IOException {
    refuseIfEnded();
    long now = System.nanoTime();
    long leftOfTotal = total.toNanos() - (now - start);
    boolean totalFirst = leftOfTotal < limit.toNanos();
    whatIsAwaited = whatWasAwaited;
    limitOfPhase = totalFirst ? Optional.empty() : Optional.of(limit);
    phaseEnd = now + Math.max(0, totalFirst ? leftOfTotal : limit.toNanos());
    // An alarm that is due earlier looks again when it rings: most exchanges need one for all their phases.
    if (alarm == null || alarmAt - phaseEnd > 0) {
      stopAlarm();
      setAlarm(phaseEnd);
    }
  }

  private synchronized void setAlarm(long at) {
    alarmAt = at;
    alarm = watchdog.schedule(this::ring, at - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void ring() {
    Ending timeout;
    synchronized (this) {
      if (closed) {
        return;
      }
      if (phaseEnd - System.nanoTime() > 0) {
        setAlarm(phaseEnd);
        return;
      }
      timeout =
          new Ending(
              Kind.TIMEOUT,
              limitOfPhase.map(it -> "The limit of " + seconds(it)).orElseGet(() -> "The limit of " + seconds(total) + " for the whole exchange")
                  + " was reached: "
                  + whatIsAwaited
                  + ".");
    }
    end(timeout);
  }

  void cancel() {
    end(new Ending(Kind.CANCELLED, "It was cancelled."));
  }

  private void end(Ending why) {
    Socket toClose;
    CompletableFuture<?> toFail;
    synchronized (this) {
      if (closed || ending != null) {
        return;
      }
      ending = why;
      toClose = socket;
      toFail = awaited;
    }
    if (toFail != null) {
      toFail.completeExceptionally(new CancellationException());
    }
    close(toClose);
  }

  /** Why it was ended, if it was. */
  synchronized Optional<Ending> ending() {
    return Optional.ofNullable(ending);
  }

  /** What is left of the phase, at least a millisecond. */
  synchronized Duration left() {
    return Duration.ofNanos(Math.max(TimeUnit.MILLISECONDS.toNanos(1), phaseEnd - System.nanoTime()));
  }

  /**
   * Takes care of this socket from now on, and of no other.
   *
   * @throws IOException if everything was ended before; then the socket is closed
   */
  void watch(Socket newSocket) throws IOException {
    synchronized (this) {
      socket = newSocket;
    }
    if (ending().isPresent()) {
      close(newSocket);
      refuseIfEnded();
    }
  }

  /**
   * Waits for what another thread works at, no longer than the phase may take; that thread is left alone.
   *
   * @throws ExecutionException if the work failed
   * @throws IOException if the wait was ended
   */
  <T> T await(CompletableFuture<T> work) throws IOException, ExecutionException {
    synchronized (this) {
      refuseIfEnded();
      awaited = work;
    }
    try {
      return work.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      cancel();
      throw new IOException("interrupted", e);
    } catch (CancellationException e) {
      throw new IOException("ended", e);
    } finally {
      synchronized (this) {
        awaited = null;
      }
    }
  }

  private synchronized void refuseIfEnded() throws IOException {
    if (ending != null) {
      throw new IOException("ended");
    }
  }

  /** Closes the socket; nothing is ended any more after this. */
  @Override
  public void close() {
    Socket toClose;
    synchronized (this) {
      closed = true;
      stopAlarm();
      toClose = socket;
    }
    close(toClose);
  }

  private synchronized void stopAlarm() {
    if (alarm != null) {
      alarm.cancel(false);
    }
  }

  private static void close(@Nullable Socket toClose) {
    try {
      if (toClose != null) {
        toClose.close();
      }
    } catch (IOException e) {
      // It is of no more use, closed or not.
    }
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() / 1000.0 + " s";
  }
}
