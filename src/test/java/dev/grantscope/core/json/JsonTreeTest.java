package dev.grantscope.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Jackson's own mapper says what is right. */
class JsonTreeTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        " \n",
        "null",
        "\"\"",
        "true",
        "{\"a\":1,\"b\":[2147483648,9223372036854775808,-1],\"c\":{\"d\":null,\"e\":false}}",
        "{\"a\":1,\"b\":2,\"a\":3}",
        "[1.5,1e3,-0.0,1e400,0.10]",
        "{\"\":\"\\u0000\\ud83d\\ude00 ä \\\" \\\\ \\/\",\"x\":[[],{},[{}]]}"
      })
  void readsAndWritesAsTheMapper(String text) {
    JsonNode expected = MAPPER.readTree(text);

    JsonNode tree = JsonTree.read(text);

    assertThat(tree).isEqualTo(expected);
    if (!expected.isMissingNode()) {
      assertThat(JsonTree.text(tree)).isEqualTo(MAPPER.writeValueAsString(expected)).isEqualTo(expected.toString());
      assertThat(JsonTree.pretty(tree)).isEqualTo(expected.toPrettyString());
      assertThat(JsonTree.prettyBytes(tree)).isEqualTo(MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(expected));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"a\"", "{\"a\":", "[1", "[1,]", "{\"a\":1,}", "nul", "{} {}", "1 x", "]", "'a'", "NaN"})
  void refusesWhatTheMapperRefuses(String text) {
    assertThatThrownBy(() -> MAPPER.readTree(text)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> JsonTree.read(text)).isInstanceOf(JacksonException.class);
  }

  @Test
  void refusesToGoDeeperThanTheMapper() {
    String deep = "[".repeat(100_000);

    assertThatThrownBy(() -> JsonTree.read(deep)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> JsonTree.readFirst(deep)).isInstanceOf(JacksonException.class);
  }

  @Test
  void theFirstValueIsExactAndMayBeFollowedByAnything() {
    JsonMapper exact =
        JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    String text = "{\"a\":0.1000,\"b\":1e400} <html>";

    assertThat(JsonTree.readFirst(text)).isEqualTo(exact.readTree(text));
    assertThat(JsonTree.readFirst("").isMissingNode()).isTrue();
  }

  @Test
  void strictlyNoNameComesTwice() {
    byte[] twice = "{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> JsonTree.readStrictly(twice)).isInstanceOf(JacksonException.class);
  }

  @Test
  void asciiSaysHalfACharacter() {
    JsonNode half = JsonTree.object().put("a", "\uD83D ä");

    assertThat(new String(JsonTree.prettyBytes(half), StandardCharsets.UTF_8)).contains("\\uD83D \\u00E4");
    assertThat(JsonTree.read(new String(JsonTree.prettyBytes(half), StandardCharsets.UTF_8))).isEqualTo(half);
  }
}
