package dev.grantscope.cli;

import dev.grantscope.core.diagnosis.Catalogue;
import dev.grantscope.core.diagnosis.FirstLook;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.interchange.DiagnosisJson;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A run as JSON, with what can be said of it at once. */
final class FoundJson {
  private FoundJson() {}

  static ObjectNode of(CliServices services, Form form, GrantRun run, boolean reveal) {
    return DiagnosisJson.of(run, findings(services, form, run), reveal);
  }

  /** What a grant as asked needs none of is not read for it. */
  private static List<Finding> findings(CliServices services, Form form, GrantRun run) {
    if (run.outcome() instanceof Granted granted && !granted.scopes().isNarrowed()) {
      return List.of();
    }
    Lint lint = new Lint(services.texts(), KnownProviders.of(services));
    return new FirstLook(Catalogue.builtIn(), lint, services.texts()).of(form, run);
  }
}
