package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.TokenHost;
import dev.grantscope.core.profile.FieldProblem.Field;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header {@code nice-access-region} that names another region than the host does. */
final class RegionHeaderRule implements LintRule {
  private static final Pattern REGION = Pattern.compile("(?<![a-z0-9])([a-z]{2,4}[0-9])(?![a-z0-9])");

  @Override
  public List<LintHit> check(Form form, Words words) {
    Matcher host = REGION.matcher(TokenHost.of(form.draft().tokenUrl()));
    if (!host.find()) {
      return List.of();
    }
    String region = host.group(1);
    return form.draft().headers().stream()
        .filter(it -> it.name().strip().equalsIgnoreCase("nice-access-region"))
        .filter(it -> !it.value().strip().toLowerCase(Locale.ROOT).equals(region))
        .map(
            it ->
                new LintHit(
                    Field.HEADERS,
                    words.finding(
                        Cause.REGION_WRONG, Strength.LIKELY, words.get("lint.region.subject"), words.get("lint.region", region, it.value().strip()), Optional.empty())))
        .toList();
  }
}
