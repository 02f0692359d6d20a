package dev.grantscope.core.verdict;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.GrantOutcome.Refused;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** The one sentence about a run that is most useful and true, and one more that says how we know or what to do. */
public final class Verdict {
  /** The codes of RFC 6749 §5.2, each with a sentence of its own in the bundle. */
  private static final Set<String> KNOWN_ERRORS =
      Set.of("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type", "invalid_scope");

  /** Far more than is shown, so that no secret is cut in two where it could be seen; and no megabytes on the UI thread. */
  private static final int MOST_LOOKED_AT = 4000;

  private final Texts texts;

  public Verdict(Texts texts) {
    this.texts = texts;
  }

  /** The two sentences; both can be shown as they are. */
  public record Banner(Tone tone, String title, String detail) {}

  /** Says it; what it quotes of the server's words is redacted and in one line. */
  public Banner of(GrantRun run) {
    return switch (run.outcome()) {
      case GrantOutcome.Granted granted -> granted(granted.response(), granted.scopes(), run);
      case Refused refused -> refused(refused, run);
      case NotOAuth notOAuth -> notOAuth(notOAuth, run);
      case GrantOutcome.NotReached notReached -> notReached(notReached.failure(), run);
      case GrantOutcome.Cancelled cancelled -> cancelled(cancelled.phase());
    };
  }

  private Banner granted(TokenResponse token, ScopeComparison scopes, GrantRun run) {
    String lifetime = lifetime(token);
    List<String> missing = scopes.missing();
    if (!missing.isEmpty()) {
      String title =
          missing.size() == 1
              ? texts.get("verdict.narrowed.one", quoted(run, missing.getFirst(), 80))
              : texts.get("verdict.narrowed.many", missing.size(), scopes.requested().size());
      int had = scopes.requested().size() - missing.size();
      return new Banner(Tone.ATTENTION, title, texts.get(
              scopes.source() == ScopeSource.RESPONSE ? "verdict.narrowed.detail" : "verdict.narrowed.jwt",
              had,
              scopes.requested().size()));
    }
    if (scopes.source() == ScopeSource.NOT_STATED) {
      boolean asked = !scopes.requested().isEmpty();
      return new Banner(
          Tone.GOOD,
          texts.get(asked ? "verdict.notStated" : "verdict.notStated.noneAsked"),
          texts.get(asked ? "verdict.notStated.detail" : "verdict.notStated.noneAsked.detail") + " " + lifetime);
    }
    if (scopes.requested().isEmpty()) {
      return new Banner(Tone.GOOD, texts.get("verdict.chosen", scopes.granted().size()), lifetime);
    }
    String extra = scopes.extra().isEmpty() ? "" : texts.get("verdict.extra", scopes.extra().size()) + " ";
    return new Banner(Tone.GOOD, texts.get("verdict.granted", scopes.requested().size()), extra + lifetime);
  }

  /** A server may say a secret back. */
  private static String quoted(GrantRun run, String text, int longest) {
    String start = text.substring(0, Math.min(text.length(), MOST_LOOKED_AT));
    return VisibleText.of(Redaction.of(run.secrets()).redact(start), longest);
  }

  private String lifetime(TokenResponse token) {
    return token.expiresIn().isEmpty()
        ? texts.get("verdict.lifetime.unstated")
        : texts.get("verdict.lifetime", lifetime(Duration.ofSeconds(token.expiresIn().getAsLong())));
  }

  private String lifetime(Duration duration) {
    return duration.toMinutes() < 2
        ? texts.get("lifetime.seconds", duration.toSeconds())
        : duration.toHours() < 3
            ? texts.get("lifetime.minutes", duration.toMinutes())
            : texts.get("lifetime.hours", duration.toHours());
  }

  private Banner refused(Refused refused, GrantRun run) {
    String code = refused.error().code();
    String said =
        refused.error().description().map(it -> texts.get("verdict.refused.said", quoted(run, it, 300))).orElse("");
    String meaning;
    if (code.equals("invalid_grant") && run.request().grantType().equals(GrantType.CLIENT_CREDENTIALS)) {
      meaning = texts.get("error.invalid_grant.client_credentials");
    } else {
      meaning = KNOWN_ERRORS.contains(code) ? texts.get("error." + code) : texts.get("error.other");
    }
    String status = refused.status() == 403 ? " " + texts.get("verdict.refused.403") : "";
    return new Banner(
        Tone.BAD,
        texts.get("verdict.refused", Integer.toString(refused.status()), quoted(run, code, 80)),
        (said + " " + meaning + status).strip());
  }

  private Banner notOAuth(NotOAuth notOAuth, GrantRun run) {
    String status = notOAuth.status() == 0 ? "" : Integer.toString(notOAuth.status());
    String detail = notOAuth.detail().map(it -> quoted(run, it, 200)).orElse("");
    return new Banner(
        Tone.BAD,
        texts.of("verdict.notOAuth", notOAuth.reason(), status, detail),
        texts.of("verdict.notOAuth.detail", notOAuth.reason(), status, detail));
  }

  private Banner notReached(WireFailure failure, GrantRun run) {
    return new Banner(
        Tone.BAD,
        texts.get("verdict.notReached", run.request().endpoint().host(), texts.of("phase.failed", failure.phase())),
        failure.message());
  }

  /** What is said of a run that the admin ended while it was doing this. */
  public Banner cancelled(Phase phase) {
    return new Banner(Tone.QUIET, texts.get("verdict.cancelled"), texts.of("phase.during", phase));
  }
}
