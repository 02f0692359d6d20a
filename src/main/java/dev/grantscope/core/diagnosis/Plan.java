package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRun;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a diagnosis may do, to be shown before anything is sent.
 *
 * @param steps all that may be sent, in about the order; most diagnoses end earlier
 * @param mostWithSecret how many requests at most carry the real secret
 * @param before the form's own request as it was made just now, which is then not made again; it counts among those with the secret
 * @param elsewhere how many go, with nothing of the form, to other token URLs of the vendor
 */
public record Plan(Form form, Budget budget, List<Step> steps, int mostWithSecret, Optional<GrantRun> before, int elsewhere) {
  /** One kind of request. */
  public record Step(String title, boolean carriesSecret) {}

  public Plan {
    steps = List.copyOf(steps);
  }

  /** Whether made-up clients show the real certificate, since it is the credential. */
  public boolean showsCertificate() {
    return form.draft().authentication() == ClientAuthenticationMethod.TLS_CLIENT_AUTH;
  }

  public Duration pause() {
    return budget.pause();
  }
}
