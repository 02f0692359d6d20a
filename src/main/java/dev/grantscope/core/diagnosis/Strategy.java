package dev.grantscope.core.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Chooses the next experiment: the first, in order of what it would decide, that is not done yet and can still be afforded. */
final class Strategy {
  /** Kept back for showing once more that the form's own request fails and the changed one does not. */
  private static final int KEPT_BACK = 2;

  /** RFC 9110 §15.5.16. */
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private final Experiments experiments;
  private final Observations seen;
  private final Budget budget;
  private final ScopeSteps scopes;
  private final SteadySteps steady;
  private boolean elsewhereAllowed;

  Strategy(Experiments experiments, Observations seen, Budget budget) {
    this.experiments = experiments;
    this.seen = seen;
    this.budget = budget;
    this.scopes = new ScopeSteps(experiments, seen);
    this.steady = new SteadySteps(experiments, seen, scopes);
  }

  Optional<Experiment> next() {
    return seen.isEmpty() ? Optional.of(experiments.baseline()) : isOver() ? Optional.empty() : first(steps());
  }

  /** What is left once the server has said that it does not know the client: whether another region does. */
  Optional<Experiment> nextElsewhere() {
    return isOver() ? Optional.empty() : first(seen.grantedVariation().map(this::confirmation).orElseGet(this::elsewhere));
  }

  /** What is done before anything is called proved. */
  Optional<Experiment> nextSteady() {
    return isOver() ? Optional.empty() : first(steady.all());
  }

  /** Whether the server was seen to be steady. */
  boolean isShownSteady() {
    return steady.isShown();
  }

  private boolean isOver() {
    return seen.baseline().granted() || seen.isStopped() || seen.isUnstable();
  }

  private Optional<Experiment> first(List<Experiment> steps) {
    Optional<Experiment> again = seen.toDoAgain().filter(this::isAffordable);
    return again.isPresent() ? again : steps.stream().filter(it -> !seen.has(it)).filter(this::isAffordable).findFirst();
  }

  /** The admin's yes to the secret at other regions. */
  void allowElsewhere() {
    elsewhereAllowed = true;
  }

  /** Where the secret could be tried after such a yes; empty as long as there is nothing to ask. */
  List<OtherRegion> offered() {
    boolean asked = !seen.isEmpty() && !isOver() && !elsewhereAllowed && seen.grantedVariation().isEmpty();
    return asked && left() > KEPT_BACK && isElsewhereDone() ? experiments.regions().live(seen) : List.of();
  }

  /** Where it was allowed, and the budget ended before. */
  List<OtherRegion> untried() {
    return elsewhereAllowed && !isOver() && seen.grantedVariation().isEmpty()
        ? experiments.regions().live(seen).stream().filter(it -> !seen.has(experiments.regions().at(it))).toList()
        : List.of();
  }

  private boolean isElsewhereDone() {
    return experiments.regions().bare().stream().allMatch(seen::has);
  }

  int left() {
    return (int) Math.max(0, budget.requestsWithSecret() - seen.withSecret());
  }

  private boolean isAffordable(Experiment experiment) {
    boolean confirms = experiment.probe() == Probe.REPEAT_AFTER || experiment.probe() == Probe.AGAIN;
    int left = left() - (confirms ? 0 : KEPT_BACK);
    boolean only = experiment.probe() == Probe.REPEAT && budget.requestsWithSecret() > 1;
    return !experiment.carriesSecret() || left > 0 || (only && left > -KEPT_BACK);
  }

  private List<Experiment> steps() {
    if (ProxyProof.isLikely(seen)) {
      return List.of(
          experiments.again(experiments.baseline(), Probe.DIRECT, 2), experiments.again(experiments.baseline(), Probe.REPEAT_AFTER));
    }
    List<Experiment> steps = new ArrayList<>();
    if (ProxyProof.isPossible(seen)) {
      steps.add(experiments.again(experiments.baseline(), Probe.DIRECT));
    }
    steps.add(experiments.controls().noCredentials());
    if (seen.baseline().isNotReached()) {
      return steps;
    }
    steps.add(experiments.controls().madeUpClient());
    if (!seen.has(Probe.MADE_UP_CLIENT) || Gate.of(seen) == Gate.NO_ENDPOINT) {
      return steps;
    }
    Optional<Observation> granted = seen.grantedVariation();
    if (granted.isPresent()) {
      steps.addAll(confirmation(granted.get()));
      return steps;
    }
    steps.add(experiments.again(experiments.baseline(), Probe.REPEAT));
    steps.addAll(experiments.credentials().otherSecrets());
    experiments.scopes().separatedBySpaces().ifPresent(steps::add);
    steps.addAll(audiences());
    if (experiments.bodyIsJson() || seen.baseline().status() == UNSUPPORTED_MEDIA_TYPE) {
      steps.add(experiments.otherBody());
    }
    if (!experiments.isPublic()) {
      steps.add(experiments.controls().madeUpSecret());
    }
    if (seen.has(Probe.MADE_UP_SECRET) || experiments.isPublic()) {
      steps.addAll(seen.differs(Probe.MADE_UP_SECRET) || isAboutScope() ? afterTheCredentials() : atTheCredentials());
    }
    if (seen.same(Probe.MADE_UP_SECRET) && !seen.differs(Probe.MADE_UP_CLIENT)) {
      steps.addAll(elsewhere());
    }
    return steps;
  }

