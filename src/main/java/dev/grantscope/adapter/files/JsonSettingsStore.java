package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The settings in {@code settings.json}, for their owner only, with the last good copy beside it in {@code settings.json.bak}.
 *
 * <p>Members that are not understood stay. A file that was not read is never written over; one that is damaged is set aside.
 */
public final class JsonSettingsStore implements SettingsStore {
  private static final int VERSION = 1;

  private final InstantSource clock;
  private final AtomicFile file;
  private final AtomicFile backup;
  private ObjectNode root = empty();
  private byte[] lastGood = new byte[0];
  private Optional<Trouble> trouble = Optional.empty();

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
    trouble = Optional.empty();
    root = empty();
    lastGood = new byte[0];
    try {
      byte[] content = Files.readAllBytes(file.path());
      Optional<Settings> settings = accept(content);
      return settings.isPresent() || trouble.isPresent()
          ? settings.orElse(Settings.USUAL)
          : file.setAside(clock.instant()) ? restored(Optional.of(Trouble.SET_ASIDE)) : usual(Optional.of(Trouble.UNREADABLE));
    } catch (NoSuchFileException _) {
      return restored(Optional.empty());
    } catch (IOException _) {
      return usual(Optional.of(Trouble.UNREADABLE));
    }
  }

  /** The last good copy, since there is no file (any more); it takes the file's place. */
  private Settings restored(Optional<Trouble> otherwise) {
    try {
      byte[] content = Files.readAllBytes(backup.path());
      Optional<Settings> settings = accept(content);
      if (settings.isEmpty() && trouble.isEmpty()) {
        return usual(Optional.of(backup.setAside(clock.instant()) ? Trouble.SET_ASIDE : Trouble.UNREADABLE));
      }
      if (trouble.isEmpty()) {
        trouble = Optional.of(Trouble.RESTORED);
        replace(content);
      }
      return settings.orElse(Settings.USUAL);
    } catch (NoSuchFileException _) {
      return usual(otherwise);
    } catch (IOException _) {
      return usual(Optional.of(Trouble.UNREADABLE));
    }
  }

  private void replace(byte[] content) {
    try {
      file.replace(content);
    } catch (IOException _) {
      // The copy is there still; the next save will say what is wrong with the disk.
    }
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
    ConnectionJson.write(settings.connection(), root.withObjectProperty("connection"));
    ArrayNode kept = root.putArray("keptSecrets");
    new TreeSet<>(settings.keptSecrets()).forEach(kind -> kept.add(ProfileJson.name(kind)));
    try {
      byte[] content = JsonTree.prettyBytes(root);
      if (lastGood.length > 0) {
        backup.replace(lastGood);
      }
      file.replace(content);
      lastGood = content;
    } catch (IOException | JacksonException _) {
      throw new StorageException("The file " + file.path() + " could not be written.");
    }
  }
}
