package dev.grantscope.adapter.keyring;

import dev.grantscope.core.secret.SecretStoreException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A keyring in memory with the faults that real ones have. */
final class FaultyKeyring implements KeyringBackend {
  enum Fault {
    NONE,
    /** Opening fails. */
    MISSING,
    /** Refuses what it holds, as a locked gnome-keyring whose dialogue was dismissed, and loses writes without a word. */
    DISMISSED,
    /** Says that it has nothing and loses writes, as a locked KeePassXC or a refused KWallet. */
    HIDDEN,
    /** Never answers. */
    SILENT,
    /** Answers when the test lets it. */
    SLOW,
    /** Has every entry twice. */
    DUPLICATE,
    /** Quotes the value in its exception and that one's cause. */
    TALKATIVE,
    /** Its native part is missing. */
    UNLINKED,
    /** Keeps the start of what it is given. */
    TRUNCATING,
    /** Fails after the first write. */
    HALFWAY,
    /** Was started anew: it refuses who had opened the one before, as if it were locked. */
    RESTARTED
  }

  final Map<String, String> entries = new ConcurrentHashMap<>();
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final AtomicInteger writes = new AtomicInteger();
  final Map<Thread, Boolean> threads = new ConcurrentHashMap<>();
  /** One permit for each answer of a {@link Fault#SLOW} one. */
  final Semaphore answers = new Semaphore(0);
  /** Counted down once something hangs. */
  volatile CountDownLatch hanging = new CountDownLatch(1);
  volatile Fault fault = Fault.NONE;

  private final CountDownLatch never = new CountDownLatch(1);

  KeyringBackend open() {
    threads.put(Thread.currentThread(), true);
    if (fault == Fault.MISSING) {
      throw new IllegalStateException("no backend");
    }
    if (opened.getAndIncrement() > 0 && fault == Fault.RESTARTED) {
      fault = Fault.NONE;
    }
    hang();
    return this;
  }

  @Override
  public Optional<String> get(String account) throws SecretStoreException {
    String value = entries.get(account);
    before(account, value);
    if (fault == Fault.HIDDEN) {
      return Optional.empty();
    }
    if (fault == Fault.DISMISSED && value != null) {
      throw new NullPointerException("encrypted is null");
    }
    return Optional.ofNullable(value);
  }

  @Override
  public void set(String account, String value) throws SecretStoreException {
    before(account, value);
    switch (fault) {
      case DISMISSED, HIDDEN -> {}
      case TRUNCATING -> entries.put(account, value.substring(0, value.length() - 1));
      case HALFWAY -> {
        if (writes.getAndIncrement() > 0) {
          throw new IllegalStateException("disconnected");
        }
        entries.put(account, value);
      }
      default -> entries.put(account, value);
    }
  }

  @Override
  public void delete(String account) throws SecretStoreException {
    before(account, entries.get(account));
    if (fault == Fault.DISMISSED) {
      throw new NullPointerException("prompt is null");
    }
    if (fault == Fault.HALFWAY) {
      throw new IllegalStateException("disconnected");
    }
    if (fault != Fault.HIDDEN) {
      entries.remove(account);
    }
  }

  @Override
  public void close() {
    closed.incrementAndGet();
    hang();
  }

  private void before(String account, @Nullable String value) throws SecretStoreException {
    threads.put(Thread.currentThread(), true);
    hang();
    switch (fault) {
      case DUPLICATE -> {
        if (value != null) {
          throw new IllegalStateException("Too many stored credentials match " + account);
        }
      }
      case TALKATIVE -> throw new IllegalArgumentException("bad " + value, new IllegalStateException("from " + value));
      case RESTARTED -> throw new SecretStoreException(SecretStoreException.Reason.LOCKED_OR_TIMED_OUT, "locked");
      case UNLINKED -> throw new NoClassDefFoundError("for " + value);
      default -> {}
    }
  }

  private void hang() {
    try {
      if (fault == Fault.SILENT) {
        hanging.countDown();
        never.await();
      } else if (fault == Fault.SLOW) {
        hanging.countDown();
        answers.acquire();
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody may interrupt the library", e);
    }
  }
}
