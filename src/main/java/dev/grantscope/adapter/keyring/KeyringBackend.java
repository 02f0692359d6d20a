package dev.grantscope.adapter.keyring;

import java.util.Optional;

/**
 * One opened keyring, as names and one-line ASCII values: the seam between our rules and the library.
 *
 * <p>Every method may hang for ever, and may throw anything, also an {@link Error} and messages that quote the value. Nobody but
 * {@link KeyringSecretStore} calls it, from one thread.
 */
interface KeyringBackend {
  /** The value of this name, or empty when the keyring says that it has none, which a locked one may say too. */
  Optional<String> get(String account) throws Exception;

  /** Keeps the value, or only seems to: read it back. */
  void set(String account, String value) throws Exception;

  /** Deletes the value; nothing happens when there is none. */
  void delete(String account) throws Exception;

  /** Lets go of the connection. Without it the library's own threads keep the process alive. */
  void close() throws Exception;
}
