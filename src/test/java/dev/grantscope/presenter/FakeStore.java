package dev.grantscope.presenter;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A keyring in memory that can be out of order, and counts how often it was asked. */
final class FakeStore implements SecretStore {
  final Map<SecretKey, Secret> kept = new HashMap<>();
  final List<String> calls = new ArrayList<>();
  Optional<Reason> trouble = Optional.empty();

  /** What happens while it is asked. */
  Runnable meanwhile = () -> {};

  @Override
  public Optional<Secret> load(SecretKey key) throws SecretStoreException {
    ask("load");
    return Optional.ofNullable(kept.get(key));
  }

  @Override
  public void save(SecretKey key, Secret secret) throws SecretStoreException {
    ask("save");
    kept.put(key, secret);
  }

  @Override
  public void delete(SecretKey key) throws SecretStoreException {
    ask("delete");
    kept.remove(key);
  }

  @Override
  public String name() {
    return "Test Keyring";
  }

  private void ask(String call) throws SecretStoreException {
    calls.add(call);
    meanwhile.run();
    if (trouble.isPresent()) {
      throw new SecretStoreException(trouble.get(), "test");
    }
  }
}
