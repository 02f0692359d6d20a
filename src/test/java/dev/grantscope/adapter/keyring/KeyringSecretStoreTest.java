package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.adapter.keyring.FaultyKeyring.Fault;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeyringSecretStoreTest {
  private static final String CANARY = "canary-7f3a91";

  private final FaultyKeyring keyring = new FaultyKeyring();
  private final KeyringSecretStore store = new KeyringSecretStore(keyring::open, "Test Keyring");
  private final SecretKey key = new SecretKey(UUID.fromString("00000000-0000-0000-0000-000000000001"), SecretKey.Kind.CLIENT_SECRET);

  @ParameterizedTest
  @MethodSource("dev.grantscope.adapter.keyring.StoredValueTest#naughty")
  void givesBackWhatItKept(String text) throws SecretStoreException {
    store.save(key, Secret.of(text));

    assertThat(store.load(key)).contains(Secret.of(text));
    assertThat(keyring.entries.values()).noneMatch(value -> value.contains("\n") || value.contains("\r"));
  }

  @Test
  void opensOnceAndOnlyWhenNeeded() throws SecretStoreException {
    assertThat(store.name()).isEqualTo("Test Keyring");
    store.close();
    assertThat(keyring.opened).hasValue(0);

    store.save(key, Secret.of("s"));
    store.load(key);
    store.delete(key);

    assertThat(keyring.opened).hasValue(1);
  }

  @Test
  void isOpenedAnewWhenItWasStartedAnew() throws SecretStoreException {
    store.save(key, Secret.of("s"));
    keyring.fault = Fault.RESTARTED;
    assertReason(Reason.LOCKED_OR_TIMED_OUT, () -> store.load(key));

    assertThat(store.load(key)).contains(Secret.of("s"));
    assertThat(keyring.opened).hasValue(2);
    assertThat(keyring.closed).as("the one that is no more is let go").hasValue(1);
    store.load(key);
    assertThat(keyring.opened).hasValue(2);
  }

  @Test
  void keepsTheSecretsOfOneProfileApart() throws SecretStoreException {
    SecretKey password = new SecretKey(key.profile(), SecretKey.Kind.PASSWORD);
    store.save(key, Secret.of("c".repeat(3_000)));
    store.save(password, Secret.of("p".repeat(3_000)));
    store.delete(key);

    assertThat(store.load(key)).isEmpty();
    assertThat(store.load(password)).contains(Secret.of("p".repeat(3_000)));
    assertThat(keyring.entries.keySet()).allMatch(name -> name.matches("[\\x21-\\x7e]+"));
  }

  @Test
  void leavesNothingOfALongerSecret() throws SecretStoreException {
    store.save(key, Secret.of("x".repeat(8_000)));
    assertThat(keyring.entries).hasSizeGreaterThan(5);
    store.save(key, Secret.of("short"));

    assertThat(keyring.entries).containsOnlyKeys(key.account());
    assertThat(store.load(key)).contains(Secret.of("short"));
  }

  @Test
  void deletesAllPartsAlsoWhereTheFirstIsGone() throws SecretStoreException {
    store.save(key, Secret.of("x".repeat(8_000)));
    keyring.entries.remove(key.account());
    store.delete(key);

    assertThat(keyring.entries.keySet()).noneMatch(name -> name.startsWith(key.account()));
  }

  @Test
  void deletesForAnEmptySecret() throws SecretStoreException {
    store.save(key, Secret.of("s"));
    store.save(key, Secret.NONE);

    assertThat(keyring.entries).doesNotContainKey(key.account());
    assertThat(store.load(key)).isEmpty();
  }

  @Test
  void refusesHalfACharacterAndKeepsTheOldSecret() throws SecretStoreException {
    store.save(key, Secret.of("old"));

    assertReason(Reason.FAILED, () -> store.save(key, Secret.of(CANARY + "\ud83d")));
    assertThat(store.load(key)).contains(Secret.of("old"));
  }

  @Test
  void saysThatASecretIsTooLargeBeforeItWritesAnything() {
    assertReason(Reason.TOO_LARGE, () -> store.save(key, Secret.of("x".repeat(1_000_000))));
    assertThat(keyring.entries).isEmpty();
  }

  @Test
  void neverReadsAHalfWrittenSecret() throws SecretStoreException {
    store.save(key, Secret.of("o".repeat(3_000)));
    keyring.fault = Fault.HALFWAY;
    assertReason(Reason.FAILED, () -> store.save(key, Secret.of("n".repeat(3_000))));
    keyring.fault = Fault.NONE;

    assertReason(Reason.FAILED, () -> store.load(key));
    store.save(key, Secret.of("n".repeat(3_000)));
    assertThat(store.load(key)).contains(Secret.of("n".repeat(3_000)));
  }

  @Test
  void keepsTheOldSecretWhereANewOneIsHalfWrittenBehindIt() throws SecretStoreException {
    store.save(key, Secret.of("old"));
    keyring.fault = Fault.HALFWAY;
    assertReason(Reason.FAILED, () -> store.save(key, Secret.of("n".repeat(3_000))));
    keyring.fault = Fault.NONE;

    assertThat(store.load(key)).contains(Secret.of("old"));
  }

  @Test
  void tellsALostWrite() throws SecretStoreException {
    keyring.fault = Fault.TRUNCATING;
    assertReason(Reason.NOT_KEPT, () -> store.save(key, Secret.of("secret")));
    keyring.fault = Fault.HIDDEN;
    assertReason(Reason.NOT_KEPT, () -> store.save(key, Secret.of("secret")));
  }

  @Test
  void believesNothingOfAKeyringThatHidesAll() throws SecretStoreException {
    store.save(key, Secret.of("secret"));
    keyring.fault = Fault.HIDDEN;

    assertReason(Reason.LOCKED_OR_TIMED_OUT, () -> store.load(key));
    assertReason(Reason.LOCKED_OR_TIMED_OUT, () -> store.delete(key));

    keyring.fault = Fault.NONE;
    assertThat(store.load(key)).contains(Secret.of("secret"));
  }

  @Test
  void deletesAndOverwritesNothingWhenItFindsNothing() throws SecretStoreException {
    Map<String, String> others = Map.of("another", "foreign", "another.1", "foreign too");
    keyring.entries.putAll(others);

    assertThat(store.load(key)).isEmpty();
    store.delete(key);

    assertThat(keyring.entries).containsAllEntriesOf(others);
  }

  @Test
  void doesNotReadWhatAnotherProgramWrote() {
    keyring.entries.put(key.account(), "plain " + CANARY);

    assertReason(Reason.FAILED, () -> store.load(key));
    assertThat(keyring.entries).containsEntry(key.account(), "plain " + CANARY);
  }

  @Test
  void isUnavailableWithoutAKeyringAndTriesAgain() throws SecretStoreException {
    keyring.fault = Fault.MISSING;
    assertReason(Reason.UNAVAILABLE, () -> store.load(key));
    keyring.fault = Fault.NONE;

    assertThat(store.load(key)).isEmpty();
  }

  @Test
  void isUnavailableWhereTheLibraryDoesNotRun() {
    keyring.fault = Fault.UNLINKED;
    assertReason(Reason.UNAVAILABLE, () -> store.save(key, Secret.of(CANARY)));
  }

  /** Reliability S3: whatever goes wrong, a save that returned is there, and a failure is said. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"SILENT", "SLOW"})
  void losesNothingInSilence(Fault fault) throws SecretStoreException {
    for (String old : List.of("", "old", "o".repeat(3_000))) {
      for (String fresh : List.of(CANARY, CANARY.repeat(300))) {
        keyring.entries.clear();
        keyring.fault = Fault.NONE;
        keyring.writes.set(0);
        store.save(key, Secret.of(old));

        keyring.fault = fault;
        boolean kept = succeeds(() -> store.save(key, Secret.of(fresh)));
        keyring.fault = Fault.NONE;
        if (kept) {
          assertThat(store.load(key)).contains(Secret.of(fresh));
        } else if (!keyring.entries.isEmpty() && succeeds(() -> store.load(key))) {
          assertThat(store.load(key).map(Secret::reveal).orElse("")).isIn(old, fresh);
        }

        store.save(key, Secret.of(fresh));
        keyring.fault = fault;
        boolean[] absent = {false};
        succeeds(() -> absent[0] = store.load(key).isEmpty());
        assertThat(absent[0]).as("a secret that is there is never called absent").isFalse();
        boolean deleted = succeeds(() -> store.delete(key));
        keyring.fault = Fault.NONE;
        if (deleted) {
          assertThat(store.load(key)).isEmpty();
        }
      }
    }
  }

  /** Whether it did not throw; what it throws must be ours and must not quote a secret. */
  private static boolean succeeds(ThrowingCallable call) {
    try {
      call.call();
      return true;
    } catch (Throwable e) {
      assertThat(e).isInstanceOf(SecretStoreException.class).hasNoCause();
      assertThat(e.getSuppressed()).isEmpty();
      assertThat(e.toString()).doesNotContain("canary", CANARY, "Y2FuYXJ5");
      return false;
    }
  }

  @Test
  void closesWhatItOpenedWhateverThatSays() throws SecretStoreException {
    store.save(key, Secret.of("s"));
    store.close();
    store.close();

    assertThat(keyring.closed).hasValue(1);
    assertThat(store.load(key)).isEqualTo(Optional.of(Secret.of("s")));
  }

  private static void assertReason(Reason reason, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasNoCause()
        .message()
        .doesNotContain(CANARY);
  }
}
