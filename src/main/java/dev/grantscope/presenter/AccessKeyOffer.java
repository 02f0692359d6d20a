package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Cause;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.util.Optional;

/** The documented grant of CXone for back ends, {@code password} with an access key, where the form points there but has another grant. */
final class AccessKeyOffer {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final FormLint lint;
  private final FormUndo undo;

  AccessKeyOffer(Workbench workbench, SecretDesk secrets, FormLint lint, FormUndo undo) {
    this.workbench = workbench;
    this.secrets = secrets;
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
    Optional<Secret> secret = secrets.inMemory(Kind.CLIENT_SECRET);
    Secret before = secrets.inMemory(Kind.PASSWORD).orElse(Secret.NONE);
    undo.change(
        draft -> draft.withGrantType(GrantType.PASSWORD).withUsername(draft.clientId()).withClientId(""),
        () -> secret.ifPresent(it -> move(it, before)));
    secret.ifPresent(it -> move(Secret.NONE, it));
  }

  private void move(Secret client, Secret password) {
    secrets.onTyped(Kind.CLIENT_SECRET, client);
    secrets.onTyped(Kind.PASSWORD, password);
  }
}
