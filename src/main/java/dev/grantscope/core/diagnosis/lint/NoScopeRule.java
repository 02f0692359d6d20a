package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import java.util.List;
import java.util.Optional;

/** No scope in what would be sent: right for many servers, and often not what was meant. */
final class NoScopeRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    return form.draft().scope().isBlank()
        ? List.of(
            new LintHit(
                LintField.SCOPE.field(),
                words.finding(Cause.SCOPE_REQUIRED, Strength.UNKNOWN, "", words.get("lint.noScope"), Optional.empty())))
        : List.of();
  }
}
