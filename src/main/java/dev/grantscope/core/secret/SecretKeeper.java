package dev.grantscope.core.secret;

import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps secrets in the store, or in memory until the window closes when the store does not take them; never in a file.
 *
 * <p>Once the store is missing or does not answer, it is left alone until {@link #retry()}, so that not every secret waits for it anew.
 * May block as long as the store does. Thread-safe.
 */
public final class SecretKeeper {
  private final SecretStore store;
  private final Map<SecretKey, Held> session = new ConcurrentHashMap<>();
  private final Set<SecretKey> toMove = ConcurrentHashMap.newKeySet();
  private volatile Optional<Reason> givenUp = Optional.empty();

  /** A secret of this session, or {@link Secret#NONE} for one that the store could not be told to forget. */
  private record Held(Secret secret, Reason reason) {}

  /** Where a secret is kept. */
  public sealed interface Place {
    /** In the store of this name; it outlives the window. */
    record InStore(String name) implements Place {}

    /** In memory until the window closes, for this reason. */
    record InSession(Reason reason) implements Place {}

    /** Nowhere: there is no secret. */
    record Nowhere() implements Place {}
  }

  /** What looking for a secret came to. */
  public sealed interface Found {
    record Present(Secret secret, Place place) implements Found {}

    /** The store answered and has none. */
    record Absent() implements Found {}

    /** The store could not be asked. */
    record Failed(Reason reason) implements Found {}
  }

  public SecretKeeper(SecretStore store) {
    this.store = store;
  }

  /** The store's name as people know it; asks nothing. */
  public String storeName() {
    return store.name();
  }

  /** Keeps the secret where it can and says where; an empty one is forgotten. */
  public Place save(SecretKey key, Secret secret) {
    if (secret.isEmpty()) {
      delete(key);
      return new Place.Nowhere();
    }
    return tryStore(() -> store.save(key, secret))
        .<Place>map(
            reason -> {
              session.put(key, new Held(secret, reason));
              return new Place.InSession(reason);
            })
        .orElseGet(
            () -> {
              session.remove(key);
              return new Place.InStore(store.name());
            });
  }

  /** The secret of this session before the one in the store, since it is the newer one. */
  public Found load(SecretKey key) {
    Held here = session.get(key);
    if (here != null) {
      return present(key, here);
    }
    if (givenUp.isPresent()) {
      return new Found.Failed(givenUp.get());
    }
    try {
      return store
          .load(key)
          .<Found>map(secret -> new Found.Present(secret, new Place.InStore(store.name())))
          .orElseGet(Found.Absent::new);
    } catch (SecretStoreException e) {
      return new Found.Failed(note(e.reason()));
    }
  }

  private Found present(SecretKey key, Held here) {
    Place place = toMove.remove(key) ? save(key, here.secret()) : new Place.InSession(here.reason());
    return here.secret().isEmpty() ? new Found.Absent() : new Found.Present(here.secret(), place);
  }

  /** Forgets the secret here and in the store; says why where the store could not be asked, which then shows it no more either. */
  public Optional<Reason> delete(SecretKey key) {
    Optional<Reason> trouble = tryStore(() -> store.delete(key));
    trouble.ifPresentOrElse(reason -> session.put(key, new Held(Secret.NONE, reason)), () -> session.remove(key));
    return trouble;
  }

  /** The next call asks the store again, and what is in memory only moves there when it is next loaded or saved. Asks nothing itself. */
  public void retry() {
    givenUp = Optional.empty();
    toMove.addAll(session.keySet());
  }

  private interface Attempt {
    void make() throws SecretStoreException;
  }

  /** Why it did not work; empty when it did. */
  private Optional<Reason> tryStore(Attempt attempt) {
    if (givenUp.isPresent()) {
      return givenUp;
    }
    try {
      attempt.make();
      return Optional.empty();
    } catch (SecretStoreException e) {
      return Optional.of(note(e.reason()));
    }
  }

  private Reason note(Reason reason) {
    if (reason == Reason.UNAVAILABLE || reason == Reason.LOCKED_OR_TIMED_OUT) {
      givenUp = Optional.of(reason);
    }
    return reason;
  }
}
