package dev.grantscope.core.profile;

/** Port: where the settings outlive the window. Blocks on the disk. */
public interface SettingsStore {
  /** Reads them. Never fails: what cannot be read is kept, and {@link Settings#USUAL} are used. */
  Settings load();

  /**
   * Replaces them, at once and whole.
   *
   * @throws StorageException when they could not be written, or when what is there could not be read
   */
  void save(Settings settings) throws StorageException;
}
