package dev.grantscope.core.profile;

import java.util.List;
import java.util.Optional;

/** Port: where profiles outlive the window. Blocks on the disk. */
public interface ProfileStore {
  /** Reads all profiles. Never fails: what was wrong with the file is in the answer, and the file is kept. */
  Loaded load();

  /**
   * Saves all profiles, at once and whole: after a crash either the old or the new ones are there. What another program changed in the file
   * meanwhile stays, and {@link #found()} then says so.
   *
   * @throws StorageException when they could not be written; the old ones are still there
   */
  void save(List<Profile> profiles) throws StorageException;

  /** What saves found since the profiles were loaded that another program had done; it stays said. Waits for nothing. */
  default Optional<Trouble> found() {
    return Optional.empty();
  }

  /**
   * What was read.
   *
   * @param trouble what had to be done to read them
   */
  record Loaded(List<Profile> profiles, Trouble trouble) {
    public Loaded {
      profiles = List.copyOf(profiles);
    }
  }

  /** What was wrong with the file. */
  enum Trouble {
    NONE,
    /** It is sound, but some of its profiles are not understood: they are not shown, and stay in the file. */
    PARTLY,
    /** It was damaged: set aside under another name, and the last good copy was read instead. */
    RESTORED,
    /** It was damaged and there was no good copy: set aside under another name. */
    SET_ASIDE,
    /** It was written by a newer version: it is read as far as understood, and never written over. */
    NEWER_VERSION,
    /** It could not be read at all, by its permissions for instance: never written over. */
    UNREADABLE,
    /** Another program changed it while the window was open: its changes are in the file, and are read at the next start. */
    CHANGED_ELSEWHERE,
    /** Another program changed the same profiles or damaged it: what is saved is the window's, the other file is kept beside it. */
    KEPT_BESIDE
  }
}
