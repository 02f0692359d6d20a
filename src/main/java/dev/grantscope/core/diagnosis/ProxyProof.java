package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.wire.WireProxy;
import java.util.List;
import java.util.Optional;

/** Proof that a proxy stands in the way: through it no token endpoint answers, without it one does, whatever it says then. */
final class ProxyProof {
  private final Observations seen;
  private final Words words;

  ProxyProof(Observations seen, Words words) {
    this.seen = seen;
    this.words = words;
  }

  /** Whether the answer, or that there is none, can be a proxy's doing. */
  static boolean isPossible(Observations seen) {
    return proxy(seen).isPresent() && !seen.baseline().speaksOAuth();
  }

  /** Whether a token endpoint answered when nothing stood in between. */
  static boolean isLikely(Observations seen) {
    return isPossible(seen) && seen.each(Probe.DIRECT).stream().anyMatch(Observation::speaksOAuth);
  }

  private static Optional<WireProxy> proxy(Observations seen) {
    return seen.baseline().run().exchange().route().proxy();
  }

  List<Finding> findings() {
    if (!isLikely(seen)) {
      return List.of();
    }
    List<Observation> direct = seen.each(Probe.DIRECT);
    boolean again =
        direct.size() > 1
            && direct.stream().allMatch(it -> Observations.isSame(it, direct.getFirst()))
            && seen.alwaysSame(Probe.REPEAT_AFTER);
    return List.of(
        words.finding(
            Cause.PROXY,
            again ? Strength.PROVED : Strength.LIKELY,
            "",
            words.get(
                "evidence.proxy",
                proxy(seen).map(WireProxy::toString).orElse(""),
                seen.baseline().answer(),
                direct.getFirst().answer()),
            Optional.of(
                new Fix(
                    words.get("fix.proxy.none"),
                    form -> form.with(it -> it.withConnection(it.connection().withProxy(ProxyMode.NONE)))))));
  }
}
