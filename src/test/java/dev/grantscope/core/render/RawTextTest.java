package dev.grantscope.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawTextTest {
  @Test
  void crLfEndsARowSilentlyAndALoneLfWithASign() {
    assertThat(shown(RawText.of("a\r\nb\nc\rd\r\n"))).containsExactly("a", "b\\n", "c\\rd");
  }

  @Test
  void aBlankLineIsARowAndNothingFollowsTheLastLineEnd() {
    assertThat(shown(RawText.of("a\r\n\r\n"))).containsExactly("a", "");
    assertThat(RawText.EMPTY.rowCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0000, \\x00", "001B, \\x1B", "007F, \\x7F", "0009, \\t", "0085, \\u0085", "00A0, \\u00A0", "00AD, \\u00AD", "0301, \\u0301",
    "05D0, \\u05D0", "0627, \\u0627", "0661, \\u0661", "061C, \\u061C", "115F, \\u115F", "180E, \\u180E", "200B, \\u200B", "200D, \\u200D",
    "202E, \\u202E", "2028, \\u2028", "2066, \\u2066", "2800, \\u2800", "3000, \\u3000", "3164, \\u3164", "D800, \\uD800", "E000, \\uE000",
    "FE0F, \\uFE0F", "FEFF, \\uFEFF", "FFFD, \\uFFFD", "FFFF, \\uFFFF", "E0041, \\u{E0041}", "10FFFF, \\u{10FFFF}", "1E900, \\u{1E900}"
  })
  void whatMisleadsTheEyeIsEscaped(String codePoint, String escape) {
    String character = Character.toString(Integer.parseInt(codePoint, 16));

    RawRow row = RawText.of("a" + character + "b").row(0);

    assertThat(row.shown()).isEqualTo("a" + escape + "b");
    assertThat(row.spans().get(1)).isEqualTo(new RawRow.Span(1, 1 + escape.length(), TextKind.ESCAPE));
  }

  @Test
  void lettersAndSignsStayReadable() {
    String text = "Grüße, Ελλάδα, привет, 東京, 한국, 😀🎉, €20, \\u05D0";
    assertThat(shown(RawText.of(text))).containsExactly(text);
  }

  @Test
  void noCharacterAtAllBreaksTheLineDirection() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      StringBuilder shown = new StringBuilder();
      Escapes.append(shown, c);
      assertThat(shown).hasSize(Escapes.width(c)).hasSizeLessThanOrEqualTo(Escapes.LONGEST);
      if (shown.chars().allMatch(s -> s < 0x7F)) {
        continue;
      }
      assertThat(java.text.Bidi.requiresBidi(shown.toString().toCharArray(), 0, shown.length())).as("%x", c).isFalse();
    }
  }

  @Test
  void aByteThatIsNoUtf8IsShownAsThatByte() {
    byte[] bytes = {'a', (byte) 0xE9, 'b', (byte) 0xC3, (byte) 0xA9, (byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xF0, (byte) 0x9F};

    RawText text = RawText.of(Bytes.of(bytes));

    assertThat(shown(text)).containsExactly("a\\xE9bé\\xED\\xA0\\x80\\xF0\\x9F");
    assertThat(RawText.forClipboard(text.source())).isEqualTo("a\uFFFDbé\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD");
    assertThat(WireChars.encode(text.source())).isEqualTo(Bytes.of(bytes));
  }

  @Test
  void anyBytesSurviveDecodingAndEncoding() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      assertThat(WireChars.encode(WireChars.decode(bytes))).isEqualTo(Bytes.of(bytes));
    }
  }

  @Test
  void aLongLineGoesOnInRowsOfAtMostTwoHundredCharacters() {
    RawText text = RawText.of("x".repeat(450) + "\r\nnext");

    assertThat(shown(text)).extracting(String::length).containsExactly(200, 200, 50, 4);
    assertThat(rows(text)).extracting(RawRow::line).containsExactly(1, 1, 1, 2);
    assertThat(rows(text)).extracting(RawRow::continuation).containsExactly(false, true, true, false);
  }

  @Test
  void neitherAPairNorAnEscapeIsTornByTheEndOfARow() {
    RawText emoji = RawText.of("x".repeat(199) + "😀");
    RawText escape = RawText.of("x".repeat(196) + "\u202E!");

    assertThat(shown(emoji)).containsExactly("x".repeat(199), "😀");
    assertThat(shown(escape)).containsExactly("x".repeat(196), "\\u202E!");
  }

  @Test
  void rowsHoldTheWholeSourceInItsOrder() {
    Random random = new Random(11);
    int[] alphabet = {'a', ' ', '\r', '\n', '\t', 0x5D0, 0x301, 0x1F600, 0xD83D, 0xDE00, 0xDC80, 0x202E};
    for (int i = 0; i < 300; i++) {
      String source = random.ints(random.nextInt(1500), 0, alphabet.length).map(a -> alphabet[a])
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
      RawText text = RawText.of(source);
      StringBuilder joined = new StringBuilder();
      for (RawRow row : rows(text)) {
        assertThat(row.shown()).hasSizeLessThanOrEqualTo(RawText.ROW_LENGTH);
        assertThat(row.start()).isEqualTo(joined.length());
        joined.append(source, row.start(), row.end());
        assertThat(row.spans().stream().mapToInt(span -> span.to() - span.from()).sum()).isEqualTo(row.shown().length());
      }
      assertThat(joined.toString()).isEqualTo(source);
    }
  }

  @Test
  void copyGivesTheTrueTextAndNotTheEscapes() {
    RawText text = RawText.of("one\r\ntwo \u202Eowt\r\nthree\r\n");

    RawText.Range second = text.rangeOf(1, 1);
    assertThat(text.source().substring(second.from(), second.to())).isEqualTo("two \u202Eowt\r\n");
    assertThat(text.rangeOf(0, 2)).isEqualTo(new RawText.Range(0, text.source().length()));
  }

  @Test
  void findWorksOnTheTrueTextAndKnowsTheColumns() {
    RawText text = RawText.of("a\u202EScope=1\r\nscope\r\n" + "-".repeat(198) + "sCope");

    RawMatches any = text.find("scope", true);
    RawMatches exact = text.find("scope", false);

    assertThat(any.count()).isEqualTo(3);
    assertThat(exact.count()).isEqualTo(1);
    assertThat(text.find("\\u202E", true).count()).isZero();
    assertThat(text.find("", true).count()).isZero();
    assertThat(text.columns(text.rowAt(any.start(0)), any.start(0), any.end(0))).isEqualTo(new RawRow.Columns(7, 12));
    assertThat(text.rowAt(any.start(1))).isEqualTo(1);
    int first = text.rowAt(any.start(2));
    int second = text.rowAt(any.end(2) - 1);
    assertThat(second).isEqualTo(first + 1);
    assertThat(text.columns(first, any.start(2), any.end(2))).isEqualTo(new RawRow.Columns(198, 200));
    assertThat(text.columns(second, any.start(2), any.end(2))).isEqualTo(new RawRow.Columns(0, 3));
  }

  @Test
  void caseIsIgnoredBeyondAsciiToo() {
    assertThat(RawText.of("ÉCOLE \u212Aelvin").find("école", true).count()).isEqualTo(1);
    assertThat(RawText.of("ÉCOLE \u212Aelvin").find("kelvin", true).count()).isEqualTo(1);
  }

  @Test
  void theFirstMatchBehindAnOffset() {
    RawMatches matches = RawText.of("ab ab ab").find("ab", false);

    assertThat(IntStream.of(0, 1, 2, 5, 8).map(matches::firstEndingAfter)).containsExactly(0, 0, 1, 2, 3);
  }

  @Test
  void fourMegabytesOfAnythingAreTakenInAndItsRowsAreRight() {
    for (String unit : List.of("\n", "\u0301", "{\"a\":1,", "א", "\0", "x")) {
      String source = unit.repeat(4_000_000 / unit.getBytes(StandardCharsets.UTF_8).length);
      RawText text = RawText.of(Bytes.utf8(source));
      RawRow last = text.row(text.rowCount() - 1);
      assertThat(last.end()).isEqualTo(source.length());
      assertThat(last.shown()).hasSizeLessThanOrEqualTo(RawText.ROW_LENGTH);
    }
  }

  private static List<RawRow> rows(RawText text) {
    return IntStream.range(0, text.rowCount()).mapToObj(text::row).toList();
  }

  private static List<String> shown(RawText text) {
    return rows(text).stream().map(RawRow::shown).toList();
  }
}
