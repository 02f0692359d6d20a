package dev.grantscope.cli;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.diagnosis.RegionOffer;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.provider.AttestationWords;
import dev.grantscope.core.text.Texts;
import java.util.ArrayList;
import java.util.List;

/** A plan and a conclusion as text for people. */
final class DiagnosisText {
  private final Texts texts;
  private final boolean reveal;

  DiagnosisText(Texts texts, boolean reveal) {
    this.texts = texts;
    this.reveal = reveal;
  }

  String plan(Plan plan) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("plan.title", plan.mostWithSecret(), plan.pause().toMillis() / 1000.0));
    plan.steps().forEach(it -> lines.add("  " + mark(it.carriesSecret()) + "  " + it.title()));
    if (plan.showsCertificate()) {
      lines.add(texts.get("plan.certificate"));
    }
    lines.add(texts.get("plan.note"));
    return String.join("\n", lines);
  }

  /** Where else the secret would go, and how well that is attested. */
  String offer(RegionOffer offer) {
    List<String> lines = new ArrayList<>();
    lines.add(texts.get("offer.title", offer.mostWithSecret()));
    offer.regions().forEach(it -> lines.add("  " + texts.get("offer.region", it.place(), AttestationWords.of(it.attestation(), it.vendor(), it.own(), texts))));
    return String.join("\n", lines);
  }

  String conclusion(Conclusion conclusion) {
    List<String> lines = new ArrayList<>(List.of(""));
    for (Observation row : conclusion.observations()) {
      lines.add("  " + mark(row.experiment().carriesSecret()) + "  " + row.experiment().title() + ": " + row.answer() + ". " + row.shows());
    }
    lines.add("");
    lines.add(conclusion.title());
    lines.add(conclusion.detail());
    conclusion.ruledOut().forEach(it -> lines.add("  - " + it));
    lines.add(findings(conclusion.findings()));
    conclusion.offer().ifPresent(_ -> lines.add("  " + texts.get("cli.diagnose.tryRegions")));
    conclusion.baseline().ifPresent(it -> lines.add("\n" + new RunText(texts, it, reveal).text()));
    return String.join("\n", lines);
  }

  String findings(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add("");
      lines.add("[" + finding.cause().wireName() + ", " + finding.strength().wireName() + "] " + finding.sentence());
      lines.add("  " + finding.evidence());
      lines.add("  " + finding.advice());
    }
    return String.join("\n", lines);
  }

  private String mark(boolean carriesSecret) {
    return texts.get(carriesSecret ? "plan.withSecret" : "plan.withoutSecret");
  }
}
