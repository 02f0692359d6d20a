package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.form.TokenHost;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** http to another machine: the secret would travel in clear, so nothing is sent. */
final class PlainHttpRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    String host = TokenHost.of(form.draft().tokenUrl());
    boolean loopback = host.equals("localhost") || host.startsWith("127.") || host.startsWith("[");
    boolean http = form.draft().tokenUrl().strip().toLowerCase(Locale.ROOT).startsWith("http://");
    return http && !loopback && !host.isEmpty()
        ? List.of(
            new LintHit(
                LintField.TOKEN_URL.field(),
                words.finding(
                    Cause.PLAIN_HTTP,
                    Strength.LIKELY,
                    "",
                    words.get("lint.http"),
                    Optional.of(
                        LintField.TOKEN_URL.fix(words.get("fix.https"), it -> it.strip().replaceFirst("(?i)^http://", "https://"))))))
        : List.of();
  }
}
