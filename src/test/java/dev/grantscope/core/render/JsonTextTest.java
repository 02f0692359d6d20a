package dev.grantscope.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void laysOutByTwoSpacesAndKeepsEveryToken() {
    String json = "{\"a\":1.50e+00,\"a\":\"\\u00e9\\/\",\"b\":[ ],\"c\":{},\"d\":[true,{\"e\":null}]}\r\n";

    JsonText laidOut = JsonText.behind("", json);

    assertThat(laidOut.text())
        .isEqualTo(
            """
            {
              "a": 1.50e+00,
              "a": "\\u00e9\\/",
              "b": [],
              "c": {},
              "d": [
                true,
                {
                  "e": null
                }
              ]
            }""");
    assertThat(laidOut.laidOutTo()).isEqualTo(laidOut.text().length());
  }

  @Test
  void layingOutAgainChangesNothing() {
    String once = JsonText.behind("", "[1,{\"a\":[[],2]}]").text();
    assertThat(JsonText.behind("", once).text()).isEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"a\":1,}", "{\"a\":1 x", "{\"a\":[1,2", "{\"a\":\"unclosed", "[1] 2", "{1:2}", "[1}", "{\"a\" 1}", "[\"a\nb\"]", ",", "[NaN]", ""})
  void malformedJsonIsLaidOutAsFarAsItGoesAndTheRestIsKept(String json) {
    JsonText laidOut = JsonText.behind("", json);

    assertThat(laidOut.text().replaceAll("\\s", "")).isEqualTo(json.replaceAll("\\s", ""));
    assertThat(json).endsWith(laidOut.text().substring(laidOut.laidOutTo()));
  }

  @Test
  void theRestOfMalformedJsonIsNotTouched() {
    JsonText laidOut = JsonText.behind("", "{\"a\":1,  oops  :2 }");

    assertThat(laidOut.text()).isEqualTo("{\n  \"a\": 1,  oops  :2 }");
    assertThat(laidOut.laidOutTo()).isEqualTo("{\n  \"a\": 1,".length());
  }

  @Test
  void aByteOrderMarkIsKept() {
    assertThat(JsonText.behind("", "\uFEFF[1]").text()).isEqualTo("\uFEFF[\n  1\n]");
    assertThat(JsonText.isLikely("\uFEFF [1]")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void depthOfAHundredThousandIsNeitherRecursionNorQuadratic(String open) {
    String close = open.equals("[") ? "]" : "}";
    String json = open.repeat(100_000) + (open.equals("[") ? "" : "1") + close.repeat(100_000);

    JsonText laidOut = JsonText.behind("", json);

    assertThat(laidOut.laidOutTo()).isEqualTo(laidOut.text().length());
    assertThat(laidOut.text().replaceAll("\\s", "")).isEqualTo(json);
    assertThat(laidOut.text().length()).isLessThan(json.length() * 2);
  }

  @Test
  void indentationOfManySmallDeepValuesIsBounded() {
    String json = "[".repeat(60) + "1,".repeat(1_000_000) + "1" + "]".repeat(60);

    JsonText laidOut = JsonText.behind("", json);

    assertThat(laidOut.text().length()).isLessThan(json.length() * 10);
    assertThat(laidOut.laidOutTo()).isLessThan(laidOut.text().length());
    assertThat(laidOut.text()).endsWith(json.substring(json.length() - 1_000_000));
  }

  @Test
  void aMegabyteOfDigitsStaysANumberText() {
    String digits = "9".repeat(1_000_000);
    assertThat(JsonText.behind("", "[" + digits + "]").text()).isEqualTo("[\n  " + digits + "\n]");
  }
}
