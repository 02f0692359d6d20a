package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        || observation.isNotReached()
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

  /** The answer that ends everything; not one of another region, nor one that came when all was told. */
  Optional<Observation> stop() {
    return all.stream()
        .filter(it -> !it.experiment().probe().isAside() && it.experiment().probe() != Probe.STEADY)
        .filter(StopSign::in)
        .findFirst();
  }

  boolean isStopped() {
    return stop().isPresent();
  }

  /** Whether it was done, and each time got the answer of the form's own request. */
  boolean alwaysSame(Probe probe) {
    return has(probe) && all(probe).allMatch(it -> isUsable(it) && isSame(it, baseline()));
  }

  boolean alwaysGranted(Probe probe) {
    return has(probe) && all(probe).allMatch(Observation::granted);
  }

  private Stream<Observation> all(Probe probe) {
    return all.stream().filter(it -> it.experiment().probe() == probe);
  }

  /** The same request answered in two ways, made-up credentials let in, or an outage among answers: then no comparison proves anything. */
  boolean isUnstable() {
    boolean repeated = (!has(Probe.REPEAT) || alwaysSame(Probe.REPEAT)) && (!has(Probe.REPEAT_AFTER) || alwaysSame(Probe.REPEAT_AFTER));
    boolean again = !has(Probe.AGAIN) || alwaysGranted(Probe.AGAIN);
    boolean letsAnybodyIn =
        Stream.of(Probe.NO_CREDENTIALS, Probe.MADE_UP_CLIENT, Probe.MADE_UP_SECRET).flatMap(this::all).anyMatch(Observation::granted);
    if (!repeated || !again || letsAnybodyIn || !isSteady()) {
      return true;
    }
    if (all.stream().anyMatch(it -> isRepeat(it) && !isUsable(it))) {
      return true;
    }
    return all.stream()
        .filter(it -> it.experiment().attempt() > 1)
        .anyMatch(second -> all.stream().filter(it -> it.experiment().isLike(second.experiment())).anyMatch(it -> !isSame(it, second)));
  }

  /** Whether the made-up client got one answer as often as it was tried; the sign of a limit is none. */
  private boolean isSteady() {
    return all(Probe.STEADY)
        .filter(it -> !StopSign.in(it))
        .allMatch(it -> isUsable(it) && latest(Probe.MADE_UP_CLIENT).filter(first -> isSame(first, it)).isPresent());
  }

  private static boolean isRepeat(Observation observation) {
    return switch (observation.experiment().probe()) {
      case REPEAT, REPEAT_AFTER, AGAIN, STEADY -> true;
      default -> false;
    };
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
            && !last.experiment().probe().isAside();
    return again ? Optional.of(last.experiment().once()) : Optional.empty();
  }
}
