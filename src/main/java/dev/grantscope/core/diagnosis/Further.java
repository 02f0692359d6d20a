package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.render.VisibleText;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Changes that were not granted, but refused for something that comes after the credentials: then two things are wrong, and that the
 * form's own request looks like one with a made-up secret shows no wrong secret.
 */
final class Further {
  private final Experiments experiments;
  private final Observations seen;
  private final Words words;

  Further(Experiments experiments, Observations seen, Words words) {
    this.experiments = experiments;
    this.seen = seen;
    this.words = words;
  }

  List<Finding> findings() {
    boolean asMadeUp = seen.same(Probe.MADE_UP_SECRET) || Grants.isUnsupported(seen.baseline());
    return asMadeUp
        ? Stream.of(Probe.SECRET_TRIMMED, Probe.SECRET_DECODED, Probe.AUTHENTICATION, Probe.BODY_FORMAT)
            .flatMap(probe -> seen.each(probe).stream())
            .filter(it -> !Observations.isSame(it, seen.baseline()) && it.isRefusedOtherThan(early()))
            .map(this::finding)
            .toList()
        : List.of();
  }

  /** The codes of what is looked at before, or together with, the credentials (RFC 6749 §5.2). */
  private Set<String> early() {
    Set<String> early = new HashSet<>(Set.of("invalid_request", "unsupported_grant_type"));
    boolean unread = !experiments.bodyIsJson() && experiments.authentication() == ClientAuthenticationMethod.POST;
    if (!Grants.isUnsupported(seen.baseline()) || unread) {
      early.add("invalid_client");
    }
    return early;
  }

  private Finding finding(Observation it) {
    return words.finding(
        it.experiment().cause(),
        Strength.LIKELY,
        VisibleText.of(it.experiment().subject(), 200),
        words.get("evidence.further", it.experiment().title(), it.answer(), seen.baseline().answer()),
        it.experiment().fix());
  }
}