  /** Bare at all of them; with the secret only where it is allowed and somebody is there. */
  private List<Experiment> elsewhere() {
    if (!isElsewhereDone()) {
      return experiments.regions().bare();
    }
    boolean stopped = seen.each(Probe.REGION).stream().anyMatch(StopSign::in);
    return elsewhereAllowed && !stopped
        ? experiments.regions().live(seen).stream().map(experiments.regions()::at).toList()
        : List.of();
  }

  /** Early where the server's words point there, else only once the credentials are known to be good. */
  private List<Experiment> audiences() {
    AudienceWords said = AudienceWords.of(seen.baseline());
    List<Experiment> steps = new ArrayList<>();
    if (said.isAbout() || seen.differs(Probe.MADE_UP_SECRET)) {
      // First: under another name it may just be ignored, which is no more than leaving it out.
      steps.addAll(experiments.audiences().without());
    }
    steps.addAll(experiments.audiences().suggested(said));
    return steps;
  }

  private boolean isAboutScope() {
    return seen.baseline().signature().error().equals("invalid_scope");
  }

  private List<Experiment> afterTheCredentials() {
    List<Experiment> steps = new ArrayList<>(scopes.all());
    if (Grants.isAboutGrant(seen.baseline())) {
      steps.add(experiments.controls().madeUpGrant());
      steps.addAll(Grants.isUnsupported(seen.baseline()) ? List.of(experiments.otherBody()) : List.of());
      return steps;
    }
    steps.addAll(experiments.credentials().authentications());
    steps.add(experiments.otherBody());
    return steps;
  }

  private List<Experiment> atTheCredentials() {
    List<Experiment> steps = new ArrayList<>();
    boolean unsupported = Grants.isUnsupported(seen.baseline());
    if (unsupported) {
      steps.add(experiments.controls().madeUpClientAndGrant());
      steps.add(experiments.otherBody());
    }
    steps.addAll(experiments.credentials().authentications());
    if (!experiments.scope().isEmpty()) {
      steps.add(experiments.controls().madeUpClientWithoutScope());
      if (seen.has(Probe.MADE_UP_CLIENT_NO_SCOPE) && !seen.same(Probe.MADE_UP_CLIENT, Probe.MADE_UP_CLIENT_NO_SCOPE)) {
        steps.addAll(scopes.all());
      }
    }
    if (!seen.baseline().signature().error().equals("invalid_client")) {
      steps.add(experiments.controls().madeUpGrant());
      if (seen.differs(Probe.MADE_UP_GRANT)) {
        steps.add(experiments.controls().madeUpClientAndGrant());
        steps.addAll(seen.same(Probe.MADE_UP_CLIENT_AND_GRANT) ? scopes.all() : List.of());
      }
    }
    steps.add(experiments.otherBody());
    return steps;
  }

  /** What the server publishes, where no token endpoint answered. */
  Optional<Experiment> nextMetadata() {
    return isOver() || Published.in(seen).isPresent() || Gate.of(seen) != Gate.NO_ENDPOINT ? Optional.empty() : first(experiments.metadata());
  }

  /** The form's own request must still fail and the changed one still be granted; of several scopes the wrong ones are named first. */
  private List<Experiment> confirmation(Observation granted) {
    boolean manyScopes = granted.experiment().probe() == Probe.NO_SCOPE && scopes.isMany();
    List<Experiment> steps = new ArrayList<>(manyScopes ? scopes.all() : List.of());
    if (!manyScopes) {
      steps.add(experiments.again(granted.experiment(), Probe.AGAIN));
    }
    steps.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER));
    return steps;
  }
}
