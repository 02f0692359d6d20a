package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.PercentEncoding;
import java.util.List;
import java.util.Optional;

/** A secret that looks percent-encoded already: encoded again by the program, it is another one. */
final class EncodedSecretRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    if (!PercentEncoding.isLikely(form.secret())) {
      return List.of();
    }
    int at = form.secret().indexOf('%');
    return List.of(
        new LintHit(
            LintField.SECRET.field(),
            words.finding(
                Cause.SECRET_ALREADY_ENCODED,
                Strength.LIKELY,
                "",
                words.get("lint.place", at + 1),
                Optional.of(LintField.SECRET.fix(words.get("fix.decode"), PercentEncoding::decoded)))));
  }
}
