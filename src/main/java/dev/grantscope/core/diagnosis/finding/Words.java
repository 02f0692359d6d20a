package dev.grantscope.core.diagnosis.finding;

import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.text.Texts;
import java.util.Optional;

/** Puts findings into words of the bundle. */
public final class Words {
  private final Texts texts;

  public Words(Texts texts) {
    this.texts = texts;
  }

  public String get(String key, Object... arguments) {
    return texts.get(key, arguments);
  }

  public String of(String prefix, Enum<?> constant, Object... arguments) {
    return texts.of(prefix, constant, arguments);
  }

  /** Says a cause of this subject, with its advice. */
  public Finding finding(Cause cause, Strength strength, String subject, String evidence, Optional<Fix> fix) {
    return new Finding(
        cause, strength, texts.of("cause", cause, subject), evidence, texts.of("cause.advice", cause, subject), fix);
  }

  /** The same of nothing more than its cause. */
  public Finding finding(Cause cause, Strength strength, String evidence) {
    return finding(cause, strength, "", evidence, Optional.empty());
  }
}
