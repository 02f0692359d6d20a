package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretStoreException;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredValueTest {
  static List<String> naughty() {
    return List.of(
        "plain",
        " leading and trailing ",
        "line\nline",
        "line\r\nline\r",
        "nul\u0000inside",
        "\u0000",
        "emoji 🔑👩‍👩‍👧 flags 🇩🇪",
        "combining a\u0301\u0316 stack Z\u0351\u0352\u0353",
        "שלום مرحبا \u202eevil",
        "+ % & = : ; / ? # \" ' \\ | < > ` $ { } ~",
        "gs1:1:0123456789abcdef:AAAA",
        "\ufeffbom \u2028 \u2029 \u0085",
        "x".repeat(1_200),
        "x".repeat(1_201),
        "x".repeat(1_280),
        "x".repeat(1_281),
        "ä\n".repeat(4_000),
        "€".repeat(8_000));
  }

  @ParameterizedTest
  @MethodSource("naughty")
  void comesBackAsItWas(String text) throws SecretStoreException {
    List<String> parts = StoredValue.encode(Secret.of(text));

    assertThat(parts).allSatisfy(part -> assertThat(part).matches("[A-Za-z0-9:_-]+").hasSizeLessThanOrEqualTo(1_200));
    assertThat(StoredValue.count(parts.getFirst())).isEqualTo(parts.size());
    assertThat(StoredValue.decode(parts).reveal()).isEqualTo(text);
  }

  @Test
  void fillsEachPartBeforeItBeginsAnother() throws SecretStoreException {
    for (int length = 800; length < 2_000; length++) {
      List<String> parts = StoredValue.encode(Secret.of("s".repeat(length)));

      assertThat(parts.subList(0, parts.size() - 1)).allSatisfy(part -> assertThat(part.length()).isBetween(1_199, 1_200));
      assertThat(parts.getLast()).isNotEmpty();
      assertThat(StoredValue.decode(parts).reveal()).hasSize(length);
    }
  }

  @Test
  void isNotReadWhenPartsAreMissingOrOfTwoSecrets() throws SecretStoreException {
    String long1 = numbers(1);
    List<String> one = StoredValue.encode(Secret.of(long1));
    List<String> other = StoredValue.encode(Secret.of(numbers(2)));
    List<String> mixed = new ArrayList<>(one);
    mixed.set(1, other.get(1));

    assertFailed(mixed);
    assertFailed(one.subList(0, 2));
    assertFailed(List.of(one.get(0), one.get(2), one.get(1), one.get(3)));
    assertThat(StoredValue.decode(one).reveal()).isEqualTo(long1);
  }

  private static String numbers(int step) {
    return IntStream.range(0, 600).mapToObj(number -> String.format("%05d", number * step)).collect(Collectors.joining());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "foreign", "gs2:1:0123456789abcdef:AAAA", "gs1:1:0123456789abcdef:AAAA", "gs1:0:0123456789abcdef:", "gs1:1:0123456789abcdef:A"})
  void isNotReadWhenItIsNotOurs(String first) {
    assertFailed(List.of(first));
  }

  @Test
  void isTooLargeAboveSixtyFourParts() throws SecretStoreException {
    assertThat(StoredValue.encode(Secret.of("x".repeat(57_000)))).hasSize(64);
    assertThatThrownBy(() -> StoredValue.encode(Secret.of("x".repeat(1_000_000))))
        .isInstanceOfSatisfying(SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  private static void assertFailed(List<String> parts) {
    assertThatThrownBy(() -> StoredValue.decode(parts))
        .isInstanceOfSatisfying(SecretStoreException.class, e -> assertThat(e.reason()).isEqualTo(Reason.FAILED));
  }
}
