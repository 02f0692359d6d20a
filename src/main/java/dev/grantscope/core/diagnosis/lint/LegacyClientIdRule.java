package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.TokenHost;
import java.util.List;
import java.util.Optional;

/** {@code App@Vendor} as client id, which only the legacy CXone server takes, sent to another one. */
final class LegacyClientIdRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    String host = TokenHost.of(form.draft().tokenUrl());
    boolean legacy = host.endsWith(".incontact.com") || host.equals("incontact.com");
    boolean nice = TokenHost.looksLikeNice(host);
    return form.draft().clientId().matches("\\s*[^@\\s]+@[^@\\s.]+\\s*") && nice && !legacy
        ? List.of(
            new LintHit(
                LintField.CLIENT_ID.field(),
                words.finding(Cause.LEGACY_CLIENT_ID, Strength.LIKELY, "", words.get("lint.legacy"), Optional.empty())))
        : List.of();
  }
}
