package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.secret.Secret;
import java.util.Optional;

/** The documented grant of CXone for back ends, {@code password} with an access key, where the form points there but has another grant. */
final class AccessKeyOffer {
  private final Workbench workbench;
  private final FormLint lint;
  private final FormUndo undo;

  AccessKeyOffer(Workbench workbench, FormLint lint, FormUndo undo) {
    this.workbench = workbench;
    this.lint = lint;
    this.undo = undo;
  }

  /** The key of its words; empty where it is not made. */
  Optional<String> offer(Provider provider) {
    if (!workbench.draft().grantType().equals(GrantType.CLIENT_CREDENTIALS)) {
      return Optional.empty();
    }
    if (isAccessKey()) {
      return Optional.of("accessKey.pasted");
    }
    return provider.discovery() == Provider.Discovery.CXONE_TENANT ? Optional.of("accessKey.documented") : Optional.empty();
  }

  private boolean isAccessKey() {
    return lint.hits().stream().anyMatch(hit -> hit.finding().cause() == Cause.ACCESS_KEY_AS_CLIENT);
  }

  /** An access key that stands where the client belongs goes to where it belongs; the client is then to be entered. */
  void take() {
    if (!isAccessKey()) {
      undo.change(draft -> draft.withGrantType(GrantType.PASSWORD));
      return;
    }
    undo.changeForm(
        form -> {
          ProfileDraft draft = form.draft();
          Secret key = form.secrets().clientSecret();
          return new Form(
              draft.withGrantType(GrantType.PASSWORD).withUsername(draft.clientId()).withClientId(""),
              key.isEmpty() ? form.secrets() : new Secrets(Secret.NONE, key));
        });
  }
}
