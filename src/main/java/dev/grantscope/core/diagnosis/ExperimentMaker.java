package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.render.VisibleText;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes an experiment of a changed form, and knows whether the real secret goes with it. */
final class ExperimentMaker {
  private final Form form;
  private final Words words;

  ExperimentMaker(Form form, Words words) {
    this.form = form;
    this.words = words;
  }

  Form form() {
    return form;
  }

  boolean isPublic() {
    return !form.draft().authentication().needsSecret();
  }

  /** The same experiment for another purpose, for the first time or another one. */
  Experiment as(Experiment experiment, Probe probe, int time) {
    return experiment.as(probe, time, titled(words.of("probe", probe), experiment.probe(), experiment.request()));
  }

  /** One that is only compared with. */
  Experiment compared(Probe probe, String subject, Form changed) {
    return of(probe, subject, changed.request().orElseThrow(), Cause.UNKNOWN, Optional.empty());
  }

  /** A change that, when it is granted, is the cause and its cure. */
  Experiment variation(Probe probe, String subject, Cause cause, String label, UnaryOperator<Form> change) {
    return variation(probe, subject, cause, new Fix(label, change));
  }

  private Experiment variation(Probe probe, String subject, Cause cause, Fix fix) {
    return of(probe, subject, fix.apply(form).request().orElseThrow(), cause, Optional.of(fix));
  }

  Experiment of(Probe probe, String subject, GrantRequest changed, Cause cause, Optional<Fix> fix) {
    boolean hasSecret =
        !isPublic()
            || changed.owner().isPresent()
            || !changed.authentication().secret().isEmpty()
            || changed.authentication().method() == ClientAuthenticationMethod.TLS_CLIENT_AUTH;
    String title = titled(words.of("probe", probe, VisibleText.of(subject, 80)), probe, changed);
    return new Experiment(probe, subject, 1, title, !probe.isMadeUp() && hasSecret, changed, cause, fix);
  }

  /**
   * A made-up client shows the certificate too where it is the credential (RFC 8705 §2): only the client shall be another one, and most
   * servers of this kind speak to nobody without it. Since it is not made up, the title says so.
   */
  private String titled(String title, Probe probe, GrantRequest changed) {
    return probe.isMadeUp() && changed.authentication().method() == ClientAuthenticationMethod.TLS_CLIENT_AUTH
        ? words.get("probe.withCertificate", title)
        : title;
  }

  String label(String key, Object... arguments) {
    return words.get(key, arguments);
  }
}
