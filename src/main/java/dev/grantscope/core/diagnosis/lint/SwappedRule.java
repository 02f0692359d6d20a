package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A UUID as secret, which is what ids look like: the two were swapped, or the id of the secret was taken for its value. */
final class SwappedRule implements LintRule {
  private static final Pattern UUID =
      Pattern.compile("\\s*[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}\\s*");

  @Override
  public List<LintHit> check(Form form, Words words) {
    if (!UUID.matcher(form.secret()).matches()) {
      return List.of();
    }
    boolean swapped = !UUID.matcher(form.draft().clientId()).matches() && form.draft().clientId().length() >= 20;
    Optional<Fix> fix =
        swapped
            ? Optional.of(
                new Fix(
                    words.get("fix.swap"),
                    it -> it.withSecret(it.draft().clientId()).with(draft -> draft.withClientId(it.secret()))))
            : Optional.empty();
    return List.of(
        new LintHit(
            LintField.SECRET.field(),
            words.finding(
                Cause.CREDENTIALS_SWAPPED, swapped ? Strength.LIKELY : Strength.UNKNOWN, "", words.get("lint.uuid"), fix)));
  }
}
