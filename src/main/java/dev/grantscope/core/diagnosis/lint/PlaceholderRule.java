package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code {{org_name}}}, {@code ${SECRET}}, {@code <client-id>}, {@code YOUR_CLIENT_SECRET} left in. */
final class PlaceholderRule implements LintRule {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{[^}]*}}|\\{[A-Za-z_][A-Za-z0-9_ -]*}|\\$\\{[^}]*}|<[A-Za-z][A-Za-z0-9_ -]*>|\\b(?i:your|my|enter)[-_ ][A-Za-z_-]*(?i:id|secret|key|org|tenant|scope|name)\\b"
              + "|^(?i:changeme|xxx+|todo|client_id|client_secret|\\*{3,}|•{3,})$");

  @Override
  public List<LintHit> check(Form form, Words words) {
    return LintField.ALL.stream()
        .flatMap(
            field -> {
              Matcher matcher = PLACEHOLDER.matcher(field.in(form));
              return matcher.find()
                  ? Stream.of(new LintHit(field.field(), finding(field, matcher, words)))
                  : Stream.of();
            })
        .toList();
  }

  /** Of a secret only the place is said: what looks like a placeholder could be a part of it. */
  private static Finding finding(LintField field, Matcher matcher, Words words) {
    String evidence =
        field.secret() ? words.get("lint.place", matcher.start() + 1) : words.get("lint.placeholder", matcher.group(), matcher.start() + 1);
    return words.finding(Cause.PLACEHOLDER, Strength.LIKELY, words.of("cli.field", field.field()), evidence, Optional.empty());
  }
}
