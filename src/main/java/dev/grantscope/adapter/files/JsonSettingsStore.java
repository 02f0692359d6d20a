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
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The settings in {@code settings.json}, for their owner only. Members that are not understood stay. */
public final class JsonSettingsStore implements SettingsStore {
  private static final int VERSION = 1;

  private final AtomicFile file;
  private ObjectNode root = JsonTree.object().put("version", VERSION);
  private Optional<Trouble> trouble = Optional.empty();

  /** A store in this folder. */
  public JsonSettingsStore(Path folder) {
    file = new AtomicFile(folder.resolve("settings.json"), Disk.real());
  }

  @Override
  public synchronized Settings load() {
    trouble = Optional.of(Trouble.UNREADABLE);
    try {
      JsonNode found = JsonTree.readStrictly(Files.readAllBytes(file.path()));
      if (found.path("version").asInt(0) > VERSION) {
        trouble = Optional.of(Trouble.NEWER_VERSION);
      } else if (found instanceof ObjectNode read && read.path("version").asInt(0) == VERSION) {
        Settings settings =
            new Settings(
                ConnectionJson.read(read.path("connection"), Connection.USUAL), new TreeSet<>(ProfileJson.keptSecrets(read)));
        root = read;
        trouble = Optional.empty();
        return settings;
      }
    } catch (NoSuchFileException _) {
      trouble = Optional.empty();
    } catch (IOException | JacksonException | IllegalArgumentException _) {
      // Damaged, of a newer version, or not for us: it stays as it is.
    }
    return Settings.USUAL;
  }

  @Override
  public synchronized Optional<Trouble> trouble() {
    return trouble;
  }

  @Override
  public synchronized void save(Settings settings) throws StorageException {
    if (trouble.isPresent()) {
      throw new StorageException("The file " + file.path() + " could not be read, so it is not written over.");
    }
    ConnectionJson.write(settings.connection(), root.withObjectProperty("connection"));
    ArrayNode kept = root.putArray("keptSecrets");
    new TreeSet<>(settings.keptSecrets()).forEach(kind -> kept.add(ProfileJson.name(kind)));
    try {
      file.replace(JsonTree.prettyBytes(root));
    } catch (IOException | JacksonException _) {
      throw new StorageException("The file " + file.path() + " could not be written.");
    }
  }
}
