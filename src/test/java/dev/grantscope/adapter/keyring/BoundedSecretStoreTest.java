package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.adapter.keyring.FaultyKeyring.Fault;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limit of every test is far above the store's own, so that only one that does not hold makes it fail. */
@Timeout(20)
class BoundedSecretStoreTest {
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final FaultyKeyring keyring = new FaultyKeyring();
  private final SecretKey key = new SecretKey(UUID.randomUUID(), SecretKey.Kind.CLIENT_SECRET);

  private BoundedSecretStore store(Duration limit) {
    return new BoundedSecretStore(new KeyringSecretStore(keyring::open, "Test Keyring"), limit);
  }

  @AfterEach
  void letGo() {
    keyring.fault = Fault.NONE;
    keyring.answers.release(1_000);
  }

  @Test
  void talksToTheKeyringOnOneDaemonThreadOnly() throws SecretStoreException {
    BoundedSecretStore store = store(LONG);
    store.save(key, Secret.of("s"));
    assertThat(store.load(key)).contains(Secret.of("s"));
    store.delete(key);
    assertThat(store.load(key)).isEmpty();

    assertThat(keyring.threads).hasSize(1);
    Thread thread = keyring.threads.keySet().iterator().next();
    assertThat(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.isDaemon()).isTrue();
    assertThat(store.close(LONG)).isTrue();
    assertThat(keyring.closed).hasValue(1);
  }

  @Test
  void asksNothingForItsName() {
    keyring.fault = Fault.SILENT;

    assertThat(store(SHORT).name()).isEqualTo("Test Keyring");
    assertThat(keyring.opened).hasValue(0);
  }

  @Test
  void givesUpOnASilentKeyring() {
    keyring.fault = Fault.SILENT;

    assertLate(() -> store(SHORT).save(key, Secret.of("s")));
  }

  @Test
  void failsAtOnceWhileAnEarlierCallHangs() throws InterruptedException {
    keyring.fault = Fault.SILENT;
    BoundedSecretStore store = store(SHORT);
    assertLate(() -> store.load(key));

    long begun = System.nanoTime();
    for (int call = 0; call < 1_000; call++) {
      assertLate(() -> store.save(key, Secret.of("s")));
    }

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(SHORT.multipliedBy(50));
    assertThat(keyring.threads).hasSize(1);
  }

  @Test
  void worksAgainWhenTheAnswerCameAfterAll() throws Exception {
    keyring.fault = Fault.SLOW;
    BoundedSecretStore store = store(SHORT);
    assertLate(() -> store.save(key, Secret.of("typed first")));

    keyring.fault = Fault.NONE;
    keyring.answers.release();
    untilItAnswers(store);
    store.save(key, Secret.of("typed later"));

    assertThat(store.load(key)).contains(Secret.of("typed later"));
    assertThat(keyring.opened).hasValue(1);
  }

  private void untilItAnswers(BoundedSecretStore store) {
    while (true) {
      try {
        store.load(key);
        return;
      } catch (SecretStoreException e) {
        assertThat(e.reason()).isEqualTo(Reason.LOCKED_OR_TIMED_OUT);
        Thread.onSpinWait();
      }
    }
  }

  @Test
  void neverRunsLaterWhatWasGivenUpInTheQueue() throws Exception {
    keyring.fault = Fault.SLOW;
    BoundedSecretStore patient = store(Duration.ofSeconds(3));
    CompletableFuture<Void> first = CompletableFuture.runAsync(() -> ignore(() -> patient.load(key)));
    keyring.hanging.await();
    // Waits behind the first, and is given up when that one is late.
    CountDownLatch queued = new CountDownLatch(1);
    CompletableFuture<Void> second =
        CompletableFuture.runAsync(
            () -> {
              queued.countDown();
              assertLate(() -> patient.save(key, Secret.of("given up")));
            });
    queued.await();
    second.join();
    first.join();

    keyring.fault = Fault.NONE;
    keyring.answers.release(1_000);
    untilItAnswers(patient);

    assertThat(keyring.entries).doesNotContainKey(key.account());
  }

  @ParameterizedTest
  @EnumSource(names = {"SILENT", "SLOW"})
  void closesWithinItsLimitWhateverHangs(Fault fault) {
    keyring.fault = fault;
    BoundedSecretStore store = store(SHORT);
    assertLate(() -> store.load(key));

    assertThat(store.close(SHORT)).isFalse();
    assertThatThrownBy(() -> store.load(key)).isInstanceOf(SecretStoreException.class);
  }

  @Test
  void closesAtOnceWhatWasNeverOpened() throws SecretStoreException {
    keyring.fault = Fault.SILENT;
    BoundedSecretStore store = store(LONG);

    assertThat(store.close(LONG)).isTrue();
    assertThat(store.close(LONG)).isTrue();
    assertThat(keyring.opened).hasValue(0);
    assertThatThrownBy(() -> store.load(key))
        .isInstanceOfSatisfying(SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNAVAILABLE));
  }

  @Test
  void keepsTheInterruptOfItsCaller() {
    keyring.fault = Fault.SILENT;
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> store(LONG).load(key)).isInstanceOf(SecretStoreException.class).hasNoCause();
    assertThat(Thread.interrupted()).isTrue();
  }

  private static void assertLate(ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LOCKED_OR_TIMED_OUT))
        .hasNoCause();
  }

  private static void ignore(ThrowingCallable call) {
    try {
      call.call();
    } catch (Throwable e) {
      assertThat(e).isInstanceOf(SecretStoreException.class);
    }
  }
}
