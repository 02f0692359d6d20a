package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.diagnosis.RegionOffer;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.provider.AttestationWords;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CausePresenter.Line;
import dev.grantscope.presenter.CausePresenter.PlanRow;
import dev.grantscope.presenter.CausePresenter.Question;
import dev.grantscope.presenter.CausePresenter.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans, experiments and findings as the Cause tab shows them. */
final class CauseWords {
  private final Texts texts;

  CauseWords(Texts texts) {
    this.texts = texts;
  }

  /** What the admin says yes to: where, how often with the secret, and what it may set off. */
  String summary(Plan plan) {
    String host = plan.form().request().map(it -> it.endpoint().host()).orElse("");
    String all = texts.get("cause.plan", host, plan.mostWithSecret(), plan.pause().toMillis() / 1000.0);
    String after = plan.before().isPresent() ? texts.get("cause.plan.before") + " " + all : all;
    String where = plan.elsewhere() == 0 ? after : after + " " + texts.get("cause.plan.elsewhere", plan.elsewhere());
    return plan.showsCertificate() ? where + " " + texts.get("plan.certificate") : where;
  }

  /** Where else the secret would go, and how well that is attested. */
  Question question(RegionOffer offer) {
    String places =
        offer.regions().stream()
            .map(it -> texts.get("offer.region", it.place(), AttestationWords.of(it.attestation(), it.vendor(), it.own(), texts)))
            .collect(Collectors.joining("\n"));
    return new Question(
        texts.get("cause.offer", offer.mostWithSecret()) + "\n" + places, texts.get("cause.offer.yes"), texts.get("cause.offer.no"));
  }

  List<PlanRow> steps(Plan plan) {
    return plan.steps().stream().map(it -> new PlanRow(it.title(), secret(it.carriesSecret()))).toList();
  }

  List<Row> rows(List<Observation> observations) {
    List<Row> rows = new ArrayList<>();
    for (Observation it : observations) {
      Tone tone = it.run().outcome() instanceof GrantOutcome.Granted ? Tone.GOOD : Tone.QUIET;
      String secret = secret(it.experiment().carriesSecret());
      rows.add(new Row(rows.size(), it.experiment().title(), secret, it.answer(), tone, it.shows()));
    }
    return rows;
  }

  /** The one sentence it came to. */
  Line verdict(Conclusion conclusion) {
    return conclusion.findings().stream()
        .findFirst()
        .map(it -> line(it, conclusion.tone()))
        .orElseGet(() -> new Line(conclusion.tone(), conclusion.title(), conclusion.detail(), Optional.empty()));
  }

  /** In place of a verdict whose change was made. */
  Line applied(String change) {
    return new Line(Tone.GOOD, texts.get("cause.applied", change), texts.get("cause.applied.detail"), Optional.empty());
  }

  /** Instead of a verdict. */
  Line fault(Fault fault) {
    return new Line(
        Tone.BAD, fault.sentence(texts), texts.get("cause.fault.detail"), Optional.empty());
  }

  /** What else was found, and what it is not. */
  List<Line> more(Conclusion conclusion) {
    return Stream.concat(
            conclusion.findings().stream().skip(1).map(it -> line(it, Tone.QUIET)),
            conclusion.ruledOut().stream().map(it -> new Line(Tone.QUIET, it, "", Optional.empty())))
        .toList();
  }

  Line line(Finding finding, Tone tone) {
    String evidence = finding.evidence();
    String detail = evidence + (evidence.isEmpty() || evidence.endsWith(".") ? " " : ". ") + finding.advice();
    return new Line(
        tone,
        texts.of("strength", finding.strength()) + " " + finding.sentence(),
        detail.strip(),
        finding.fix().map(Fix::label));
  }

  private String secret(boolean carries) {
    return texts.get(carries ? "cause.secret.yes" : "cause.secret.no");
  }
}
