package dev.grantscope.adapter.keyring;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Secrets in the keyring of the operating system, by the rules that its faults have taught.
 *
 * <p>It is opened when first needed and once; every write is read back; what the keyring says it does not have is believed only when it
 * shows something else; nothing that the library says gets out. It blocks for as long as the keyring does and belongs to one thread:
 * {@link BoundedSecretStore} gives it both.
 */
public final class KeyringSecretStore implements SecretStore {
  /** Kept beside the secrets: a keyring that shows this is open. */
  private static final String SIGN = "grantscope";

  /** In nanoseconds; whoever is asked takes longer to answer. */
  private static final long AT_ONCE = 300_000_000;

  private final Callable<KeyringBackend> opener;
  private final String name;
  private @Nullable KeyringBackend opened;

  /** What it said is not believed of a locked keyring: the next question opens it anew. */
  private boolean lostTouch;

  KeyringSecretStore(Callable<KeyringBackend> opener, String name) {
    this.opener = opener;
    this.name = name;
  }

  /**
   * The keyring of this system; opens nothing.
   *
   * @param environment the process's environment
   * @param osName the system property {@code os.name}
   */
  public static KeyringSecretStore ofSystem(Map<String, String> environment, String osName) {
    DesktopSystem system = DesktopSystem.of(osName);
    return new KeyringSecretStore(() -> JavaKeyringBackend.open(system), system.keyringName(environment));
  }

  @Override
  public Optional<Secret> load(SecretKey key) throws SecretStoreException {
    Optional<Secret> found = read(key.account());
    if (found.isEmpty()) {
      proveOpen();
    }
    return found;
  }

  @Override
  public void save(SecretKey key, Secret secret) throws SecretStoreException {
    if (secret.isEmpty()) {
      delete(key);
      return;
    }
    if (!secret.isWellFormed()) {
      throw new SecretStoreException(Reason.FAILED, "The secret holds half a character and cannot be written as UTF-8.");
    }
    String account = key.account();
    List<String> parts = StoredValue.encode(secret);
    // The first part last: until it is there, the old secret is valid or nothing is.
    for (int part = parts.size() - 1; part >= 0; part--) {
      String value = parts.get(part);
      String name = name(account, part);
      ask(backend -> {
        backend.set(name, value);
        return true;
      });
    }
    if (!isKept(account, secret)) {
      throw new SecretStoreException(Reason.NOT_KEPT, "The keyring took the secret without complaint and does not have it.");
    }
    try {
      deleteParts(account, parts.size());
    } catch (SecretStoreException _) {
      // What is left of a longer secret is in the keyring still, never reads as one, and goes with the next save.
    }
  }

  private boolean isKept(String account, Secret secret) throws SecretStoreException {
    try {
      return read(account).equals(Optional.of(secret));
    } catch (SecretStoreException e) {
      if (e.reason() == Reason.FAILED) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public void delete(SecretKey key) throws SecretStoreException {
    String account = key.account();
    boolean none = get(account).isEmpty();
    deleteParts(account, 1);
    if (none) {
      proveOpen();
      return;
    }
    remove(account);
    if (get(account).isPresent()) {
      throw new SecretStoreException(Reason.FAILED, "The keyring was told to delete the secret and has it still.");
    }
  }

  @Override
  public String name() {
    return name;
  }

  /** Lets go of the keyring, if it was opened. May block like everything here. */
  void close() {
    KeyringBackend backend = opened;
    opened = null;
    if (backend != null) {
      try {
        backend.close();
      } catch (Throwable _) {
        // The process ends; what the library has to say about it helps nobody and may quote a secret.
      }
    }
  }

  private Optional<Secret> read(String account) throws SecretStoreException {
    Optional<String> first = get(account);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>(List.of(first.get()));
    for (int part = 1; part < StoredValue.count(first.get()); part++) {
      get(name(account, part)).ifPresent(parts::add);
    }
    return Optional.of(StoredValue.decode(parts));
  }

  /** Deletes the parts from this one on; from the end, so that a fault leaves no gap that would hide the rest. */
  private void deleteParts(String account, int from) throws SecretStoreException {
    int end = from;
    while (get(name(account, end)).isPresent()) {
      end++;
    }
    for (int part = end - 1; part >= from; part--) {
      remove(name(account, part));
    }
  }

  /**
   * A locked keyring may say that it has nothing; then it is told apart from an open one, which shows our sign or takes and shows it.
   */
  private void proveOpen() throws SecretStoreException {
    if (get(SIGN).isPresent()) {
      return;
    }
    ask(backend -> {
      backend.set(SIGN, "gs1");
      return true;
    });
    if (get(SIGN).isEmpty()) {
      throw new SecretStoreException(Reason.LOCKED_OR_TIMED_OUT, "The keyring shows nothing and keeps nothing: it is locked.");
    }
  }

  private Optional<String> get(String account) throws SecretStoreException {
    return ask(backend -> backend.get(account));
  }

  private void remove(String account) throws SecretStoreException {
    ask(backend -> {
      backend.delete(account);
      return true;
    });
  }

  private static String name(String account, int part) {
    return part == 0 ? account : account + "." + part;
  }

  /** Something asked of the opened keyring. */
  private interface Question<T> {
    T ask(KeyringBackend backend) throws Exception;
  }

  private <T> T ask(Question<T> question) throws SecretStoreException {
    KeyringBackend backend = open();
    long start = System.nanoTime();
    try {
      return question.ask(backend);
    } catch (SecretStoreException e) {
      // Locked, and nobody was asked to unlock it: so answers also a keyring that was started anew and does not know us any more.
      lostTouch = e.reason() == Reason.LOCKED_OR_TIMED_OUT && System.nanoTime() - start < AT_ONCE;
      throw e;
    } catch (LinkageError _) {
      throw new SecretStoreException(Reason.UNAVAILABLE, "The keyring library does not run on this system.");
    } catch (Throwable _) {
      // Not even as a cause: libraries quote what they were given.
      throw new SecretStoreException(Reason.FAILED, "The keyring failed.");
    }
  }

  private KeyringBackend open() throws SecretStoreException {
    if (lostTouch) {
      lostTouch = false;
      close();
    }
    KeyringBackend backend = opened;
    if (backend == null) {
      try {
        backend = opener.call();
      } catch (SecretStoreException e) {
        throw e;
      } catch (Throwable _) {
        throw new SecretStoreException(Reason.UNAVAILABLE, "No keyring answers on this system.");
      }
      opened = backend;
    }
    return backend;
  }
}
