package dev.grantscope.presenter;

import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves the settings when they change, off the UI thread. */
public final class SettingsAutosave implements WorkbenchListener {
  private final Workbench workbench;
  private final SettingsStore store;
  private final Background background;
  private final Consumer<Optional<String>> trouble;
  private final Texts texts;
  private volatile Settings latest;
  private Settings saved;

  /**
   * Begins to watch.
   *
   * @param trouble hears a sentence when saving failed, and nothing when it works again
   */
  public SettingsAutosave(Workbench workbench, SettingsStore store, Background background, Consumer<Optional<String>> trouble, Texts texts) {
    this.workbench = workbench;
    this.store = store;
    this.background = background;
    this.trouble = trouble;
    this.texts = texts;
    this.latest = Settings.of(workbench.settings());
    this.saved = latest;
    workbench.addListener(this);
  }

  @Override
  public void onSettings() {
    latest = Settings.of(workbench.settings());
    background.run(this::write, trouble, fault -> trouble.accept(Optional.of(fault.sentence(texts))));
  }

  /** Saves what is not saved, now, on this thread: for the way out. */
  public Optional<String> flush() {
    latest = Settings.of(workbench.settings());
    try {
      return write();
    } catch (RuntimeException e) {
      return Optional.of(Fault.of(e).sentence(texts));
    }
  }

  /** Writes the latest, so that a save that was held up cannot bring back what is older. */
  private synchronized Optional<String> write() {
    Settings now = latest;
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
