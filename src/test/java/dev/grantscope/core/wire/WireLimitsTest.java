package dev.grantscope.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WireLimitsTest {
  @ParameterizedTest
  @EnumSource(Phase.class)
  void everyPhaseIsLimited(Phase phase) {
    assertThat(WireLimits.STANDARD.of(phase)).isPositive().isLessThanOrEqualTo(WireLimits.STANDARD.total());
    assertThat(WireLimits.within(Duration.ofSeconds(7)).of(phase)).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aPhaseThatIsNotNamedHasTheWholeTime() {
    WireLimits limits = new WireLimits(Map.of(Phase.TLS, Duration.ofMillis(5)), Duration.ofSeconds(3), 1, 2, 3, 4);

    assertThat(limits.of(Phase.TLS)).isEqualTo(Duration.ofMillis(5));
    assertThat(limits.of(Phase.SEND)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void sizesAreLimited() {
    WireLimits limits = WireLimits.within(Duration.ofSeconds(1));

    assertThat(limits.headBytes()).isPositive();
    assertThat(limits.headers()).isPositive();
    assertThat(limits.interimAnswers()).isPositive();
    assertThat(limits.bodyBytes()).isPositive();
    assertThat(WireSettings.STANDARD.withLimits(limits).limits()).isEqualTo(limits);
  }
}
