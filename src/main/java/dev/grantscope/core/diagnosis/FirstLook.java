package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Verdict;
import java.util.List;
import java.util.Random;

/** What can be said of one run without any experiment: by its answer, the catalogue and lint. Nothing of it is called proved. */
public final class FirstLook {
  private final Catalogue catalogue;
  private final Lint lint;
  private final Texts texts;

  public FirstLook(Catalogue catalogue, Lint lint, Texts texts) {
    this.catalogue = catalogue;
    this.lint = lint;
    this.texts = texts;
  }

  /**
   * Best first; empty when the grant is as asked, or nothing is known.
   *
   * @param form that was sent
   */
  public List<Finding> of(Form form, GrantRun run) {
    Words words = new Words(texts);
    // The experiments that it is made with are never sent.
    Experiments experiments = new Experiments(form, List.of(), words, new MadeUp(new Random()));
    Investigation investigation =
        new Investigation(experiments, Budget.STANDARD, catalogue, lint.check(form), words, new Verdict(texts));
    investigation.observe(experiments.baseline(), run);
    // That no cause was found is said of experiments only.
    return investigation.findings().stream().filter(it -> it.cause() != Cause.UNKNOWN).toList();
  }
}
