package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.WireSettings;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether the secret may go to a host that it was not sent to before: asked of one request, until the form changes. */
final class HostQuestion {
  private final RunPresenter.View view;
  private final Texts texts;
  private @Nullable Waiting waiting;

  /** What is sent after a yes. */
  record Waiting(Profile profile, GrantRequest request, Secrets secrets, WireSettings wire) {}

  HostQuestion(RunPresenter.View view, Texts texts) {
    this.view = view;
    this.texts = texts;
  }

  /** Whether it has to be asked; what carries no secret may go anywhere. */
  static boolean isNeeded(Profile profile, GrantRequest request) {
    return carriesSecret(request) && !profile.knows(request.endpoint().host());
  }

  /** Whether the request takes a secret from this machine. */
  static boolean carriesSecret(GrantRequest request) {
    return !request.endpoint().isLoopback() && !request.secrets().isEmpty();
  }

  void ask(Waiting what) {
    waiting = what;
    String host = what.request().endpoint().host();
    view.askHost(
        what.profile().allowedHosts().isEmpty()
            ? texts.get("host.question.named", host)
            : texts.get("host.question", host, String.join(", ", what.profile().allowedHosts().stream().sorted().toList())),
        texts.get("host.yes", host),
        texts.get("host.no"));
  }

  /** Takes the question away, with what was to be sent. */
  Optional<Waiting> take() {
    Optional<Waiting> taken = Optional.ofNullable(waiting);
    if (taken.isPresent()) {
      waiting = null;
      view.hideHostQuestion();
    }
    return taken;
  }
}
