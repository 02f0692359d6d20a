package dev.grantscope.presenter;

import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Saves the latest of something, never two saves at once; a save that was held up cannot bring back what is older.
 *
 * @param <T> what is saved
 */
final class LatestSave<T> {
  private final Store<T> store;
  private final Background background;
  private final Consumer<Optional<String>> trouble;
  private final Texts texts;
  private volatile T latest;
  private T saved;

  /** Where it goes. */
  @FunctionalInterface
  interface Store<T> {
    void save(T what) throws StorageException;
  }

  /**
   * One that has nothing to save yet.
   *
   * @param trouble hears a sentence when saving failed, and nothing when it works again
   */
  LatestSave(T now, Store<T> store, Background background, Consumer<Optional<String>> trouble, Texts texts) {
    this.latest = now;
    this.saved = now;
    this.store = store;
    this.background = background;
    this.trouble = trouble;
    this.texts = texts;
  }

  /** Off the UI thread. */
  void save(T now) {
    latest = now;
    background.run(this::write, trouble, fault -> trouble.accept(Optional.of(fault.sentence(texts))));
  }

  /** On this thread, for the way out; says what failed. */
  Optional<String> flush(T now) {
    latest = now;
    try {
      return write();
    } catch (RuntimeException e) {
      return Optional.of(Fault.of(e).sentence(texts));
    }
  }

  private synchronized Optional<String> write() {
    T now = latest;
    if (now.equals(saved)) {
      return Optional.empty();
    }
    try {
      store.save(now);
      saved = now;
      return Optional.empty();
    } catch (StorageException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
