package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.InstantSource;
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
  private final BackedUpFile<ProfilesDocument> file;

  /** What the file holds; null while it was not read or must not be written. */
  private @Nullable ProfilesDocument document;

  /** The profiles as they were last loaded or saved here: what differs from them was changed here. */
  private Map<UUID, Profile> base = Map.of();

  private volatile Optional<Trouble> found = Optional.empty();

  /** What could not be read when it was asked for is never written over, not even when it could be read by now. */
  private boolean asked;

  /**
   * A store in this folder, which must be there before the first save.
   *
   * @param clock names the files that are set aside
   */
  public JsonProfileStore(Path folder, InstantSource clock) {
    this(folder, clock, Disk.real());
  }

  JsonProfileStore(Path folder, InstantSource clock, Disk disk) {
    this.folder = folder;
    file = new BackedUpFile<>(folder.resolve("profiles.json"), disk, ProfilesDocument::read, clock);
  }

  @Override
  public synchronized Loaded load() {
    asked = true;
    document = null;
    base = Map.of();
    found = Optional.empty();
    Reading<ProfilesDocument> read = file.read();
    return switch (read.state()) {
      case ABSENT -> restored(Trouble.NONE);
      case UNREADABLE -> unreadable();
      case DAMAGED -> file.setAside().isEmpty() ? restored(Trouble.SET_ASIDE) : unreadable();
      case SOUND -> accept(read.sound(), Trouble.NONE);
    };
  }

  private Loaded accept(ProfilesDocument read, Trouble trouble) {
    if (read.isNewer()) {
      return new Loaded(read.profiles(), Trouble.NEWER_VERSION);
    }
    document = read;
    file.accept();
    base = byId(read.profiles());
    return new Loaded(read.profiles(), trouble == Trouble.NONE && !read.isAllUnderstood() ? Trouble.PARTLY : trouble);
  }

  private static Loaded unreadable() {
    return new Loaded(List.of(), Trouble.UNREADABLE);
  }

  /** Reads the last good copy, since there is no file (any more), and puts it in the file's place. */
  private Loaded restored(Trouble otherwise) {
    Reading<ProfilesDocument> copy = file.readCopy();
    return switch (copy.state()) {
      case ABSENT -> empty(otherwise);
      case UNREADABLE -> unreadable();
      case DAMAGED -> file.setAside().isEmpty() ? empty(Trouble.SET_ASIDE) : unreadable();
      case SOUND -> restored(copy.sound());
    };
  }

  private Loaded restored(ProfilesDocument copy) {
    try {
      file.restore();
    } catch (IOException _) {
      // The copy is there still; the next save will say what is wrong with the disk.
    }
    return accept(copy, Trouble.RESTORED);
  }

  private Loaded empty(Trouble trouble) {
    document = ProfilesDocument.empty();
    return new Loaded(List.of(), trouble);
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
    ProfilesDocument after = under(before, profiles).with(base, profiles);
    file.write(after.toBytes());
    document = after;
    base = profiles;
  }

  /** What our changes go into: the file, where another program wrote it. What they would take from that is kept beside it first. */
  private ProfilesDocument under(ProfilesDocument before, Map<UUID, Profile> profiles) throws IOException, StorageException {
    boolean same = !file.isChanged();
    if (same && found.isEmpty()) {
      return before;
    }
    Optional<ProfilesDocument> theirs = same ? Optional.of(before) : file.lastRead();
    if (theirs.filter(ProfilesDocument::isNewer).isPresent()) {
      throw new StorageException(
          "Another program put profiles of a newer version into the folder " + folder + ", so they are not written over.");
    }
    if (theirs.isEmpty() || theirs.get().isChangedOtherwise(base, profiles)) {
      file.keepBeside();
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
