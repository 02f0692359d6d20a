package dev.grantscope.adapter.practice;

import dev.grantscope.core.json.JsonTree;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code scenarios.json}: each scenario over the defaults, strictly, so that a misspelt member does not go unnoticed. */
final class PracticeDataReader {
  private PracticeDataReader() {}

  /**
   * The scenarios without their tenants, which is enough for the list of what there is: the mapping of {@link #read()} by reflection, and
   * even the tenants' defaults in each of them, would be felt at the start.
   */
  static ObjectNode list() {
    ObjectNode root = resource();
    ObjectNode defaults = root.remove("defaults").asObject();
    defaults.remove("tenant");
    return eachOverDefaults(root, defaults);
  }

  static PracticeData read() {
    ObjectNode root = resource();
    eachOverDefaults(root, root.remove("defaults").asObject());
    ObjectNode clientDefaults = root.remove("clientDefaults").asObject();
    for (JsonNode scenario : root.path("scenarios")) {
      scenario.path("tenant").path("clients").forEach(it -> overDefaults(it.asObject(), clientDefaults));
    }
    return JsonMapper.builder()
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .build()
        .treeToValue(root, PracticeData.class);
  }

  private static ObjectNode resource() {
    return JsonTree.resource(PracticeDataReader.class, "scenarios.json").asObject();
  }

  private static ObjectNode eachOverDefaults(ObjectNode root, ObjectNode defaults) {
    root.path("scenarios").forEach(it -> overDefaults(it.asObject(), defaults));
    return root;
  }

  /** Adds what it does not say itself, at every depth. */
  private static void overDefaults(ObjectNode own, ObjectNode defaults) {
    for (Map.Entry<String, JsonNode> member : defaults.properties()) {
      JsonNode said = own.get(member.getKey());
      if (said == null) {
        own.set(member.getKey(), member.getValue().deepCopy());
      } else if (said instanceof ObjectNode saidObject && member.getValue() instanceof ObjectNode object) {
        overDefaults(saidObject, object);
      }
    }
  }
}
