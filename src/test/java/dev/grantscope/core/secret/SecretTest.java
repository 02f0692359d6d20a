package dev.grantscope.core.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTest {
  @ParameterizedTest
  @ValueSource(strings = {"x", " x ", "line\r\n", "====", "пароль", "🔑"})
  void keepsExactlyTheText(String text) {
    assertThat(Secret.of(text).reveal()).isEqualTo(text);
  }

  @Test
  void showsNothingOfItself() {
    Secret secret = Secret.of("canary-5b1e");

    assertThat(secret.toString()).isEqualTo("••••••••");
    assertThat(List.of(secret).toString()).doesNotContain("canary");
    assertThat(Secret.of("a").toString()).as("nor its length").isEqualTo(secret.toString());
    assertThat(secret.hashCode()).as("nor a hash of it").isEqualTo(Secret.of("other").hashCode());
    assertThat(secret).isNotInstanceOf(Serializable.class);
  }

  @Test
  void isComparedByContent() {
    assertThat(Secret.of("canary")).isEqualTo(Secret.of("canary")).isNotEqualTo(Secret.of("Canary")).isNotEqualTo(Secret.of("canar"));
    assertThat(Secret.of("\uD800")).as("lone surrogates stay apart").isNotEqualTo(Secret.of("\uD801"));
    assertThat((Object) Secret.of("canary")).isNotEqualTo("canary");
  }

  @Test
  void emptyIsTheOneThatIsNotThere() {
    assertThat(Secret.of("")).isSameAs(Secret.NONE);
    assertThat(Secret.NONE.isEmpty()).isTrue();
    assertThat(Secret.NONE.toString()).isEmpty();
    assertThat(Secret.of(" ").isEmpty()).isFalse();
  }

  @Test
  void saysWhetherItCanBeWritten() {
    assertThat(Secret.of("🔑é\u0000\n").isWellFormed()).isTrue();
    assertThat(Secret.NONE.isWellFormed()).isTrue();
    assertThat(Secret.of("a\uD83D").isWellFormed()).isFalse();
    assertThat(Secret.of("\uDD11\uD83D").isWellFormed()).isFalse();
  }
}
