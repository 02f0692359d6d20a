package dev.grantscope.adapter.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Jackson's mapper, at its strictest, says what {@code scenarios.json} says: a misspelt member does not go unnoticed. */
class PracticeDataReaderTest {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  @Test
  void readsEachMemberAsTheMapper() {
    PracticeData expected = STRICT.treeToValue(ScenarioTree.whole(), PracticeData.class);

    PracticeData data = PracticeDataReader.read(ScenarioTree.whole());

    assertThat(data).isEqualTo(expected);
    // Also in the order of the file.
    assertThat(data).hasToString(expected.toString());
  }

  /** Every member of a scenario that says all, left out and of another kind. */
  @Test
  void refusesWhatTheMapperRefuses() {
    ObjectNode tree = ScenarioTree.whole();
    ArrayNode scenarios = tree.get("scenarios").asArray();
    ObjectNode whole = scenarios.get(0).asObject();
    scenarios.removeAll().add(whole);
    whole.withObject("profile").withArray("headers").addObject().put("name", "n").put("value", "v");
    whole.withObject("tenant").withArray("accessKeys").addObject().put("id", "i").put("secret", "s");
    whole.withObject("tenant").set("answer", tree.get("pages").get("/login").deepCopy());
    assertThat(PracticeDataReader.read(tree)).isEqualTo(STRICT.treeToValue(tree, PracticeData.class));
    List<String> refused = new ArrayList<>();

    for (ObjectNode object : objects(tree)) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.remove(name);
        compare(tree, refused, name + " left out");
        object.putArray(name).addObject();
        compare(tree, refused, name + " of another kind");
        object.set(name, value);
      }
    }

    assertThat(refused).hasSizeGreaterThan(120).contains("group left out", "secondsOfBody left out", "scopeRequired of another kind");
  }

  private static void compare(JsonNode tree, List<String> refused, String change) {
    boolean expected = refuses(() -> STRICT.treeToValue(tree, PracticeData.class));
    assertThat(refuses(() -> PracticeDataReader.read(tree))).as(change).isEqualTo(expected);
    if (expected) {
      refused.add(change);
    }
  }

  private static boolean refuses(Callable<PracticeData> read) {
    try {
      read.call();
      return false;
    } catch (JacksonException _) {
      return true;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<ObjectNode> objects(JsonNode tree) {
    List<ObjectNode> found = new ArrayList<>();
    if (tree instanceof ObjectNode object) {
      found.add(object);
    }
    tree.forEach(it -> found.addAll(objects(it)));
    return found;
  }
}
