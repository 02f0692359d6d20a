package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Settings;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code settings.json}: what we understand of it, and all the rest, which stays as it is. */
final class SettingsDocument {
  private static final int VERSION = 1;

  private final ObjectNode root;
  private final Settings settings;

  private SettingsDocument(ObjectNode root) {
    this.root = root;
    this.settings =
        isNewer()
            ? Settings.USUAL
            : new Settings(ConnectionJson.read(root.path("connection"), Connection.USUAL), new TreeSet<>(ProfileJson.keptSecrets(root)));
  }

  /** The content, or empty when it is damaged. */
  static Optional<SettingsDocument> read(byte[] content) {
    try {
      return JsonTree.readStrictly(content) instanceof ObjectNode root && root.path("version").asInt(0) >= VERSION
          ? Optional.of(new SettingsDocument(root))
          : Optional.empty();
    } catch (JacksonException | IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  static SettingsDocument empty() {
    return new SettingsDocument(JsonTree.object().put("version", VERSION));
  }

  boolean isNewer() {
    return root.path("version").asInt(0) > VERSION;
  }

  Settings settings() {
    return settings;
  }

  SettingsDocument with(Settings now) {
    ObjectNode newRoot = root.deepCopy();
    ConnectionJson.write(now.connection(), newRoot.withObjectProperty("connection"));
    ArrayNode kept = newRoot.putArray("keptSecrets");
    new TreeSet<>(now.keptSecrets()).forEach(kind -> kept.add(ProfileJson.name(kind)));
    return new SettingsDocument(newRoot);
  }

  byte[] toBytes() {
    return JsonTree.prettyBytes(root);
  }
}
