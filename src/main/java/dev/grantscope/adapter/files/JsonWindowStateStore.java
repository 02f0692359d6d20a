package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.WindowState;
import dev.grantscope.core.profile.WindowStateStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The window's place and size in {@code state.json}. What cannot be read or written is forgotten. */
public final class JsonWindowStateStore implements WindowStateStore {
  private final AtomicFile file;

  /** A store in this folder. */
  public JsonWindowStateStore(Path folder) {
    file = new AtomicFile(folder.resolve("state.json"), Disk.real());
  }

  @Override
  public synchronized Optional<WindowState> load() {
    file.removeLeftOvers();
    try {
      return read(JsonTree.readStrictly(file.read()));
    } catch (IOException | JacksonException _) {
      return Optional.empty();
    }
  }

  private static Optional<WindowState> read(JsonNode node) {
    double x = node.path("x").asDouble(Double.NaN);
    double y = node.path("y").asDouble(Double.NaN);
    double width = node.path("width").asDouble(Double.NaN);
    double height = node.path("height").asDouble(Double.NaN);
    if (!Double.isFinite(x) || !Double.isFinite(y) || !isSize(width) || !isSize(height)) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowState(x, y, width, height, node.path("maximized").asBoolean(false), selected(node.path("selected").asString(""))));
  }

  private static boolean isSize(double length) {
    return Double.isFinite(length) && length > 0;
  }

  private static Optional<UUID> selected(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized void save(WindowState state) {
    ObjectNode node = JsonTree.object();
    node.put("x", state.x()).put("y", state.y()).put("width", state.width()).put("height", state.height());
    node.put("maximized", state.maximized());
    state.selected().ifPresent(id -> node.put("selected", id.toString()));
    try {
      file.replace(JsonTree.prettyBytes(node));
    } catch (IOException | JacksonException _) {
      // Losing it is no loss.
    }
  }
}
