package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.wire.Endpoint;
import java.util.List;
import java.util.Optional;

/** Proof that what answers at this address is no token endpoint: it answers the same to a request without any credentials. */
final class EndpointProof {
  private final Observations seen;
  private final Words words;

  EndpointProof(Observations seen, Words words) {
    this.seen = seen;
    this.words = words;
  }

  List<Finding> findings() {
    Observation baseline = seen.baseline();
    if (baseline.isNotReached()) {
      return List.of();
    }
    boolean outage = baseline.status() >= 500;
    if (Gate.of(seen) != Gate.NO_ENDPOINT) {
      return isSilent() ? List.of(finding(cause(baseline), Strength.LIKELY)) : outage ? List.of(finding(Cause.SERVER_ERROR, Strength.LIKELY)) : List.of();
    }
    boolean same = seen.same(Probe.NO_CREDENTIALS) && seen.same(Probe.MADE_UP_CLIENT);
    // Who forbids, and not by OAuth, may stand in front of the right address, and keep this machine out.
    boolean forbidden = baseline.status() == 403;
    return List.of(
        finding(cause(baseline), outage ? Strength.SERVER_SAYS : same && !forbidden ? Strength.PROVED : Strength.LIKELY));
  }

  /** Nobody here spoke OAuth, whatever was sent; yet that may be how this one refuses credentials. */
  private boolean isSilent() {
    return seen.has(Probe.MADE_UP_CLIENT)
        && seen.same(Probe.NO_CREDENTIALS)
        && seen.all().stream().filter(it -> !it.experiment().probe().isAside()).noneMatch(Observation::speaksOAuth);
  }

  private Finding finding(Cause cause, Strength strength) {
    boolean everybody = seen.same(Probe.NO_CREDENTIALS) && seen.same(Probe.MADE_UP_CLIENT);
    String evidence = words.get(everybody ? "evidence.endpoint" : "evidence.answer", seen.baseline().answer());
    Optional<Endpoint> other =
        Published.in(seen).flatMap(it -> it.otherEndpoint(seen.baseline().experiment().request().endpoint()));
    return other
        .map(it -> VisibleText.of(it.text(), 200))
        .map(url -> words.finding(cause, strength, "", evidence + " " + words.get("evidence.metadata", url), fix(other.get(), url)))
        .orElseGet(() -> words.finding(cause, strength, evidence));
  }

  /** It sends nothing there: with another host the window asks first. */
  private Optional<Fix> fix(Endpoint other, String url) {
    return Optional.of(new Fix(words.get("fix.url", url), form -> form.with(it -> it.withTokenUrl(other.text()))));
  }

  private static Cause cause(Observation baseline) {
    int status = baseline.status();
    return switch (status) {
      case 404, 410 -> Cause.ENDPOINT_PATH;
      case 405 -> Cause.METHOD;
      default -> status >= 500 ? Cause.SERVER_ERROR : status / 100 == 3 ? Cause.REDIRECT : Cause.ENDPOINT_NOT_OAUTH;
    };
  }
}
