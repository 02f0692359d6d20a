package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Needs an unlocked gnome-keyring on the session bus, and fails without one; CONTRIBUTING.md says how to start it. */
@Tag("keyring")
class GnomeKeyringTest {
  private final BoundedSecretStore store = open();
  private final SecretKey key = new SecretKey(UUID.randomUUID(), SecretKey.Kind.CLIENT_SECRET);

  private static BoundedSecretStore open() {
    return new BoundedSecretStore(KeyringSecretStore.ofSystem(Map.of(), "Linux"), Duration.ofSeconds(10));
  }

  @AfterEach
  void leaveNothing() throws SecretStoreException {
    BoundedSecretStore last = open();
    last.delete(key);
    assertThat(last.close(Duration.ofSeconds(5))).isTrue();
    assertThat(store.close(Duration.ofSeconds(5))).isTrue();
  }

  @ParameterizedTest
  @MethodSource("dev.grantscope.adapter.keyring.StoredValueTest#naughty")
  void givesBackWhatItKept(String text) throws SecretStoreException {
    store.save(key, Secret.of(text));

    assertThat(store.load(key)).contains(Secret.of(text));
  }

  @Test
  void overwritesAndDeletes() throws SecretStoreException {
    assertThat(store.load(key)).isEmpty();
    store.save(key, Secret.of("x".repeat(8_000)));
    store.save(key, Secret.of("second"));
    assertThat(store.load(key)).contains(Secret.of("second"));

    store.delete(key);
    assertThat(store.load(key)).isEmpty();
    store.delete(key);
  }

  @Test
  void outlivesTheStoreThatKeptIt() throws SecretStoreException {
    store.save(key, Secret.of("kept\nfor later"));
    assertThat(store.close(Duration.ofSeconds(5))).isTrue();

    BoundedSecretStore later = open();
    assertThat(later.load(key)).contains(Secret.of("kept\nfor later"));
    assertThat(later.close(Duration.ofSeconds(5))).isTrue();
  }

  /** Asked without our code in between: what the keyring itself has under our names. */
  @Test
  void holdsOneLineOfAsciiUnderEachName() throws Exception {
    store.save(key, Secret.of("first line\nsecond line\n".repeat(200)));
    Keyring raw = Keyring.create(KeyringStorageType.GNOME_KEYRING);
    try {
      String first = raw.getPassword("dev.grantscope", key.account());
      assertThat(first).matches("gs1:6:[0-9a-f]{16}:[A-Za-z0-9_-]{1170,1177}");
      assertThat(raw.getPassword("dev.grantscope", key.account() + ".1")).matches("[A-Za-z0-9_-]+").hasSize(1_200);

      store.save(key, Secret.of("short"));
      assertThatThrownBy(() -> raw.getPassword("dev.grantscope", key.account() + ".1"))
          .isInstanceOf(PasswordAccessException.class);
    } finally {
      raw.close();
    }
  }

  @Test
  void doesNotLoseACollectionOverANewline() throws SecretStoreException {
    SecretKey other = new SecretKey(key.profile(), SecretKey.Kind.PASSWORD);
    store.save(other, Secret.of("kept before"));
    store.save(key, Secret.of("\n"));
    store.save(key, Secret.of("\n\n[section]\nkey=value\u0000"));

    assertThat(store.load(other)).contains(Secret.of("kept before"));
    store.delete(other);
  }
}
