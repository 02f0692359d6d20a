package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All that was observed so far, and the questions that are asked of it. */
final class Observations {
  private final List<Observation> all = new ArrayList<>();

  void add(Observation observation) {
    all.add(observation);
  }

  List<Observation> all() {
    return List.copyOf(all);
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  long withSecret() {
    return all.stream().filter(it -> it.experiment().carriesSecret()).count();
  }

  Observation baseline() {
    return all.getFirst();
  }

  boolean has(Experiment experiment) {
    return all.stream().anyMatch(it -> it.experiment().isLike(experiment));
  }

  boolean has(Probe probe) {
    return latest(probe).isPresent();
  }

  Optional<Observation> latest(Probe probe) {
    return all.reversed().stream().filter(it -> it.experiment().probe() == probe).findFirst();
  }

  List<Observation> each(Probe probe) {
    return all.stream().filter(it -> it.experiment().probe() == probe && isUsable(it)).toList();
  }

  /** Whether an answer may be compared: an outage in between says nothing about what was changed. */
  boolean isUsable(Observation observation) {
    return !isOutage(observation) || isOutage(baseline());
  }

  static boolean isOutage(Observation observation) {
    return observation.status() >= 500
        || observation.run().outcome() instanceof GrantOutcome.NotReached
        || observation.run().outcome() instanceof GrantOutcome.Cancelled;
  }

  boolean same(Probe probe) {
    return latest(probe).filter(this::isUsable).filter(it -> isSame(it, baseline())).isPresent();
  }

  boolean differs(Probe probe) {
    return latest(probe).filter(this::isUsable).filter(it -> !isSame(it, baseline())).isPresent();
  }

  /** Whether both were done and got the same answer. */
  boolean same(Probe one, Probe other) {
    return latest(one)
        .filter(this::isUsable)
        .flatMap(it -> latest(other).filter(this::isUsable).filter(that -> isSame(it, that)))
        .isPresent();
  }

  static boolean isSame(Observation one, Observation other) {
    return one.signature().equals(other.signature());
  }

  Optional<Observation> grantedVariation() {
    return all.stream().filter(it -> it.experiment().probe().isVariation() && it.granted()).findFirst();
  }

  boolean isStopped() {
    return all.stream().filter(it -> !it.experiment().probe().isElsewhere()).anyMatch(StopSign::in);
  }

  /** The same request answered in two ways, or an outage among answers: then no comparison proves anything. */
  boolean isUnstable() {
    if (differs(Probe.REPEAT) || differs(Probe.REPEAT_AFTER) || latest(Probe.AGAIN).filter(it -> !it.granted()).isPresent()) {
      return true;
    }
    if (all.stream().anyMatch(it -> isRepeat(it) && !isUsable(it))) {
      return true;
    }
    return all.stream()
        .filter(it -> it.experiment().attempt() > 1)
        .anyMatch(second -> all.stream().filter(it -> it.experiment().isLike(second.experiment())).anyMatch(it -> !isSame(it, second)));
  }

  private static boolean isRepeat(Observation observation) {
    Probe probe = observation.experiment().probe();
    return probe == Probe.REPEAT || probe == Probe.REPEAT_AFTER || probe == Probe.AGAIN;
  }

  /** What nothing could be learned from and may be done once more; a wrong secret is never tried twice. */
  Optional<Experiment> toDoAgain() {
    Observation last = all.getLast();
    boolean again =
        all.size() > 1
            && !isUsable(last)
            && !isRepeat(last)
            && last.experiment().attempt() == 1
            && last.experiment().probe() != Probe.MADE_UP_SECRET
            && !last.experiment().probe().isElsewhere();
    return again ? Optional.of(last.experiment().once()) : Optional.empty();
  }
}
