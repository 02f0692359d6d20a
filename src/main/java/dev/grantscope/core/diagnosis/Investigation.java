package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.lint.LintHit;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One diagnosis as a chain of questions: which experiment next, what came of it, what follows. Sends nothing itself. */
final class Investigation {
  private final Observations seen = new Observations();
  private final Strategy strategy;
  private final Reasoning reasoning;
  private final Words words;
  private final Verdict verdict;

  Investigation(Experiments experiments, Budget budget, Catalogue catalogue, List<LintHit> lint, Words words, Verdict verdict) {
    this.strategy = new Strategy(experiments, seen, budget);
    this.reasoning = new Reasoning(experiments, seen, catalogue, lint, words);
    this.words = words;
    this.verdict = verdict;
  }

  /** Empty when the cause is proved, or when nothing that is allowed could still tell more. */
  Optional<Experiment> next() {
    Optional<Experiment> next =
        seen.isEmpty() || !reasoning.isDecided()
            ? strategy.next()
            : reasoning.isClientUnknown() ? strategy.nextElsewhere() : strategy.nextMetadata();
    return next.isPresent() || !reasoning.hasProof() ? next : strategy.nextSteady();
  }

  /** The admin's yes to the secret at other regions. */
  void allowElsewhere() {
    strategy.allowElsewhere();
  }

  List<Finding> findings() {
    return reasoning.findings();
  }

  Observation observe(Experiment experiment, GrantRun run) {
    Signature signature = Signature.of(run);
    Observation unread = new Observation(experiment, run, signature, answer(run), "");
    seen.add(unread);
    return new Observation(experiment, run, signature, unread.answer(), shows(unread));
  }

  /** A row for the table from which nothing follows, except that the request may have been sent. */
  Observation cancelled(Experiment experiment, GrantRun run) {
    return new Observation(experiment, run, Signature.of(run), answer(run), words.get("shows.cancelled"));
  }

  private String answer(GrantRun run) {
    Redaction redaction = Redaction.of(run.secrets());
    String answer =
        switch (run.outcome()) {
          case GrantOutcome.Granted granted -> words.get("answer.granted", granted.scopes().granted().size());
          case GrantOutcome.Refused refused -> refused.status() + " " + refused.error().code();
          case GrantOutcome.NotOAuth notOAuth -> words.of("answer", notOAuth.reason(), notOAuth.status(), notOAuth.detail().orElse(""));
          case GrantOutcome.NotReached notReached -> words.of("phase.failed", notReached.failure().phase());
          case GrantOutcome.Cancelled _ -> words.get("verdict.cancelled");
        };
    return VisibleText.of(redaction.redact(answer), 120);
  }

  private String shows(Observation it) {
    Probe probe = it.experiment().probe();
    if (probe == Probe.BASELINE) {
      return words.get("shows.baseline");
    }
    if (!seen.isUsable(it)) {
      return words.get("shows.outage");
    }
    if (probe == Probe.METADATA) {
      return words.get(Published.read(it).isPresent() ? "shows.metadata" : "shows.noMetadata");
    }
    if (probe == Probe.DIRECT && it.speaksOAuth()) {
      return words.get("shows.direct");
    }
    if (it.granted() && probe != Probe.MADE_UP_SCOPE) {
      return words.get("shows.granted");
    }
    String how = Observations.isSame(it, seen.baseline()) ? "same" : "differs";
    return switch (probe) {
      case NO_CREDENTIALS, REGION_BARE -> words.get(it.speaksOAuth() ? "shows.endpoint" : "shows.noEndpoint");
      case STEADY -> words.get(Observations.isSame(it, seen.latest(Probe.MADE_UP_CLIENT).orElse(it)) ? "shows.steady" : "shows.unsteady");
      case MADE_UP_CLIENT, MADE_UP_SECRET, MADE_UP_GRANT, REPEAT, REPEAT_AFTER -> words.get("shows." + how + "." + probe.name());
      default -> words.get("shows." + how);
    };
  }

  Conclusion conclusion(Plan plan, List<Observation> rows, boolean cancelled) {
    List<OtherRegion> offered = cancelled ? List.of() : strategy.offered();
    Optional<RegionOffer> offer =
        offered.isEmpty() ? Optional.empty() : Optional.of(new RegionOffer(plan, this, rows, offered, strategy.left()));
    List<Finding> findings = new ArrayList<>(reasoning.findings());
    if (!seen.isEmpty() && !strategy.isShownSteady()) {
      // Ended before that was seen: what would have been proved is likely.
      findings.replaceAll(it -> it.strength() == Strength.PROVED ? it.with(Strength.LIKELY) : it);
    }
    offer.map(RegionOffer::regions).map(it -> open(it, "region.open.advice")).ifPresent(findings::add);
    if (!cancelled && !strategy.untried().isEmpty()) {
      findings.add(open(strategy.untried(), "region.untried.advice"));
    }
    Optional<GrantRun> baseline = seen.isEmpty() ? Optional.empty() : Optional.of(seen.baseline().run());
    if (!findings.isEmpty()) {
      Finding best = findings.getFirst();
      boolean granted = seen.baseline().granted();
      return new Conclusion(
          granted ? Tone.ATTENTION : Tone.BAD,
          best.sentence(),
          words.of("strength", best.strength()) + " " + best.evidence(),
          baseline,
          findings,
          rows,
          ruledOut(),
          offer,
          cancelled);
    }
    Verdict.Banner banner = baseline.map(verdict::of).orElse(new Verdict.Banner(Tone.QUIET, words.get("verdict.cancelled"), ""));
    return new Conclusion(banner.tone(), banner.title(), banner.detail(), baseline, findings, rows, List.of(), offer, cancelled);
  }

  /** What a yes, or more requests, could show. */
  private Finding open(List<OtherRegion> regions, String advice) {
    return new Finding(
        Cause.REGION_WRONG,
        Strength.UNKNOWN,
        words.get("region.open"),
        words.get("region.open.evidence", String.join(", ", regions.stream().map(OtherRegion::place).toList())),
        words.get(advice),
        Optional.empty());
  }

  private List<String> ruledOut() {
    List<String> out = new ArrayList<>();
    if (seen.baseline().granted() || seen.isUnstable() || seen.grantedVariation().isPresent()) {
      return out;
    }
    if (seen.latest(Probe.NO_CREDENTIALS).filter(Observation::speaksOAuth).isPresent()) {
      out.add(words.get("ruledOut.endpoint"));
    }
    if (Gate.of(seen) == Gate.AFTER_CREDENTIALS && seen.baseline().run().request().owner().isEmpty()) {
      out.add(words.get("ruledOut.credentials"));
    }
    for (Probe probe : List.of(Probe.NO_SCOPE, Probe.AUTHENTICATION, Probe.BODY_FORMAT, Probe.SECRET_TRIMMED, Probe.SECRET_DECODED, Probe.NO_AUDIENCE, Probe.REGION, Probe.DIRECT)) {
      if (seen.each(probe).stream().anyMatch(it -> !it.granted())) {
        out.add(words.of("ruledOut", probe));
      }
    }
    return out;
  }
}
