package dev.grantscope.adapter.keyring;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The keyring within a time limit: one daemon thread talks to it, and nobody waits for that longer than the limit.
 *
 * <p>What hangs cannot be interrupted, so it is left alone: while it hangs, further calls fail at once, and once it is done they work
 * again. Thread-safe.
 */
public final class BoundedSecretStore implements SecretStore {
  /** Long enough to type a password, short enough to wait for. */
  public static final Duration LIMIT = Duration.ofSeconds(30);

  private final KeyringSecretStore store;
  private final Duration limit;
  private final ExecutorService thread = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("keyring").factory());
  private final AtomicReference<@Nullable Turn<?>> running = new AtomicReference<>();

  public BoundedSecretStore(KeyringSecretStore store, Duration limit) {
    this.store = store;
    this.limit = limit;
  }

  @Override
  public Optional<Secret> load(SecretKey key) throws SecretStoreException {
    return within(() -> store.load(key));
  }

  @Override
  public void save(SecretKey key, Secret secret) throws SecretStoreException {
    within(() -> {
      store.save(key, secret);
      return true;
    });
  }

  @Override
  public void delete(SecretKey key) throws SecretStoreException {
    within(() -> {
      store.delete(key);
      return true;
    });
  }

  @Override
  public String name() {
    return store.name();
  }

  /**
   * Lets go of the keyring; every later call fails.
   *
   * @param atMost how long to wait for what is under way
   * @return whether it is closed; if not, the library's threads keep the process alive, and only {@link System#exit} ends it
   */
  public boolean close(Duration atMost) {
    try {
      thread.execute(store::close);
    } catch (RejectedExecutionException _) {
      // Closed before; wait for that.
    }
    thread.shutdown();
    try {
      return thread.awaitTermination(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private <T> T within(Call<T> call) throws SecretStoreException {
    Turn<?> before = running.get();
    if (before != null && before.isLate(limit)) {
      throw late();
    }
    Turn<T> turn = new Turn<>(call);
    try {
      thread.execute(turn);
      return turn.result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      // One that has not begun never will: a secret that was given up must not be written later.
      turn.leftAlone = true;
      turn.state.compareAndSet(State.WAITING, State.GIVEN_UP);
      throw late();
    } catch (InterruptedException _) {
      turn.state.compareAndSet(State.WAITING, State.GIVEN_UP);
      Thread.currentThread().interrupt();
      throw new SecretStoreException(Reason.FAILED, "Waiting for the keyring was cut short.");
    } catch (RejectedExecutionException _) {
      throw new SecretStoreException(Reason.UNAVAILABLE, "The keyring has been closed.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof SecretStoreException ours
          ? ours
          : new SecretStoreException(Reason.FAILED, "The keyring failed.");
    }
  }

  private static SecretStoreException late() {
    return new SecretStoreException(Reason.LOCKED_OR_TIMED_OUT, "The keyring did not answer within the time limit.");
  }

  private interface Call<T> {
    T call() throws SecretStoreException;
  }

  private enum State {
    WAITING,
    RUNNING,
    GIVEN_UP
  }

  /** One call, in its turn on the thread. */
  private final class Turn<T> implements Runnable {
    private final Call<T> call;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITING);
    private volatile long begun;
    private volatile boolean leftAlone;

    private Turn(Call<T> call) {
      this.call = call;
    }

    @Override
    public void run() {
      if (!state.compareAndSet(State.WAITING, State.RUNNING)) {
        return;
      }
      begun = System.nanoTime();
      running.set(this);
      try {
        T answer = call.call();
        running.set(null);
        result.complete(answer);
      } catch (Throwable e) {
        running.set(null);
        result.completeExceptionally(e);
      }
    }

    private boolean isLate(Duration time) {
      return leftAlone || System.nanoTime() - begun > time.toNanos();
    }
  }
}
