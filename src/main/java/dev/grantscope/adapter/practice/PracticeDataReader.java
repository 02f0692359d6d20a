package dev.grantscope.adapter.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads {@code scenarios.json}: each scenario over the defaults, strictly, so that a misspelt member does not go unnoticed. */
final class PracticeDataReader {
  private static final String RESOURCE = "scenarios.json";

  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private PracticeDataReader() {}

  static PracticeData read() {
    try (InputStream in = Objects.requireNonNull(PracticeDataReader.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      ObjectNode root = STRICT.readTree(in).asObject();
      ObjectNode defaults = root.remove("defaults").asObject();
      ObjectNode clientDefaults = root.remove("clientDefaults").asObject();
      for (JsonNode scenario : root.path("scenarios")) {
        overDefaults(scenario.asObject(), defaults);
        for (JsonNode client : scenario.path("tenant").path("clients")) {
          overDefaults(client.asObject(), clientDefaults);
        }
      }
      return STRICT.treeToValue(root, PracticeData.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
