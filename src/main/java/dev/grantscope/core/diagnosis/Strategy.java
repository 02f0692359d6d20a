package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Chooses the next experiment: the first, in order of what it would decide, that is not done yet and can still be afforded. */
final class Strategy {
  /** Kept back for showing once more that the form's own request fails and the changed one does not. */
  private static final int KEPT_BACK = 2;

  /** How often the made-up client is tried again before anything is called proved; twice as often where there was an outage. */
  private static final int STEADY = 6;

  /** RFC 9110 §15.5.16. */
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;

  private final Experiments experiments;
  private final Observations seen;
  private final Budget budget;
  private boolean elsewhereAllowed;

  Strategy(Experiments experiments, Observations seen, Budget budget) {
    this.experiments = experiments;
    this.seen = seen;
    this.budget = budget;
  }

  Optional<Experiment> next() {
    return seen.isEmpty() ? Optional.of(experiments.baseline()) : isOver() ? Optional.empty() : first(steps());
  }

  /** What is left once the server has said that it does not know the client: whether another region does. */
  Optional<Experiment> nextElsewhere() {
    return isOver() ? Optional.empty() : first(seen.grantedVariation().map(this::confirmation).orElseGet(this::elsewhere));
  }

  /**
   * What is done before anything is called proved: the made-up client again and again, which costs no request with the secret, and in
   * between once more what the proof rests on, in another order than before, so that servers that take turns show it.
   */
  Optional<Experiment> nextSteady() {
    if (isOver() || isSteadyOver()) {
      return Optional.empty();
    }
    List<Experiment> steps = new ArrayList<>(steady());
    List<Experiment> once = new ArrayList<>();
    if (Gate.of(seen) != Gate.NO_ENDPOINT) {
      once.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER, 2));
    }
    helped().ifPresent(it -> once.add(experiments.again(it, Probe.AGAIN, 2)));
    if (seen.differs(Probe.MADE_UP_SECRET) && !seen.has(Probe.AGAIN)) {
      // The credentials are good: no lock-out is near, and one comparison is all that this rests on.
      once.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER, 3));
    }
    steps.addAll(steps.size() / 2, once);
    return first(steps);
  }

  private boolean isSteadyOver() {
    return !seen.has(Probe.MADE_UP_CLIENT) || seen.baseline().run().outcome() instanceof GrantOutcome.NotReached
        || seen.each(Probe.STEADY).stream().anyMatch(StopSign::in);
  }

  private List<Experiment> steady() {
    int times = seen.all().stream().anyMatch(Observations::isOutage) ? 2 * STEADY : STEADY;
    return IntStream.rangeClosed(1, times)
        .mapToObj(time -> experiments.again(experiments.controls().madeUpClient(), Probe.STEADY, time))
        .toList();
  }

  /** Whether the server was seen to be steady; what was not reached needs none of it. */
  boolean isShownSteady() {
    return seen.baseline().run().outcome() instanceof GrantOutcome.NotReached
        || !seen.has(Probe.MADE_UP_CLIENT)
        || (!isSteadyOver() && steady().stream().allMatch(seen::has));
  }

  /** The change that was granted again. */
  private Optional<Experiment> helped() {
    return seen.has(Probe.AGAIN)
        ? seen.grantedVariation()
            .map(Observation::experiment)
            .filter(it -> it.probe() != Probe.NO_SCOPE || experiments.scope().asSet().size() < 2)
            .or(this::goodScopes)
        : Optional.empty();
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
    if (seen.baseline().run().outcome() instanceof GrantOutcome.NotReached) {
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
    List<Experiment> steps = new ArrayList<>(scopes());
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
        steps.addAll(scopes());
      }
    }
    if (!seen.baseline().signature().error().equals("invalid_client")) {
      steps.add(experiments.controls().madeUpGrant());
      if (seen.differs(Probe.MADE_UP_GRANT)) {
        steps.add(experiments.controls().madeUpClientAndGrant());
        steps.addAll(seen.same(Probe.MADE_UP_CLIENT_AND_GRANT) ? scopes() : List.of());
      }
    }
    steps.add(experiments.otherBody());
    return steps;
  }

  /** What the server publishes, asked for without anything of the form, and then what follows for the scopes. */
  private List<Experiment> published() {
    return Published.in(seen).map(it -> experiments.scopes().published(it)).orElseGet(experiments::metadata);
  }

  /** What the server publishes, where no token endpoint answered. */
  Optional<Experiment> nextMetadata() {
    return isOver() || Published.in(seen).isPresent() || Gate.of(seen) != Gate.NO_ENDPOINT ? Optional.empty() : first(experiments.metadata());
  }

  private List<Experiment> scopes() {
    List<Experiment> steps = new ArrayList<>(Grants.isAboutGrant(seen.baseline()) ? List.of() : published());
    if (experiments.scope().isEmpty()) {
      steps.addAll(Grants.isUnsupported(seen.baseline()) ? List.of() : List.of(experiments.scopes().madeUp()));
      return steps;
    }
    steps.add(experiments.scopes().none());
    if (experiments.scope().asSet().size() > 1) {
      steps.addAll(experiments.scopes().eachAlone());
      goodScopes()
          .ifPresent(
              it -> {
                steps.addAll(it.probe() == Probe.SCOPES_TOGETHER ? List.of(it) : List.of());
                steps.add(experiments.again(it, Probe.AGAIN));
                steps.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER));
              });
    }
    return steps;
  }

  /** Those that were granted alone, once all were tried and not all were good. */
  private Optional<Experiment> goodScopes() {
    List<Observation> alone = seen.each(Probe.ONE_SCOPE);
    List<String> good = grantedAlone();
    if (alone.size() != experiments.scope().asSet().size() || good.isEmpty() || good.size() == alone.size()) {
      return Optional.empty();
    }
    return good.size() > 1
        ? Optional.of(experiments.scopes().together(good))
        : alone.stream().filter(Observation::granted).map(Observation::experiment).findFirst();
  }

  private List<String> grantedAlone() {
    return seen.each(Probe.ONE_SCOPE).stream().filter(Observation::granted).map(it -> it.experiment().subject()).toList();
  }

  /** The form's own request must still fail and the changed one still be granted; of several scopes the wrong ones are named first. */
  private List<Experiment> confirmation(Observation granted) {
    boolean manyScopes = granted.experiment().probe() == Probe.NO_SCOPE && experiments.scope().asSet().size() > 1;
    List<Experiment> steps = new ArrayList<>(manyScopes ? scopes() : List.of());
    if (!manyScopes) {
      steps.add(experiments.again(granted.experiment(), Probe.AGAIN));
    }
    steps.add(experiments.again(experiments.baseline(), Probe.REPEAT_AFTER));
    return steps;
  }
}
