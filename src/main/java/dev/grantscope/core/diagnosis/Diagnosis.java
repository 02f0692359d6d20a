package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Verdict;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Finds the cause: makes the plan, and after the admin's yes does one experiment after another until the cause is proved.
 *
 * <p>Blocks while it runs; listeners hear of every step, and the cancellation ends it within an exchange and between two.
 */
public final class Diagnosis {
  private final GrantService grants;
  private final Catalogue catalogue;
  private final Pause pause;
  private final Texts texts;
  private final Words words;
  private final Lint lint;
  private final MadeUp madeUp;
  private final OtherRegions regions;

  public Diagnosis(
      GrantService grants, Catalogue catalogue, Lint lint, OtherRegions regions, Texts texts, Pause pause, RandomGenerator random) {
    this.grants = grants;
    this.catalogue = catalogue;
    this.lint = lint;
    this.regions = regions;
    this.pause = pause;
    this.texts = texts;
    this.words = new Words(texts);
    this.madeUp = new MadeUp(random);
  }

  /**
   * What would be done. Sends nothing.
   *
   * @return empty when the form cannot be sent as it is; the validator says why
   */
  public Optional<Plan> plan(Form form, Budget budget) {
    return plan(form, budget, Optional.empty());
  }

  /**
   * The same after a run.
   *
   * @param before what the very same form came to just now; it takes the place of the first request
   */
  public Optional<Plan> plan(Form form, Budget budget, Optional<GrantRun> before) {
    if (form.request().isEmpty()) {
      return Optional.empty();
    }
    Experiments experiments = experiments(form);
    List<Experiment> all = new ArrayList<>();
    all.add(experiments.baseline());
    all.add(experiments.controls().noCredentials());
    all.add(experiments.controls().madeUpClient());
    all.add(experiments.again(experiments.baseline(), Probe.REPEAT));
    all.addAll(experiments.credentials().otherSecrets());
    experiments.scopes().separatedBySpaces().ifPresent(all::add);
    all.addAll(experiments.isPublic() ? List.of() : List.of(experiments.controls().madeUpSecret()));
    if (experiments.scope().isEmpty()) {
      all.add(experiments.scopes().madeUp());
    } else {
      all.add(experiments.scopes().none());
      all.add(experiments.controls().madeUpClientWithoutScope());
      all.addAll(experiments.scopes().eachAlone());
    }
    all.addAll(experiments.audiences().without());
    all.addAll(experiments.credentials().authentications());
    all.add(experiments.controls().madeUpGrant());
    all.add(experiments.controls().madeUpClientAndGrant());
    all.add(experiments.otherBody());
    all.addAll(experiments.regions().bare());
    boolean secret = all.getFirst().carriesSecret();
    int most = secret ? budget.requestsWithSecret() - (before.isPresent() ? 1 : 0) : 0;
    List<Plan.Step> steps =
        Stream.concat(
                all.stream().skip(before.isPresent() ? 1 : 0).map(it -> new Plan.Step(it.title(), it.carriesSecret())),
                Stream.of(
                    new Plan.Step(words.get("plan.metadata"), false),
                    new Plan.Step(words.get("plan.direct"), secret),
                    new Plan.Step(words.get("plan.audience"), secret),
                    new Plan.Step(words.get("plan.confirm"), secret),
                    new Plan.Step(words.get("plan.steady"), false)))
            .toList();
    return Optional.of(new Plan(form, budget, steps, most, before, experiments.regions().bare().size()));
  }

  /** Carries a plan out. To be called after the admin's yes only. */
  public Conclusion run(Plan plan, WireSettings settings, Cancellation cancellation, DiagnosisListener listener) {
    Investigation investigation =
        new Investigation(experiments(plan.form()), plan.budget(), catalogue, lint.check(plan.form()), words, new Verdict(texts));
    return proceed(plan, investigation, List.of(), settings, cancellation, listener);
  }

  /** Goes on where it ended, with the secret at the other regions. To be called only after a yes that named them. */
  public Conclusion tryRegions(RegionOffer offer, WireSettings settings, Cancellation cancellation, DiagnosisListener listener) {
    offer.investigation().allowElsewhere();
    return proceed(offer.plan(), offer.investigation(), offer.rows(), settings, cancellation, listener);
  }

  private Experiments experiments(Form form) {
    return new Experiments(form, regions.of(form), words, madeUp);
  }

  private GrantRun send(Experiment experiment, WireSettings settings, Cancellation cancellation) {
    return experiment.probe() == Probe.METADATA
        ? grants.look(experiment.request(), settings, cancellation)
        : grants.run(experiment.request(), experiment.over(settings), cancellation, WireListener.NONE);
  }

  private Conclusion proceed(
      Plan plan,
      Investigation investigation,
      List<Observation> before,
      WireSettings settings,
      Cancellation cancellation,
      DiagnosisListener listener) {
    List<Observation> rows = new ArrayList<>(before);
    Optional<Experiment> next = investigation.next();
    while (next.isPresent() && !cancellation.isCancelled()) {
      if (!rows.isEmpty()) {
        pause.rest(plan.pause(), cancellation);
      }
      if (cancellation.isCancelled()) {
        break;
      }
      listener.onBegin(next.get());
      GrantRun run =
          rows.isEmpty() && plan.before().isPresent() ? plan.before().get() : send(next.get(), settings, cancellation);
      if (run.outcome() instanceof GrantOutcome.Cancelled && !rows.isEmpty()) {
        rows.add(investigation.cancelled(next.get(), run));
        listener.onEnd(rows.getLast());
        break;
      }
      Observation observation = investigation.observe(next.get(), run);
      rows.add(observation);
      listener.onEnd(observation);
      next = run.outcome() instanceof GrantOutcome.Cancelled ? Optional.empty() : investigation.next();
    }
    return investigation.conclusion(plan, rows, cancellation.isCancelled());
  }
}
