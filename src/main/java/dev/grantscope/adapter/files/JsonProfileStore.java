package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Profiles in {@code profiles.json}, with the last good copy beside it in {@code profiles.json.bak}.
 *
 * <p>A file that was not read is never written over; one that is damaged is set aside. Thread-safe.
 */
public final class JsonProfileStore implements ProfileStore {
  private final Path folder;
  private final InstantSource clock;
  private final AtomicFile file;
  private final AtomicFile backup;

  /** What the file holds; null while it was not read or must not be written. */
  private @Nullable ProfilesDocument document;

  private byte[] lastGood = new byte[0];

  /** The profiles as they were last loaded or saved here: what differs from them was changed here. */
  private Map<UUID, Profile> base = Map.of();

  private volatile Optional<Trouble> found = Optional.empty();

  /**
   * A store in this folder, which must be there before the first save.
   *
   * @param clock names the files that are set aside
   */
  public JsonProfileStore(Path folder, InstantSource clock) {
    this(folder, clock, Disk.real());
  }

  // What could not be read when it was asked for is never written over, not even when it could be read by now.
  private boolean asked;

  JsonProfileStore(Path folder, InstantSource clock, Disk disk) {
    this.folder = folder;
    this.clock = clock;
    file = new AtomicFile(folder.resolve("profiles.json"), disk);
    backup = new AtomicFile(folder.resolve("profiles.json.bak"), disk);
  }

  @Override
  public synchronized Loaded load() {
    asked = true;
    document = null;
    lastGood = new byte[0];
    base = Map.of();
    found = Optional.empty();
    file.removeLeftOvers();
    backup.removeLeftOvers();
    byte[] content;
    try {
      content = file.read();
    } catch (NoSuchFileException _) {
      return restored(Trouble.NONE);
    } catch (IOException _) {
      return unreadable();
    }
    Optional<ProfilesDocument> read = ProfilesDocument.read(content);
    if (read.isEmpty()) {
      return file.setAside(clock.instant()) ? restored(Trouble.SET_ASIDE) : unreadable();
    }
    return accept(read.get(), content, Trouble.NONE);
  }

  private Loaded accept(ProfilesDocument read, byte[] content, Trouble trouble) {
    if (read.isNewer()) {
      return new Loaded(read.profiles(), false, Trouble.NEWER_VERSION);
    }
    document = read;
    lastGood = content;
    base = byId(read.profiles());
    return new Loaded(read.profiles(), false, trouble == Trouble.NONE && !read.isAllUnderstood() ? Trouble.PARTLY : trouble);
  }

  private static Loaded unreadable() {
    return new Loaded(List.of(), false, Trouble.UNREADABLE);
  }

  /** Reads the last good copy, since there is no file (any more), and puts it in the file's place. */
  private Loaded restored(Trouble otherwise) {
    byte[] content;
    try {
      content = backup.read();
    } catch (NoSuchFileException _) {
      return empty(otherwise);
    } catch (IOException _) {
      return unreadable();
    }
    Optional<ProfilesDocument> read = ProfilesDocument.read(content);
    if (read.isEmpty()) {
      return backup.setAside(clock.instant()) ? empty(Trouble.SET_ASIDE) : unreadable();
    }
    try {
      file.replace(content);
    } catch (IOException _) {
      // The copy is there still; the next save will say what is wrong with the disk.
    }
    return accept(read.get(), content, Trouble.RESTORED);
  }

  private Loaded empty(Trouble trouble) {
    document = ProfilesDocument.empty();
    return new Loaded(List.of(), trouble == Trouble.NONE, trouble);
  }

  @Override
  public synchronized void save(List<Profile> profiles) throws StorageException {
    ProfilesDocument before = document;
    if (before == null && !asked) {
      load();
      before = document;
    }
    if (before == null) {
      throw new StorageException(
          "The profiles in " + folder + " are of a newer version or could not be read, so they are not written over.");
    }
    try {
      write(before, byId(profiles));
    } catch (AccessDeniedException _) {
      throw new StorageException("The profiles could not be saved: the folder " + folder + " does not allow it.");
    } catch (IOException _) {
      throw new StorageException("The profiles could not be saved in the folder " + folder + ": the disk may be full, read-only or gone.");
    }
  }

  private void write(ProfilesDocument before, Map<UUID, Profile> profiles) throws IOException, StorageException {
    byte[] there = there();
    ProfilesDocument after = under(before, there, profiles).with(base, profiles);
    byte[] content = after.toBytes();
    if (lastGood.length > 0) {
      backup.replace(lastGood);
    }
    file.replace(content);
    document = after;
    lastGood = content;
    base = profiles;
  }

  /** What is in the file now; what we had where it is gone. */
  private byte[] there() throws IOException {
    try {
      return file.read();
    } catch (NoSuchFileException _) {
      return lastGood;
    }
  }

  /** What our changes go into: the file, where another program wrote it. What they would take from that is kept beside it first. */
  private ProfilesDocument under(ProfilesDocument before, byte[] there, Map<UUID, Profile> profiles) throws IOException, StorageException {
    boolean same = Arrays.equals(there, lastGood);
    if (same && found.isEmpty()) {
      return before;
    }
    Optional<ProfilesDocument> theirs = same ? Optional.of(before) : ProfilesDocument.read(there);
    if (theirs.filter(ProfilesDocument::isNewer).isPresent()) {
      throw new StorageException(
          "Another program put profiles of a newer version into the folder " + folder + ", so they are not written over.");
    }
    if (theirs.isEmpty() || theirs.get().isChangedOtherwise(base, profiles)) {
      file.keepBeside(there, clock.instant());
      found = Optional.of(Trouble.KEPT_BESIDE);
    } else {
      found = found.or(() -> Optional.of(Trouble.CHANGED_ELSEWHERE));
    }
    return theirs.orElse(before);
  }

  @Override
  public Optional<Trouble> found() {
    return found;
  }

  private static Map<UUID, Profile> byId(List<Profile> profiles) {
    Map<UUID, Profile> all = new LinkedHashMap<>();
    profiles.forEach(it -> all.put(it.id(), it));
    return all;
  }
}
