package dev.grantscope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is done before anything is called proved: the made-up client again and again, which costs no request with the secret, and in
 * between once more what the proof rests on, in another order than before, so that servers that take turns show it.
 */
final class SteadySteps {
  /** Of the made-up client; twice as many where there was an outage. */
  private static final int REPETITIONS = 6;

  private final Experiments experiments;
  private final Observations seen;
  private final ScopeSteps scopes;

  SteadySteps(Experiments experiments, Observations seen, ScopeSteps scopes) {
    this.experiments = experiments;
    this.seen = seen;
    this.scopes = scopes;
  }

  List<Experiment> all() {
    if (isOver()) {
      return List.of();
    }
    List<Experiment> steps = new ArrayList<>(repetitions());
    steps.addAll(steps.size() / 2, once());
    return steps;
  }

  private List<Experiment> once() {
    List<Experiment> once = new ArrayList<>();
    if (Gate.of(seen) != Gate.NO_ENDPOINT) {
      once.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER, 2));
    }
    helped().ifPresent(it -> once.add(experiments.again(it, Probe.AGAIN, 2)));
    if (seen.differs(Probe.MADE_UP_SECRET) && !seen.has(Probe.AGAIN)) {
      // The credentials are good: no lock-out is near, and one comparison is all that this rests on.
      once.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER, 3));
    }
    return once;
  }

  private boolean isOver() {
    return !seen.has(Probe.MADE_UP_CLIENT) || seen.baseline().isNotReached() || seen.each(Probe.STEADY).stream().anyMatch(StopSign::in);
  }

  private List<Experiment> repetitions() {
    int times = seen.all().stream().anyMatch(Observations::isOutage) ? 2 * REPETITIONS : REPETITIONS;
    return IntStream.rangeClosed(1, times)
        .mapToObj(time -> experiments.again(experiments.controls().madeUpClient(), Probe.STEADY, time))
        .toList();
  }

  /** Whether the server was seen to be steady; what was not reached needs none of it. */
  boolean isShown() {
    return seen.baseline().isNotReached()
        || !seen.has(Probe.MADE_UP_CLIENT)
        || (!isOver() && repetitions().stream().allMatch(seen::has));
  }

  /** The change that was granted again. */
  private Optional<Experiment> helped() {
    return seen.has(Probe.AGAIN)
        ? seen.grantedVariation()
            .map(Observation::experiment)
            .filter(it -> it.probe() != Probe.NO_SCOPE || !scopes.isMany())
            .or(scopes::good)
        : Optional.empty();
  }
}
