package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.render.VisibleText;
import java.util.List;
import java.util.Optional;

/** Proof by change: the request fails, the same with one thing changed is granted, and both do so again. */
final class ChangeProof {
  private final Experiments experiments;
  private final Observations seen;
  private final Words words;

  ChangeProof(Experiments experiments, Observations seen, Words words) {
    this.experiments = experiments;
    this.seen = seen;
    this.words = words;
  }

  List<Finding> findings() {
    List<Observation> alone = seen.each(Probe.ONE_SCOPE);
    if (alone.stream().anyMatch(Observation::granted)) {
      return List.of(scopes(alone));
    }
    return seen.grantedVariation().map(this::changed).stream().toList();
  }

  private Finding changed(Observation granted) {
    Experiment experiment = granted.experiment();
    boolean oneScope = experiment.probe() == Probe.NO_SCOPE || experiment.probe() == Probe.SCOPE_CASE;
    String subject = VisibleText.of(oneScope ? experiments.scope().parameterValue() : experiment.subject(), 200);
    if (experiment.probe() == Probe.REGION) {
      subject = words.get("region.home", subject);
    }
    boolean again = seen.alwaysGranted(Probe.AGAIN) && seen.alwaysSame(Probe.REPEAT_AFTER);
    return words.finding(
        experiment.cause(), strength(again), subject, words.get("evidence.changed", experiment.title()), experiment.fix());
  }

  /** An outage that went away when something was changed may have gone away by itself. */
  private Strength strength(boolean shown) {
    return shown && !Observations.isOutage(seen.baseline()) ? Strength.PROVED : Strength.LIKELY;
  }

  private Finding scopes(List<Observation> alone) {
    List<String> good = alone.stream().filter(Observation::granted).map(it -> it.experiment().subject()).toList();
    List<String> bad = alone.stream().filter(it -> !it.granted()).map(it -> it.experiment().subject()).toList();
    boolean all = alone.size() == experiments.scope().asSet().size();
    boolean together = good.size() == 1 || seen.latest(Probe.SCOPES_TOGETHER).filter(Observation::granted).isPresent();
    boolean again = seen.alwaysGranted(Probe.AGAIN) && seen.alwaysSame(Probe.REPEAT_AFTER);
    boolean shown = all && !bad.isEmpty() && together && again;
    Optional<Fix> fix = shown ? experiments.scopes().together(good).fix() : Optional.empty();
    return words.finding(
        Cause.SCOPE_UNKNOWN,
        strength(shown),
        VisibleText.of(bad.isEmpty() ? experiments.scope().parameterValue() : String.join(" ", bad), 200),
        words.get("evidence.scopes", VisibleText.of(String.join(" ", good), 200)),
        fix);
  }
}
