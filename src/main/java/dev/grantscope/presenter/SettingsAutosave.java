package dev.grantscope.presenter;

import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.text.Texts;
import java.util.Optional;
import java.util.function.Consumer;

/** Saves the settings when they change, off the UI thread. */
public final class SettingsAutosave implements WorkbenchListener {
  private final Workbench workbench;
  private final LatestSave<Settings> saving;

  /**
   * Begins to watch.
   *
   * @param trouble hears a sentence when saving failed, and nothing when it works again
   */
  public SettingsAutosave(Workbench workbench, SettingsStore store, Background background, Consumer<Optional<String>> trouble, Texts texts) {
    this.workbench = workbench;
    this.saving = new LatestSave<>(Settings.of(workbench.settings()), store::save, background, trouble, texts);
    workbench.addListener(this);
  }

  @Override
  public void onSettings() {
    saving.save(Settings.of(workbench.settings()));
  }

  /** Saves what is not saved, now, on this thread: for the way out. */
  public Optional<String> flush() {
    return saving.flush(Settings.of(workbench.settings()));
  }
}
