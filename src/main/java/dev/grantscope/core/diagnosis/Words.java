package dev.grantscope.core.diagnosis;

import dev.grantscope.core.text.Texts;
import java.util.Optional;

/** Puts findings into words of the bundle. */
public final class Words {
  private final Texts texts;

  public Words(Texts texts) {
    this.texts = texts;
  }

  String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  String of(String prefix, Enum<?> constant, Object... arguments) {
    return texts.of(prefix, constant, arguments);
  }

  Finding finding(Cause cause, Strength strength, String subject, String evidence, Optional<Fix> fix) {
    return new Finding(
        cause, strength, texts.of("cause", cause, subject), evidence, texts.of("cause.advice", cause, subject), fix);
  }

  Finding finding(Cause cause, Strength strength, String evidence) {
    return finding(cause, strength, "", evidence, Optional.empty());
  }
}
