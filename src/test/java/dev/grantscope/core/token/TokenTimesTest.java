package dev.grantscope.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.grantscope.core.token.TokenTimes.Agreement;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTimesTest {
  private static final Instant NOW = Instant.ofEpochSecond(10_000);

  private static Optional<Jwt> jwt(String claims) {
    return Jwt.decode(Base64URL.encode("{\"alg\":\"RS256\"}") + "." + Base64URL.encode(claims) + ".x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; -1; NEITHER",
        "{}; 3600; ONLY_EXPIRES_IN",
        "{'exp':13600}; -1; ONLY_EXP",
        "{'exp':13603}; 3600; AGREE",
        "{'iat':10300,'exp':13900}; 3600; CLOCKS_DIFFER",
        "{'iat':10000,'exp':11000}; 3600; DIFFER",
        "{'exp':11000}; 3600; DIFFER"
      })
  void theTwoEndsOfTheLifetimeAreCompared(String claims, long expiresIn, Agreement agreement) {
    TokenTimes times =
        TokenTimes.of(jwt(claims.replace('\'', '"')), expiresIn < 0 ? OptionalLong.empty() : OptionalLong.of(expiresIn), NOW);
    assertThat(times.agreement()).isEqualTo(agreement);
  }

  @Test
  void ownClockCountsFirstAndTheClaimWhereNothingElseIsSaid() {
    TokenTimes both = TokenTimes.of(jwt("{\"exp\":9000}"), OptionalLong.of(60), NOW);
    assertThat(both.isOver(NOW)).isFalse();
    assertThat(both.isOver(NOW.plusSeconds(60))).isTrue();
    assertThat(TokenTimes.of(jwt("{\"exp\":9000}"), OptionalLong.empty(), NOW).isOver(NOW)).isTrue();
    assertThat(TokenTimes.of(Optional.empty(), OptionalLong.empty(), NOW).isOver(NOW)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"13600\"", "1e400", "-1", "253402300800", "[]", "null", "true"})
  void noCalendarTimeIsNoTime(String exp) {
    assertThat(TokenTimes.of(jwt("{\"exp\":" + exp + "}"), OptionalLong.empty(), NOW).expires()).isEmpty();
  }

  @Test
  void aTimeMayHaveAFraction() {
    assertThat(TokenTimes.of(jwt("{\"exp\":13600.5}"), OptionalLong.empty(), NOW).expires())
        .contains(Instant.ofEpochMilli(13_600_500));
  }
}
