package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.ProfileDraft;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The last run of each profile and the form that it was made of: a diagnosis right after it need not make the same request again. */
final class LastRuns {
  private static final Duration FRESH = Duration.ofSeconds(60);

  private final Workbench workbench;
  private final Clock clock;
  private final Map<UUID, Last> runs = new HashMap<>();

  private record Last(ProfileDraft draft, GrantRun run) {}

  LastRuns(Workbench workbench, Clock clock) {
    this.workbench = workbench;
    this.clock = clock;
  }

  /** Something ended, perhaps of another profile than the chosen one. */
  @SuppressWarnings("ReferenceEquality") // Another run with the same bytes is another run.
  void onResult() {
    UUID id = workbench.selected().id();
    if (workbench.result() instanceof Result.Finished finished
        && Optional.ofNullable(runs.get(id)).filter(it -> it.run() == finished.run()).isEmpty()) {
      runs.put(id, new Last(workbench.draft(), finished.run()));
    }
  }

  /** The run that failed just now, when not a letter of the form or its secrets has changed since. */
  Optional<GrantRun> of(UUID id, Form form) {
    return Optional.ofNullable(runs.get(id))
        .filter(it -> it.draft().equals(form.draft()))
        .map(Last::run)
        .filter(it -> form.request().filter(it.request()::equals).isPresent())
        .filter(it -> !(it.outcome() instanceof GrantOutcome.Granted || it.outcome() instanceof GrantOutcome.Cancelled))
        .filter(
            it -> {
              Duration age = Duration.between(it.exchange().startedAt(), clock.instant());
              return !age.isNegative() && age.compareTo(FRESH) < 0;
            });
  }
}
