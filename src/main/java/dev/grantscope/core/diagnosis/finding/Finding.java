package dev.grantscope.core.diagnosis.finding;

import dev.grantscope.core.diagnosis.form.Fix;
import java.util.Optional;

/**
 * One cause, and how we know. Its texts can be shown as they are; they hold no secret.
 *
 * @param sentence what is wrong
 * @param evidence how we know
 * @param advice what to do
 */
public record Finding(
    Cause cause, Strength strength, String sentence, String evidence, String advice, Optional<Fix> fix) {
  public Finding with(Strength other) {
    return new Finding(cause, other, sentence, evidence, advice, fix);
  }
}
