package dev.grantscope.adapter.keyring;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keyring by way of java-keyring, whose messages are sorted here and go no further. */
final class JavaKeyringBackend implements KeyringBackend {
  /** ASCII, since Windows names are not Unicode there; part of every entry's name. */
  private static final String SERVICE = "dev.grantscope";

  /** What its message means. */
  enum Answer {
    NOT_FOUND,
    LOCKED,
    UNAVAILABLE,
    TOO_LARGE,
    DUPLICATE,
    UNKNOWN
  }

  private final Keyring keyring;

  private JavaKeyringBackend(Keyring keyring) {
    this.keyring = keyring;
  }

  /** Opens the first keyring of this system that there is; on Linux it may show its own dialogue and wait for it. */
  static KeyringBackend open(DesktopSystem system) throws SecretStoreException {
    for (KeyringStorageType type : types(system)) {
      try {
        return new JavaKeyringBackend(Keyring.create(type));
      } catch (BackendNotSupportedException | LinkageError _) {
        // The next one may be there.
      }
    }
    throw new SecretStoreException(Reason.UNAVAILABLE, "No keyring answers on this system.");
  }

  private static List<KeyringStorageType> types(DesktopSystem system) {
    return switch (system) {
      // The Secret Service first: KWallet offers it too, and its own interface ignores refused writes.
      case LINUX -> List.of(KeyringStorageType.GNOME_KEYRING, KeyringStorageType.KWALLET);
      case MACOS -> List.of(KeyringStorageType.OSX_KEYCHAIN, KeyringStorageType.LEGACY_OSX_KEYCHAIN);
      case WINDOWS -> List.of(KeyringStorageType.WINDOWS_CREDENTIAL_STORE);
    };
  }

  @Override
  public Optional<String> get(String account) throws SecretStoreException {
    try {
      return Optional.ofNullable(keyring.getPassword(SERVICE, account));
    } catch (PasswordAccessException e) {
      notFoundOrThrow(e);
      return Optional.empty();
    } catch (NullPointerException _) {
      throw locked();
    }
  }

  @Override
  public void set(String account, String value) throws SecretStoreException {
    try {
      keyring.setPassword(SERVICE, account, value);
    } catch (PasswordAccessException e) {
      throw failure(sort(e.getMessage()));
    } catch (NullPointerException _) {
      throw locked();
    }
  }

  @Override
  public void delete(String account) throws SecretStoreException {
    try {
      keyring.deletePassword(SERVICE, account);
    } catch (PasswordAccessException e) {
      notFoundOrThrow(e);
    } catch (NullPointerException _) {
      throw locked();
    }
  }

  @Override
  public void close() throws Exception {
    keyring.close();
  }

  private static void notFoundOrThrow(PasswordAccessException e) throws SecretStoreException {
    Answer answer = sort(e.getMessage());
    if (answer != Answer.NOT_FOUND) {
      throw failure(answer);
    }
  }

  /** The Secret Service refuses what is locked with an error that the library turns into null and then trips over. */
  private static SecretStoreException locked() {
    return failure(Answer.LOCKED);
  }

  /** Windows' numbers, macOS' sentences and the library's own (1.0.4). */
  static Answer sort(@Nullable String message) {
    String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
    if (text.startsWith("too many stored credentials")) {
      return Answer.DUPLICATE;
    }
    if (text.contains("no stored credentials match")
        || text.contains("not in wallet")
        || text.equals("error code 1168")
        || text.contains("could not be found in the keychain")) {
      return Answer.NOT_FOUND;
    }
    if (text.contains("user canceled") || text.contains("user interaction is not allowed") || text.equals("error code 1223")) {
      return Answer.LOCKED;
    }
    if (text.equals("error code 1312") || text.contains("no keychain is available")) {
      return Answer.UNAVAILABLE;
    }
    return text.equals("error code 1783") ? Answer.TOO_LARGE : Answer.UNKNOWN;
  }

  private static SecretStoreException failure(Answer answer) {
    return switch (answer) {
      case LOCKED -> new SecretStoreException(Reason.LOCKED_OR_TIMED_OUT, "The keyring is locked, or its question was dismissed.");
      case UNAVAILABLE -> new SecretStoreException(Reason.UNAVAILABLE, "This session has no keyring.");
      case TOO_LARGE -> new SecretStoreException(Reason.TOO_LARGE, "The keyring takes no value of this length.");
      case DUPLICATE -> new SecretStoreException(Reason.FAILED, "The keyring has several entries of the same name.");
      case NOT_FOUND, UNKNOWN -> new SecretStoreException(Reason.FAILED, "The keyring refused.");
    };
  }
}
