package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.scope.ScopeProblem;
import dev.grantscope.core.scope.ScopeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Commas and semicolons between scopes, and characters that RFC 6749 §3.3 does not allow in one. */
final class ScopeTextRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    List<ScopeProblem> problems = ScopeSet.parse(form.draft().scope()).problems();
    List<LintHit> hits = new ArrayList<>();
    first(problems, ScopeProblem.Kind.SEPARATOR)
        .ifPresent(
            it ->
                hits.add(
                    hit(Cause.SCOPE_SEPARATOR, it, words, Optional.of(LintField.SCOPE.fix(words.get("fix.scope.spaces"), Form::spaced)))));
    first(problems, ScopeProblem.Kind.ILLEGAL_CHARACTER)
        .ifPresent(it -> hits.add(hit(Cause.SCOPE_CHARACTER, it, words, Optional.empty())));
    return hits;
  }

  private static LintHit hit(Cause cause, ScopeProblem problem, Words words, Optional<Fix> fix) {
    return new LintHit(
        LintField.SCOPE.field(), words.finding(cause, Strength.LIKELY, "", words.get("lint.place", problem.start() + 1), fix));
  }

  private static Optional<ScopeProblem> first(List<ScopeProblem> problems, ScopeProblem.Kind kind) {
    return problems.stream().filter(it -> it.kind() == kind).findFirst();
  }
}
