package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.verdict.Tone;
import java.util.List;
import java.util.Optional;

/**
 * What a diagnosis came to.
 *
 * @param title one sentence that can be shown as it is
 * @param detail how we know, in one more
 * @param baseline the request as it stands in the form; empty when it was cancelled before that
 * @param findings best first
 * @param observations one row an experiment, in the order in which they were done
 * @param ruledOut sentences about what it is not
 * @param offer what could be tried only after a yes of its own
 * @param cancelled whether it was ended before its end
 */
public record Conclusion(
    Tone tone,
    String title,
    String detail,
    Optional<GrantRun> baseline,
    List<Finding> findings,
    List<Observation> observations,
    List<String> ruledOut,
    Optional<RegionOffer> offer,
    boolean cancelled) {
  public Conclusion {
    findings = List.copyOf(findings);
    observations = List.copyOf(observations);
    ruledOut = List.copyOf(ruledOut);
  }

  /** The best finding, when it is proved. */
  public Optional<Finding> proved() {
    return findings.stream().findFirst().filter(it -> it.strength() == Strength.PROVED);
  }

  /** The same when the offer was declined. */
  public Conclusion withoutOffer() {
    return new Conclusion(tone, title, detail, baseline, findings, observations, ruledOut, Optional.empty(), cancelled);
  }
}
