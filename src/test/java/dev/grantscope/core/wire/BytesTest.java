package dev.grantscope.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BytesTest {
  @Test
  void cannotBeChangedFromOutside() {
    byte[] source = {1, 2, 3};
    Bytes bytes = Bytes.of(source);

    source[0] = 9;
    bytes.toArray()[1] = 9;

    assertThat(bytes.toArray()).containsExactly(1, 2, 3);
  }

  @Test
  void areComparedByContent() {
    assertThat(Bytes.utf8("é")).isEqualTo(Bytes.of(new byte[] {(byte) 0xC3, (byte) 0xA9})).isNotEqualTo(Bytes.utf8("e"));
    assertThat(Bytes.utf8("é")).hasSameHashCodeAs(Bytes.utf8("é"));
    assertThat(Bytes.of(new byte[0])).isSameAs(Bytes.EMPTY);
  }

  @Test
  void sayWhetherTheirTextIsExact() {
    assertThat(Bytes.utf8("é🔑\u0000\uFEFF").isText()).isTrue();
    assertThat(Bytes.EMPTY.isText()).isTrue();
    assertThat(Bytes.of(new byte[] {'a', (byte) 0xFF}).isText()).isFalse();
    assertThat(Bytes.of(new byte[] {'a', (byte) 0xFF}).asText()).isEqualTo("a\uFFFD");
    assertThat(Bytes.of(new byte[] {(byte) 0xC0, (byte) 0xAF}).isText()).as("overlong form").isFalse();
  }

  @Test
  void haveAStart() {
    assertThat(Bytes.utf8("abc").first(2)).isEqualTo(Bytes.utf8("ab"));
    assertThat(Bytes.utf8("abc").first(9)).isEqualTo(Bytes.utf8("abc"));
  }

  @Test
  void printOnlyTheirNumber() {
    assertThat(Bytes.utf8("canary").toString()).isEqualTo("6 bytes");
    assertThat(Bytes.utf8("canary").size()).isEqualTo(6);
    assertThat(Bytes.EMPTY.isEmpty()).isTrue();
    assertThat(Bytes.utf8("x").isEmpty()).isFalse();
  }
}
