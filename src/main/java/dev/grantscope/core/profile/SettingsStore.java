package dev.grantscope.core.profile;

import java.util.Optional;

/** Port: where the settings outlive the window. Blocks on the disk. */
public interface SettingsStore {
  /**
   * Reads them. Never fails: what cannot be read is kept, and the last good copy or {@link Settings#USUAL} are used; {@link #trouble()}
   * then says so.
   */
  Settings load();

  /** What was wrong when they were read last; empty when nothing was, or nothing was ever saved. */
  default Optional<Trouble> trouble() {
    return Optional.empty();
  }

  /** What was wrong with them. */
  enum Trouble {
    /** They are damaged, and the last good copy was read. The next save sets them aside. */
    COPY_USED,
    /** They are damaged, and so is the copy if there is one. The next save sets them aside. */
    DAMAGED,
    /** They were written by a newer version, and are never written over. */
    NEWER_VERSION,
    /** They could not be read at all, and are never written over. */
    UNREADABLE,
    /** Another program changed them while the window was open: the window's are saved, the other file is kept beside them. */
    KEPT_BESIDE
  }

  /** What a save found that another program had done since they were loaded; it stays said. Waits for nothing. */
  default Optional<Trouble> found() {
    return Optional.empty();
  }

  /**
   * Replaces them, at once and whole.
   *
   * @throws StorageException when they could not be written, or when what is there could not be read
   */
  void save(Settings settings) throws StorageException;
}
