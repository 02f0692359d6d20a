package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The content of {@code profiles.json}: what we understand of it, and all the rest, which stays as it is. */
final class ProfilesDocument {
  private static final int VERSION = 1;

  private final ObjectNode root;
  private final Map<UUID, Profile> profiles = new LinkedHashMap<>();
  private final Map<UUID, ObjectNode> known = new LinkedHashMap<>();
  private final List<JsonNode> unreadable = new ArrayList<>();

  private ProfilesDocument(ObjectNode root) {
    this.root = root;
    for (JsonNode node : root.path("profiles")) {
      Optional<Profile> profile = ProfileJson.read(node);
      if (profile.isPresent() && node instanceof ObjectNode object && !known.containsKey(profile.get().id())) {
        profiles.put(profile.get().id(), profile.get());
        known.put(profile.get().id(), object);
      } else {
        unreadable.add(node);
      }
    }
  }

  /** The content, or empty when it is damaged. */
  static Optional<ProfilesDocument> read(byte[] content) {
    try {
      return JsonTree.readStrictly(content) instanceof ObjectNode root
              && root.path("version").isIntegralNumber()
              && root.path("version").doubleValue() >= VERSION
              && root.path("profiles").isArray()
          ? Optional.of(new ProfilesDocument(root))
          : Optional.empty();
    } catch (JacksonException _) {
      return Optional.empty();
    }
  }

  static ProfilesDocument empty() {
    ObjectNode root = JsonTree.object().put("version", VERSION);
    root.putArray("profiles");
    return new ProfilesDocument(root);
  }

  boolean isNewer() {
    return root.path("version").doubleValue() > VERSION;
  }

  boolean isAllUnderstood() {
    return unreadable.isEmpty();
  }

  List<Profile> profiles() {
    return List.copyOf(profiles.values());
  }

  /** Whether a profile was changed here and otherwise in this document. */
  boolean isChangedOtherwise(Map<UUID, Profile> before, Map<UUID, Profile> after) {
    return before.entrySet().stream()
        .filter(it -> !it.getValue().equals(after.get(it.getKey())))
        .map(Map.Entry::getKey)
        .anyMatch(
            id -> {
              Profile here = profiles.get(id);
              return here != null && !here.equals(before.get(id)) && !here.equals(after.get(id));
            });
  }

  /** The same with what changed between these two, in the order of the second; all else stays, also what another program did meanwhile. */
  ProfilesDocument with(Map<UUID, Profile> before, Map<UUID, Profile> after) {
    ObjectNode newRoot = root.deepCopy();
    ArrayNode array = newRoot.putArray("profiles");
    for (Profile profile : after.values()) {
      ObjectNode here = known.get(profile.id());
      if (profile.equals(before.get(profile.id()))) {
        // Unchanged, so what the document has of it is at least as new; and has it none, it was deleted there.
        if (here != null) {
          array.add(here);
        }
      } else {
        ObjectNode node = here == null ? array.addObject() : here.deepCopy();
        if (here != null) {
          array.add(node);
        }
        ProfileJson.write(profile, node);
      }
    }
    known.forEach(
        (id, node) -> {
          if (!before.containsKey(id) && !after.containsKey(id)) {
            array.add(node);
          }
        });
    array.addAll(unreadable);
    return new ProfilesDocument(newRoot);
  }

  byte[] toBytes() {
    return JsonTree.prettyBytes(root);
  }
}
