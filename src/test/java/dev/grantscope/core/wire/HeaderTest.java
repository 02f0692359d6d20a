package dev.grantscope.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HeaderTest {
  static Stream<Arguments> headers() {
    return Stream.of(
        argumentSet("plain", "X-Tag", "a b\tc", true),
        argumentSet("empty value", "X-Tag", "", true),
        argumentSet("every token character", "!#$%&'*+-.^_`|~09azAZ", "x", true),
        argumentSet("no name", "", "x", false),
        argumentSet("blank in the name", "X Tag", "x", false),
        argumentSet("colon in the name", "X:", "x", false),
        argumentSet("line break in the name", "X\r\nY", "x", false),
        argumentSet("NUL in the name", "X\u0000", "x", false),
        argumentSet("non-ASCII name", "Tág", "x", false),
        argumentSet("CR LF", "X", "a\r\nY: z", false),
        argumentSet("CR", "X", "a\rY: z", false),
        argumentSet("LF", "X", "a\nY: z", false),
        argumentSet("LF at the end", "X", "a\n", false),
        argumentSet("NUL", "X", "a\u0000", false),
        argumentSet("DEL", "X", "a\u007F", false),
        argumentSet("non-ASCII", "X", "é", false),
        argumentSet("becomes a line break in its low byte", "X", "a\u010D\u010AY: z", false));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void canBeSentOrNot(String name, String value, boolean sendable) {
    assertThat(new Header(name, value).isSendable()).isEqualTo(sendable);
  }

  @Test
  void allowsExactlyTheTokensOfRfc9110() {
    String allowed = "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    IntStream.range(0, 0x300)
        .forEach(c -> assertThat(Header.isToken(Character.toString(c))).as("U+%04X", c).isEqualTo(allowed.indexOf(c) >= 0));
  }

  @Test
  void saysWhereTheFirstFaultStands() {
    assertThat(Header.firstIllegalInValue("ok\tok ~")).isEqualTo(-1);
    assertThat(Header.firstIllegalInValue("ab\ncd\n")).isEqualTo(2);
  }

  @Test
  void itsNameHasNoCase() {
    assertThat(new Header("content-TYPE", "").is("Content-Type")).isTrue();
    assertThat(new Header("Content-Type ", "").is("Content-Type")).isFalse();
  }

  @Test
  void isNeverPrintedWithItsValue() {
    assertThat(List.of(new Header("Authorization", "Basic Y2FuYXJ5")).toString()).contains("Authorization").doesNotContain("Y2FuYXJ5");
  }
}
