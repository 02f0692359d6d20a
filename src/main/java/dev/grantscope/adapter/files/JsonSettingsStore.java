package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings in {@code settings.json}, for their owner only, with the last good copy beside it in {@code settings.json.bak}.
 *
 * <p>Members that are not understood stay. A file that was not read is never written over; one that is damaged is set aside, but only when it
 * is saved: until then every start says again that its proxy, authorities and certificate are not used.
 */
public final class JsonSettingsStore implements SettingsStore {
  private static final int VERSION = 1;

  private final InstantSource clock;
  private final AtomicFile file;
  private final AtomicFile backup;
  private ObjectNode root = empty();
  private byte[] lastGood = new byte[0];
  private final List<AtomicFile> damaged = new ArrayList<>();
  private Optional<Trouble> trouble = Optional.empty();
  private volatile Optional<Trouble> found = Optional.empty();

  /**
   * A store in this folder.
   *
   * @param clock names the files that are set aside
   */
  public JsonSettingsStore(Path folder, InstantSource clock) {
    this.clock = clock;
    file = new AtomicFile(folder.resolve("settings.json"), Disk.real());
    backup = new AtomicFile(folder.resolve("settings.json.bak"), Disk.real());
  }

  private static ObjectNode empty() {
    return JsonTree.object().put("version", VERSION);
  }

  @Override
  public synchronized Settings load() {
    file.removeLeftOvers();
    backup.removeLeftOvers();
    trouble = Optional.empty();
    found = Optional.empty();
    damaged.clear();
    root = empty();
    lastGood = new byte[0];
    try {
      Optional<Settings> settings = accept(file.read());
      if (settings.isPresent() || trouble.isPresent()) {
        return settings.orElse(Settings.USUAL);
      }
      damaged.add(file);
      return copy();
    } catch (NoSuchFileException _) {
      return Settings.USUAL;
    } catch (IOException _) {
      return usual(Optional.of(Trouble.UNREADABLE));
    }
  }

  /** The last good copy, since the file is damaged. */
  private Settings copy() {
    try {
      Optional<Settings> settings = accept(backup.read());
      if (settings.isPresent()) {
        trouble = Optional.of(Trouble.COPY_USED);
        return settings.get();
      }
      if (trouble.isEmpty()) {
        damaged.add(backup);
      }
    } catch (IOException _) {
      // None that could be read.
    }
    return usual(Optional.of(trouble.orElse(Trouble.DAMAGED)));
  }

  private Settings usual(Optional<Trouble> because) {
    trouble = because;
    return Settings.USUAL;
  }

  /** What it says, when it is sound; of a newer version it is left alone. */
  private Optional<Settings> accept(byte[] content) {
    try {
      JsonNode found = JsonTree.readStrictly(content);
      if (found.path("version").asInt(0) > VERSION) {
        trouble = Optional.of(Trouble.NEWER_VERSION);
      } else if (found instanceof ObjectNode read && read.path("version").asInt(0) == VERSION) {
        Settings settings =
            new Settings(
                ConnectionJson.read(read.path("connection"), Connection.USUAL), new TreeSet<>(ProfileJson.keptSecrets(read)));
        root = read;
        lastGood = content;
        return Optional.of(settings);
      }
    } catch (JacksonException | IllegalArgumentException _) {
      // Damaged: it is set aside.
    }
    return Optional.empty();
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
      throw new StorageException("The file " + file.path() + " was changed by another program and could not be read, so it is not written over.");
    }
    ConnectionJson.write(settings.connection(), root.withObjectProperty("connection"));
    ArrayNode kept = root.putArray("keptSecrets");
    new TreeSet<>(settings.keptSecrets()).forEach(kind -> kept.add(ProfileJson.name(kind)));
    for (AtomicFile each : damaged) {
      if (!each.setAside(clock.instant())) {
        throw new StorageException("The file " + each.path() + " is damaged and could not be set aside, so it is not written over.");
      }
    }
    damaged.clear();
    try {
      byte[] content = JsonTree.prettyBytes(root);
      if (lastGood.length > 0) {
        backup.replace(lastGood);
      }
      file.replace(content);
      lastGood = content;
      trouble = Optional.empty();
    } catch (IOException | JacksonException _) {
      throw new StorageException("The file " + file.path() + " could not be written.");
    }
  }

  /** A file that is not the one that was read or written here is kept beside, and what is not understood of it stays. */
  private void keepWhatAnotherWrote() throws IOException, StorageException {
    byte[] there;
    try {
      there = file.read();
    } catch (NoSuchFileException _) {
      return;
    }
    if (!damaged.isEmpty() || Arrays.equals(there, lastGood)) {
      return;
    }
    if (accept(there).isEmpty() && trouble.isPresent()) {
      throw new StorageException("Another program put settings of a newer version into " + file.path() + ", so they are not written over.");
    }
    file.keepBeside(there, clock.instant());
    found = Optional.of(Trouble.KEPT_BESIDE);
  }

  @Override
  public Optional<Trouble> found() {
    return found;
  }
}
