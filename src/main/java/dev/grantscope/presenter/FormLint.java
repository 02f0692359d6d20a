package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.Lint;
import dev.grantscope.core.diagnosis.lint.LintHit;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.verdict.Tone;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What can be said about the form while it is typed, beside the field it is about; offline. */
final class FormLint {
  private final Lint lint;
  private final Workbench workbench;
  private final SecretDesk secrets;

  /** Several presenters ask after each letter that is typed. */
  private @Nullable Form checked;

  private List<LintHit> hits = List.of();

  FormLint(Lint lint, Workbench workbench, SecretDesk secrets) {
    this.lint = lint;
    this.workbench = workbench;
    this.secrets = secrets;
  }

  /** All hits, for the form as it stands with the secrets that are in memory. */
  List<LintHit> hits() {
    Form form = new Form(workbench.draft(), secrets.inMemory());
    if (!form.equals(checked)) {
      hits = lint.check(form);
      checked = form;
    }
    return hits;
  }

  /** The first hit about this field. */
  Optional<Notice> about(Field field) {
    return hits().stream()
        .filter(hit -> hit.field() == field)
        .findFirst()
        .map(hit -> new Notice(Tone.ATTENTION, sentence(hit.finding())));
  }

  /** Beside the URL nobody needs to be told again which host it names, and there is little room. */
  private static String sentence(Finding finding) {
    return finding.cause() == Cause.HOST_UNDOCUMENTED ? finding.sentence() : finding.sentence() + " " + finding.evidence();
  }
}
