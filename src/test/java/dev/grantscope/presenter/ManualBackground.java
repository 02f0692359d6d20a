package dev.grantscope.presenter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** A background that does its work when the test says so, on the test's own thread, with a clock that the test moves. */
final class ManualBackground implements Background {
  private final Deque<Runnable> work = new ArrayDeque<>();
  private final List<Pending> timers = new ArrayList<>();
  private Duration now = Duration.ZERO;
  private Optional<RuntimeException> next = Optional.empty();

  private record Pending(Duration at, Runnable action) {}

  @Override
  public <T> void run(Callable<T> callable, Consumer<T> done) {
    work.add(
        () -> {
          try {
            done.accept(callable.call());
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        });
  }

  @Override
  public <T> void run(Callable<T> callable, Consumer<T> done, Consumer<Fault> failed) {
    work.add(
        () -> {
          T result;
          try {
            RuntimeException broken = next.orElse(null);
            next = Optional.empty();
            if (broken != null) {
              throw broken;
            }
            result = callable.call();
          } catch (Exception e) {
            failed.accept(Fault.of(e));
            return;
          }
          done.accept(result);
        });
  }

  @Override
  public void onUi(Runnable action) {
    action.run();
  }

  @Override
  public Duration uptime() {
    return now;
  }

  @Override
  public Timer after(Duration delay, Runnable action) {
    Pending pending = new Pending(now.plus(delay), action);
    timers.add(pending);
    return () -> timers.remove(pending);
  }

  /** A clock that goes as this does; in UTC. */
  Clock clock(Instant start) {
    return new Clock() {
      @Override
      public Instant instant() {
        return start.plus(now);
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
      }
    };
  }

  /** Does all that was asked for, and what that asks for. */
  void work() {
    while (!work.isEmpty()) {
      work.poll().run();
    }
  }

  /** Makes the next work for someone who waits for its end throw this. */
  void breakNext(RuntimeException with) {
    next = Optional.of(with);
  }

  int timers() {
    return timers.size();
  }

  int waiting() {
    return work.size();
  }

  /** Lets time pass. */
  void pass(Duration time) {
    now = now.plus(time);
    for (Pending each : List.copyOf(timers)) {
      if (each.at().compareTo(now) <= 0 && timers.remove(each)) {
        each.action().run();
      }
    }
  }
}
