package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeSet;
import java.util.List;
import java.util.Optional;

/** The same request with another scope, or with none. */
final class ScopeChanges {
  private final ExperimentMaker make;
  private final Form form;
  private final ScopeSet scope;

  ScopeChanges(ExperimentMaker make, ScopeSet scope) {
    this.make = make;
    this.form = make.form();
    this.scope = scope;
  }

  /** Commas and semicolons made spaces. */
  Optional<Experiment> separatedBySpaces() {
    return form.draft().scope().matches(".*[,;].*")
        ? Optional.of(
            make.variation(
                Probe.SCOPE_SPACES,
                "",
                Cause.SCOPE_SEPARATOR,
                make.label("fix.scope.spaces"),
                it -> it.with(draft -> draft.withScope(Form.spaced(draft.scope())))))
        : Optional.empty();
  }

  Experiment none() {
    return make.variation(
        Probe.NO_SCOPE, "", Cause.SCOPE_UNKNOWN, make.label("fix.scope.none"), it -> it.with(draft -> draft.withScope("")));
  }

  /** What the server publishes: other letters of the same scopes, or one of its own where none is asked for. */
  List<Experiment> published(Published what) {
    if (scope.isEmpty()) {
      return what.scopesToTry().stream().map(this::published).toList();
    }
    String inCase = String.join(" ", what.inPublishedCase(scope.asSet()));
    return inCase.equals(String.join(" ", scope.asSet()))
        ? List.of()
        : List.of(
            make.variation(
                Probe.SCOPE_CASE,
                inCase,
                Cause.SCOPE_UNKNOWN,
                make.label("fix.scope.ask", VisibleText.of(inCase, 60)),
                it -> it.with(draft -> draft.withScope(inCase))));
  }

  private Experiment published(String one) {
    return make.variation(
        Probe.SCOPE_PUBLISHED,
        one,
        Cause.SCOPE_REQUIRED,
        make.label("fix.scope.ask", VisibleText.of(one, 60)),
        it -> it.with(draft -> draft.withScope(one)));
  }

  Experiment madeUp() {
    return make.compared(Probe.MADE_UP_SCOPE, "", form.with(draft -> draft.withScope(MadeUp.SCOPE)));
  }

  /** Each alone; nothing where there is one only. */
  List<Experiment> eachAlone() {
    return scope.asSet().size() < 2
        ? List.of()
        : scope.asSet().stream().map(it -> make.compared(Probe.ONE_SCOPE, it, form.with(draft -> draft.withScope(it)))).toList();
  }

  Experiment together(List<String> scopes) {
    String together = String.join(" ", scopes);
    return make.variation(
        Probe.SCOPES_TOGETHER,
        together,
        Cause.SCOPE_UNKNOWN,
        make.label("fix.scope.without"),
        it -> it.with(draft -> draft.withScope(together)));
  }
}
