package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.wire.Phase;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What the result area shows of a profile. */
public sealed interface Result {
  /** Never run in this window. */
  record None() implements Result {}

  /**
   * A run that came to its end.
   *
   * @param cause why it was refused, once a diagnosis has proved that
   */
  record Finished(GrantRun run, Optional<Finding> cause) implements Result {
    public Finished(GrantRun run) {
      this(run, Optional.empty());
    }
  }

  /** A run that the admin ended; its bytes follow as a {@link Finished} as soon as the socket is closed. */
  record Ended(Phase phase) implements Result {}

  /** The form could not be sent as it is; nothing was. */
  record NotSent(List<FieldProblem> problems) implements Result {
    public NotSent {
      problems = List.copyOf(problems);
    }

    /** How many fields of the settings, which are not in sight. */
    int inSettings() {
      return count(FieldProblem::isOfSettings);
    }

    /** How many fields of the profile. */
    int inProfile() {
      return count(it -> !it.isOfSettings());
    }

    /** How many of those are in its options, which are not in sight either. */
    int inOptions() {
      return count(FieldProblem::isOfOptions);
    }

    private int count(Predicate<FieldProblem> which) {
      return (int) problems.stream().filter(which).map(it -> it.field() + " " + it.row()).distinct().count();
    }
  }

  /** The secret could not be had; nothing was sent. The reason is a sentence. */
  record NoSecret(String reason) implements Result {}

  /** The practice tenant could not be started; nothing was sent. */
  record NoPractice() implements Result {}

  /**
   * A fault of the program ended it.
   *
   * @param unsent whether that was before anything could be sent
   */
  record Faulted(Fault fault, boolean unsent) implements Result {}

  /** The run, when it brought a token. */
  default Optional<GrantRun> grant() {
    return this instanceof Finished it && it.run().outcome() instanceof GrantOutcome.Granted
        ? Optional.of(it.run())
        : Optional.empty();
  }

  /** Whether it is this very run that brought the token; another with the same bytes is another token. */
  @SuppressWarnings("ReferenceEquality")
  default boolean isOf(GrantRun run) {
    return grant().filter(it -> it == run).isPresent();
  }
}
