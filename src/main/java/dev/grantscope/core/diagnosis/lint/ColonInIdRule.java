package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import java.util.List;
import java.util.Optional;

/** A colon in a client id that is sent raw: there it is what separates the id from the secret (RFC 7617 §2). */
final class ColonInIdRule implements LintRule {
  @Override
  public List<LintHit> check(Form form, Words words) {
    int colon = form.draft().clientId().indexOf(':');
    if (colon < 0 || form.draft().authentication() != ClientAuthenticationMethod.BASIC_RAW) {
      return List.of();
    }
    Fix encode =
        new Fix(
            words.of("fix.authentication", ClientAuthenticationMethod.BASIC),
            it -> it.with(draft -> draft.withAuthentication(ClientAuthenticationMethod.BASIC)));
    return List.of(
        new LintHit(
            LintField.CLIENT_ID.field(),
            new Finding(
                Cause.BASIC_ENCODING,
                Strength.LIKELY,
                words.get("lint.colon"),
                words.get("lint.colon.place", colon + 1),
                words.of("cause.advice", Cause.BASIC_ENCODING),
                Optional.of(encode))));
  }
}
