package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.diagnosis.RegionOffer;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the Cause tab holds of one profile: a plan that waits for a yes, or the experiments and what they came to. */
final class CauseSheet {
  private final WireSettings wire;
  private final List<Observation> rows = new ArrayList<>();
  private @Nullable Plan plan;
  private @Nullable Conclusion conclusion;
  private @Nullable Fault fault;
  private String applied = "";

  CauseSheet(Plan plan, WireSettings wire) {
    this.plan = plan;
    this.wire = wire;
  }

  /** How its requests get there. */
  WireSettings wire() {
    return wire;
  }

  Optional<Plan> plan() {
    return Optional.ofNullable(plan);
  }

  List<Observation> rows() {
    return rows;
  }

  Optional<Conclusion> conclusion() {
    return Optional.ofNullable(conclusion);
  }

  /** What waits for a second yes. */
  Optional<RegionOffer> offer() {
    return conclusion().flatMap(Conclusion::offer);
  }

  /** The yes was said: more rows follow, and another conclusion. */
  void begin() {
    plan = null;
    conclusion = null;
    fault = null;
    applied = "";
  }

  void conclude(Conclusion end) {
    conclusion = end;
  }

  /** The change that the conclusion offers was made: what is left to do is to run. */
  void applied(String change) {
    applied = change;
  }

  /** The form was changed since, which takes that back; whether there was something to take back. */
  boolean takeBack() {
    boolean was = !applied.isEmpty();
    applied = "";
    return was;
  }

  /** What was changed, in the words of its button; empty before. */
  Optional<String> applied() {
    return Optional.of(applied).filter(it -> !it.isEmpty());
  }

  /** A fault of the program ended it before there was a conclusion. */
  void breakOff(Fault by) {
    fault = by;
  }

  Optional<Fault> fault() {
    return Optional.ofNullable(fault);
  }

  /** The second yes was not said. */
  void decline() {
    conclusion = conclusion().map(Conclusion::withoutOffer).orElse(null);
  }
}
