package dev.grantscope.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Bytes;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WireTextTest {
  private static final String HEAD = "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n";

  @Test
  void prettyKeepsTheHeadAndLaysOutTheBody() {
    RawText text = WireText.pretty(Bytes.utf8(HEAD + "{\"error\":\"invalid_grant\",\"n\":-1}"), Bytes.utf8("{\"error\":\"invalid_grant\",\"n\":-1}"));

    assertThat(shown(text))
        .containsExactly(
            "HTTP/1.1 400 Bad Request", "Content-Type: application/json", "", "{", "  \"error\": \"invalid_grant\",", "  \"n\": -1", "}");
    assertThat(kinds(text, 0)).containsExactly("START_LINE HTTP/1.1 400 Bad Request");
    assertThat(kinds(text, 1)).containsExactly("HEADER_NAME Content-Type:", "PLAIN  application/json");
    assertThat(kinds(text, 4)).contains("KEY \"error\"", "STRING \"invalid_grant\"", "PUNCTUATION ,");
    assertThat(kinds(text, 5)).contains("NUMBER -1");
  }

  @Test
  void rawShowsChunkFramesAndLoneLineFeeds() {
    RawText text = WireText.raw(Bytes.utf8(HEAD + "9\r\n{\"a\":\n\"b\"\r\n1\r\n}\r\n0\r\n\r\n"));

    assertThat(shown(text)).containsSubsequence("9", "{\"a\":\\n", "\"b\"", "1", "}", "0");
    assertThat(kinds(text, 4)).contains("KEY \"a\"");
  }

  @Test
  void theRestOfMalformedJsonShowsItsLineFeeds() {
    RawText text = WireText.pretty("", "{\"a\":1,\n oops\n}");

    assertThat(shown(text)).containsExactly("{", "  \"a\": 1,\\n", " oops\\n", "}");
  }

  @Test
  void anInterimAnswerBelongsToTheHead() {
    String interim = "HTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
    assertThat(WireText.bodyStart(interim + HEAD + "{}")).isEqualTo(interim.length() + HEAD.length());
    assertThat(kinds(WireText.raw(interim + HEAD), 3)).containsExactly("START_LINE HTTP/1.1 400 Bad Request");
  }

  @Test
  void whatIsNoMessageIsABody() {
    assertThat(WireText.bodyStart("<html>\r\n\r\n")).isZero();
    assertThat(shown(WireText.pretty("", "{\"alg\":\"none\"}"))).containsExactly("{", "  \"alg\": \"none\"", "}");
  }

  @Test
  void aCutHeadIsAllHead() {
    assertThat(WireText.bodyStart("HTTP/1.1 200 OK\r\nX: y")).isEqualTo("HTTP/1.1 200 OK\r\nX: y".length());
  }

  @Test
  void formParametersHaveNames() {
    RawText text = WireText.raw("POST /t HTTP/1.1\r\n\r\ngrant_type=client_credentials&scope=a+b");

    assertThat(kinds(text, 2))
        .containsExactly("KEY grant_type", "PUNCTUATION =", "PLAIN client_credentials", "PUNCTUATION &", "KEY scope", "PUNCTUATION =", "PLAIN a+b");
  }

  private static List<String> shown(RawText text) {
    return IntStream.range(0, text.rowCount()).mapToObj(row -> text.row(row).shown()).toList();
  }

  private static List<String> kinds(RawText text, int index) {
    RawRow row = text.row(index);
    return row.spans().stream().map(span -> span.kind() + " " + row.shown().substring(span.from(), span.to())).toList();
  }
}
