package dev.grantscope.core.secret;

import java.util.Optional;

/** Port: where secrets outlive the window. Every method may block up to the store's own time limit; never call it on the UI thread. */
public interface SecretStore {
  /** The secret kept under this key, or empty when the store answered and has none. */
  Optional<Secret> load(SecretKey key) throws SecretStoreException;

  /** Keeps the secret and has read it back before it returns; an empty secret deletes. */
  void save(SecretKey key, Secret secret) throws SecretStoreException;

  /** Forgets the secret; forgetting what is not there is no error. */
  void delete(SecretKey key) throws SecretStoreException;

  /** The store's own name as its users know it, such as "GNOME Keyring". Does not block and opens nothing. */
  String name();
}
