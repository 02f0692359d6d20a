package dev.grantscope.adapter.practice;

import dev.grantscope.core.json.JsonTree;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in {@code scenarios.json}, each scenario over the defaults. */
final class ScenarioTree {
  private ScenarioTree() {}

  /** Without the tenants, which is enough for the list of what there is: their defaults in each scenario would be felt at the start. */
  static ObjectNode withoutTenants() {
    ObjectNode root = resource();
    ObjectNode defaults = root.remove("defaults").asObject();
    defaults.remove("tenant");
    return eachOverDefaults(root, defaults);
  }

  static ObjectNode whole() {
    ObjectNode root = resource();
    eachOverDefaults(root, root.remove("defaults").asObject());
    ObjectNode clientDefaults = root.remove("clientDefaults").asObject();
    for (JsonNode scenario : root.path("scenarios")) {
      scenario.path("tenant").path("clients").forEach(it -> overDefaults(it.asObject(), clientDefaults));
    }
    return root;
  }

  private static ObjectNode resource() {
    return JsonTree.resource(ScenarioTree.class, "scenarios.json").asObject();
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
