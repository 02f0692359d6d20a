package dev.grantscope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is tried with the scopes of the form: without them, each alone, and the good ones together; with none, one that is published or made up. */
final class ScopeSteps {
  private final Experiments experiments;
  private final Observations seen;

  ScopeSteps(Experiments experiments, Observations seen) {
    this.experiments = experiments;
    this.seen = seen;
  }

  List<Experiment> all() {
    List<Experiment> steps = new ArrayList<>(Grants.isAboutGrant(seen.baseline()) ? List.of() : published());
    if (experiments.scope().isEmpty()) {
      steps.addAll(Grants.isUnsupported(seen.baseline()) ? List.of() : List.of(experiments.scopes().madeUp()));
      return steps;
    }
    steps.add(experiments.scopes().none());
    if (isMany()) {
      steps.addAll(experiments.scopes().eachAlone());
      good()
          .ifPresent(
              it -> {
                steps.addAll(it.probe() == Probe.SCOPES_TOGETHER ? List.of(it) : List.of());
                steps.add(experiments.again(it, Probe.AGAIN));
                steps.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER));
              });
    }
    return steps;
  }

  /** What the server publishes, asked for without anything of the form, and then what follows for the scopes. */
  private List<Experiment> published() {
    return Published.in(seen).map(it -> experiments.scopes().published(it)).orElseGet(experiments::metadata);
  }

  boolean isMany() {
    return experiments.scope().asSet().size() > 1;
  }

  /** Those that were granted alone, once all were tried and not all were good. */
  Optional<Experiment> good() {
    List<Observation> alone = seen.each(Probe.ONE_SCOPE);
    List<Experiment> good = alone.stream().filter(Observation::granted).map(Observation::experiment).toList();
    if (alone.size() != experiments.scope().asSet().size() || good.isEmpty() || good.size() == alone.size()) {
      return Optional.empty();
    }
    return good.size() > 1
        ? Optional.of(experiments.scopes().together(good.stream().map(Experiment::subject).toList()))
        : Optional.of(good.getFirst());
  }
}
