package dev.grantscope.core.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BearerErrorTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      nullValues = "-",
      textBlock =
          """
          Bearer                                                               | '' | ''
          Bearer realm="example"                                               | '' | ''
          Bearer realm="a", error="invalid_token", error_description="expired" | invalid_token | expired
          bearer error=invalid_token                                           | invalid_token | ''
          Bearer error = "insufficient_scope" , scope="a b"                    | insufficient_scope | ''
          Basic realm="x", Bearer error="invalid_token"                        | invalid_token | ''
          Bearer error="invalid_token", Basic realm="x", error="no"            | invalid_token | ''
          Bearer error="invalid_token", error_description="say \\"no\\", Basic realm=x" | invalid_token | say "no", Basic realm=x
          Bearer error="a", error="b"                                          | a | ''
          """)
  void readsTheChallenge(String header, String error, String description) {
    assertThat(BearerError.parse(header))
        .hasValueSatisfying(
            it -> {
              assertThat(it.error()).isEqualTo(error);
              assertThat(it.description()).isEqualTo(description);
            });
  }

  @Test
  void saysWhichScopeIsNeeded() {
    assertThat(BearerError.parse("Bearer realm=\"r\", scope=\"a b\"")).contains(new BearerError("", "", "a b"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic realm=\"Bearer x\"x", "Digest", "BearerToken realm=\"x\"", "Negotiate"})
  void anythingElseIsNoChallengeForBearer(String header) {
    assertThat(BearerError.parse(header).map(BearerError::error).orElse("")).isEmpty();
  }

  @Test
  void hostileHeadersEndAtOnce() {
    assertThat(BearerError.parse("Bearer " + "\"\\".repeat(500_000))).isPresent();
    assertThat(BearerError.parse("Bearer " + "a=".repeat(500_000))).isPresent();
    assertThat(BearerError.parse(" ".repeat(1_000_000))).isEmpty();
  }
}
