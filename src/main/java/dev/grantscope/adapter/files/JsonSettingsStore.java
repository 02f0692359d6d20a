package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The settings in {@code settings.json}, for their owner only, with the last good copy beside it in {@code settings.json.bak}.
 *
 * <p>Members that are not understood stay. A file that was not read is never written over; one that is damaged is set aside, but only when it
 * is saved: until then every start says again that its proxy, authorities and certificate are not used.
 */
public final class JsonSettingsStore implements SettingsStore {
  private final BackedUpFile<SettingsDocument> file;
  private SettingsDocument document = SettingsDocument.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private volatile Optional<Trouble> found = Optional.empty();

  /**
   * A store in this folder.
   *
   * @param clock names the files that are set aside
   */
  public JsonSettingsStore(Path folder, InstantSource clock) {
    file = new BackedUpFile<>(folder.resolve("settings.json"), Disk.real(), SettingsDocument::read, clock);
  }

  @Override
  public synchronized Settings load() {
    document = SettingsDocument.empty();
    found = Optional.empty();
    Reading<SettingsDocument> read = file.read();
    return switch (read.state()) {
      case ABSENT -> usual(Optional.empty());
      case UNREADABLE -> usual(Optional.of(Trouble.UNREADABLE));
      case DAMAGED -> copy();
      case SOUND -> accept(read.sound(), Optional.empty());
    };
  }

  /** The last good copy, since the file is damaged. */
  private Settings copy() {
    return file.readCopy()
        .content()
        .map(it -> accept(it, Optional.of(Trouble.COPY_USED)))
        .orElseGet(() -> usual(Optional.of(Trouble.DAMAGED)));
  }

  private Settings usual(Optional<Trouble> because) {
    trouble = because;
    return Settings.USUAL;
  }

  private Settings accept(SettingsDocument read, Optional<Trouble> because) {
    if (read.isNewer()) {
      return usual(Optional.of(Trouble.NEWER_VERSION));
    }
    document = read;
    file.accept();
    trouble = because;
    return read.settings();
  }

  @Override
  public synchronized Optional<Trouble> trouble() {
    return trouble;
  }

  @Override
  public synchronized void save(Settings settings) throws StorageException {
    if (trouble.filter(it -> it == Trouble.NEWER_VERSION || it == Trouble.UNREADABLE).isPresent()) {
      throw new StorageException("The file " + file.path() + " could not be read, so it is not written over.");
    }
    try {
      keepWhatAnotherWrote();
    } catch (IOException _) {
      throw new StorageException("The file " + file.path() + " was changed by another program and could not be kept, so it is not written over.");
    }
    Optional<Path> stays = file.setAside();
    if (stays.isPresent()) {
      throw new StorageException("The file " + stays.get() + " is damaged and could not be set aside, so it is not written over.");
    }
    try {
      SettingsDocument after = document.with(settings);
      file.write(after.toBytes());
      document = after;
      trouble = Optional.empty();
    } catch (IOException | JacksonException _) {
      throw new StorageException("The file " + file.path() + " could not be written.");
    }
  }

  /** A file that is not the one that was read or written here is kept beside, and what is not understood of it stays. */
  private void keepWhatAnotherWrote() throws IOException, StorageException {
    if (!file.isChanged() || file.isDamaged()) {
      return;
    }
    Optional<SettingsDocument> theirs = file.lastRead();
    if (theirs.filter(SettingsDocument::isNewer).isPresent()) {
      throw new StorageException("Another program put settings of a newer version into " + file.path() + ", so they are not written over.");
    }
    file.keepBeside();
    theirs.ifPresent(it -> accept(it, trouble));
    found = Optional.of(Trouble.KEPT_BESIDE);
  }

  @Override
  public Optional<Trouble> found() {
    return found;
  }
}
