package dev.grantscope.core.profile;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InvisibleTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("nothing", "", List.of()),
        argumentSet("plain", "Abcd+1234====~\"'", List.of()),
        argumentSet("letters and signs of the world", "пароль é 🔑 例え", List.of()),
        argumentSet("inner blank", "a b  c", List.of()),
        argumentSet("blanks at the ends", " a ", List.of("0 U+0020 SPACE", "2 U+0020 SPACE")),
        argumentSet("only blanks", "  ", List.of("0 U+0020 SPACE", "1 U+0020 SPACE")),
        argumentSet("blank before a line break", "a \n", List.of("1 U+0020 SPACE", "2 U+000A LINE FEED")),
        argumentSet("inner line break", "a\r\nb", List.of("1 U+000D CARRIAGE RETURN", "2 U+000A LINE FEED")),
        argumentSet("tab", "a\tb", List.of("1 U+0009 CHARACTER TABULATION")),
        argumentSet("NUL", "a\u0000b", List.of("1 U+0000 NULL")),
        argumentSet("no-break space", "a\u00A0b", List.of("1 U+00A0 NO-BREAK SPACE")),
        argumentSet("ideographic space", "a\u3000b", List.of("1 U+3000 IDEOGRAPHIC SPACE")),
        argumentSet("zero-width space", "a\u200Bb", List.of("1 U+200B ZERO WIDTH SPACE")),
        argumentSet("byte order mark", "\uFEFFa", List.of("0 U+FEFF ZERO WIDTH NO-BREAK SPACE")),
        argumentSet("soft hyphen", "a\u00ADb", List.of("1 U+00AD SOFT HYPHEN")),
        argumentSet("right-to-left override", "a\u202Eb", List.of("1 U+202E RIGHT-TO-LEFT OVERRIDE")),
        argumentSet("curly quotes", "\u201Ca\u2019", List.of("0 U+201C LEFT DOUBLE QUOTATION MARK", "2 U+2019 RIGHT SINGLE QUOTATION MARK")),
        argumentSet("after an emoji", "🔑\u200D", List.of("2 U+200D ZERO WIDTH JOINER")),
        argumentSet("tag letter", "a\uDB40\uDC61", List.of("1 U+E0061 TAG LATIN SMALL LETTER A")),
        argumentSet("letters that show nothing", "a\u3164\u2800", List.of("1 U+3164 HANGUL FILLER", "2 U+2800 BRAILLE PATTERN BLANK")));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void finds(String text, List<String> expected) {
    assertThat(Invisible.in(text)).extracting(it -> it.index() + " " + it.name()).isEqualTo(expected);
  }

  /** Whole documents get pasted into the wrong field. */
  @Test
  void readsAMegabyteInTime() {
    String text = "a ".repeat(500_000);

    assertThat(assertTimeoutPreemptively(ofSeconds(20), () -> Invisible.in(text))).containsExactly(new Invisible(999_999, ' '));
  }
}
