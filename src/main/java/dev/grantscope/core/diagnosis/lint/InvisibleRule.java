package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.Invisibles;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Invisible;
import java.util.List;
import java.util.Optional;

/** White space at an end, line ends, byte order marks, no-break and zero-width characters, curly quotes: in every field, with their place. */
final class InvisibleRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    return LintField.ALL.stream()
        .filter(it -> !it.invisible(form).isEmpty())
        .map(it -> new LintHit(it.field(), finding(it, form, words)))
        .toList();
  }

  private static Finding finding(LintField field, Form form, Words words) {
    boolean secret = field.field() == Field.SECRET || field.field() == Field.PASSWORD;
    List<Invisible> found = field.invisible(form);
    Invisible first = found.getFirst();
    return words.finding(
        secret ? Cause.SECRET_WHITESPACE : Cause.INVISIBLE_CHARACTER,
        Strength.LIKELY,
        words.of("cli.field", field.field()),
        words.get("lint.invisible", found.size(), first.name(), first.index() + 1),
        Optional.of(field.fix(words.get("fix.invisible"), Invisibles::remove)));
  }
}
