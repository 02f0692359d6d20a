package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A CXone access key, which ends in {@code ====}, where an OAuth client belongs. */
final class AccessKeyRule implements LintRule {
  private static final Pattern ACCESS_KEY = Pattern.compile("\\s*[A-Z2-7]{40,}={4}\\s*");

  @Override
  public List<LintHit> check(Form form, Words words) {
    return Stream.of(LintField.CLIENT_ID, LintField.SECRET)
        .filter(it -> ACCESS_KEY.matcher(it.in(form)).matches())
        .map(
            it ->
                new LintHit(
                    it.field(),
                    words.finding(
                        Cause.ACCESS_KEY_AS_CLIENT,
                        Strength.LIKELY,
                        words.of("cli.field", it.field()),
                        words.get("lint.accessKey"),
                        Optional.empty())))
        .toList();
  }
}
