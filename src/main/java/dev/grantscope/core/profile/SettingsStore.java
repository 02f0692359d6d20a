package dev.grantscope.core.profile;

import java.util.Optional;

/** Port: where the settings outlive the window. Blocks on the disk. */
public interface SettingsStore {
  /** Reads them. Never fails: what cannot be read is kept, and {@link Settings#USUAL} are used; {@link #trouble()} then says so. */
  Settings load();

  /** What was wrong when they were read last; empty when nothing was, or nothing was ever saved. */
  default Optional<Trouble> trouble() {
    return Optional.empty();
  }

  /** What was wrong with them. Either way they are never written over. */
  enum Trouble {
    /** They were written by a newer version. */
    NEWER_VERSION,
    /** They are damaged, or could not be read at all. */
    UNREADABLE
  }

  /**
   * Replaces them, at once and whole.
   *
   * @throws StorageException when they could not be written, or when what is there could not be read
   */
  void save(Settings settings) throws StorageException;
}
