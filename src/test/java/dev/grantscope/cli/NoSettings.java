package dev.grantscope.cli;

import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;

/** Settings as they are when nothing was set. */
final class NoSettings implements SettingsStore {
  @Override
  public Settings load() {
    return Settings.USUAL;
  }

  @Override
  public void save(Settings settings) {
    throw new IllegalStateException("Nothing is to be saved");
  }
}
