package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Budget;
import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Diagnosis;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.diagnosis.RegionOffer;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.diagnosis.lint.LintHit;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The Cause tab: what can be said before anything is sent, the plan, the admin's yes, the experiments as they happen, the verdict. */
public final class CausePresenter implements WorkbenchListener {
  private final View view;
  private final RunPresenter.View runView;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Diagnosis diagnosis;
  private final FormLint lint;
  private final Preparation preparation;
  private final Texts texts;
  private final CauseWords words;
  private final CauseRun run;
  private final FormUndo undo;
  private final LastRuns lastRuns;
  private final Map<UUID, CauseSheet> sheets = new HashMap<>();

  /** What the tab can show. */
  public interface View {
    /** Before anything is sent. */
    void showIdle(List<Line> lines);

    /** The plan, waiting for a yes. */
    void showPlan(String summary, List<PlanRow> steps, String yes);

    /** The experiments so far, the verdict once there is one, and what needs a yes of its own. */
    void showRows(List<Row> rows, Optional<Line> verdict, List<Line> more, Optional<Question> question);

    /** Brings the tab to the front. */
    void bringToFront();

    /** Brings the tab with an experiment's answer to the front. */
    void showExchange();
  }

  /** One finding in words, with a button where the form can be changed. */
  public record Line(Tone tone, String title, String detail, Optional<String> fix) {}

  /** Something that needs a yes of its own, and the words of its two buttons. */
  public record Question(String text, String yes, String no) {}

  /** One request of the plan. */
  public record PlanRow(String change, String secret) {}

  /** One experiment of the table. */
  public record Row(int number, String change, String secret, String answer, Tone tone, String shows) {}

  CausePresenter(
      View view,
      RunPresenter.View runView,
      Workbench workbench,
      SecretDesk secrets,
      Diagnosis diagnosis,
      FormLint lint,
      FormUndo undo,
      Preparation preparation,
      Services with) {
    this.view = view;
    this.runView = runView;
    this.workbench = workbench;
    this.secrets = secrets;
    this.diagnosis = diagnosis;
    this.lint = lint;
    this.preparation = preparation;
    this.texts = with.texts();
    this.words = new CauseWords(texts);
    this.run = new CauseRun(runView, workbench, with, this::show);
    this.undo = undo;
    this.lastRuns = new LastRuns(workbench, with.clock());
    workbench.addListener(this);
    show();
  }

  /** Find the cause was pressed: shows the plan. Nothing is sent yet, but the practice tenant is started and the secret fetched. */
  public void onFindCause() {
    if (workbench.isBusy()) {
      return;
    }
    UUID id = workbench.selected().id();
    view.bringToFront();
    if (workbench.draft().authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT) {
      view.showIdle(List.of(new Line(Tone.ATTENTION, texts.get("cause.notWithKey"), "", Optional.empty())));
      return;
    }
    preparation.prepare(
        () -> !workbench.isBusy() && workbench.selected().id().equals(id),
        it -> {
          Optional<GrantRun> before = lastRuns.of(id, it.form());
          sheets.put(id, new CauseSheet(diagnosis.plan(it.form(), Budget.STANDARD, before).orElseThrow(), it.wire()));
          show();
        },
        result -> {
          workbench.finish(id, result);
          if (result instanceof Result.NotSent) {
            runView.focusFirstProblem();
          }
        });
  }

  /** The admin said yes to the plan that is shown. */
  public void onYes() {
    Optional<CauseSheet> sheet = sheet();
    Optional<Plan> plan = sheet.flatMap(CauseSheet::plan);
    if (plan.isEmpty() || workbench.isBusy()) {
      return;
    }
    if (!secrets.areStill(plan.get().form().secrets())) {
      onFindCause();
      return;
    }
    plan.get().form().request().map(GrantRequest::endpoint).ifPresent(this::allow);
    run.start(
        sheet.orElseThrow(),
        (cancellation, listener) -> diagnosis.run(plan.get(), sheet.get().wire(), cancellation, listener));
  }

  /** The admin does not want it. */
  public void onNo() {
    sheets.remove(workbench.selected().id());
    show();
  }

  /** The admin said yes to the secret at the other regions that were named. */
  public void onOtherRegions() {
    Optional<CauseSheet> sheet = sheet();
    Optional<RegionOffer> offer = sheet.flatMap(CauseSheet::offer);
    if (offer.isEmpty() || workbench.isBusy()) {
      return;
    }
    Form form = offer.get().plan().form();
    if (!secrets.areStill(form.secrets()) || !form.draft().equals(workbench.draft())) {
      onFindCause();
      return;
    }
    offer.get().regions().forEach(it -> allow(it.endpoint()));
    run.start(
        sheet.orElseThrow(),
        (cancellation, listener) -> diagnosis.tryRegions(offer.get(), sheet.get().wire(), cancellation, listener));
  }

  /** The secret shall stay where it was. */
  public void onNoOtherRegions() {
    sheet().ifPresent(CauseSheet::decline);
    show();
  }

  private void allow(Endpoint endpoint) {
    if (!endpoint.isLoopback()) {
      workbench.update(workbench.selected().id(), it -> it.withAllowedHost(endpoint.host()));
    }
  }

  /** Cancel was pressed: idle at once. */
  void onCancel() {
    run.cancel();
  }

  /** Applies the change of the verdict or of a line above the table. */
  public void onApply(int line) {
    List<Finding> findings = findings();
    if (sheet().flatMap(CauseSheet::applied).isPresent()) {
      return;
    }
    if (line < findings.size()) {
      findings.get(line).fix().ifPresent(this::apply);
    }
  }

  private void apply(Fix fix) {
    undo.changeForm(fix::apply);
    sheet().filter(it -> it.conclusion().isPresent()).ifPresent(it -> it.applied(fix.label()));
    show();
    runView.focusRun();
  }

  /** An experiment's row was chosen: the Request and Response tabs show its exchange. */
  public void onRow(int index) {
    workbench.inspect(
        sheet()
            .map(CauseSheet::rows)
            .filter(rows -> index >= 0 && index < rows.size())
            .map(rows -> inspected(index, rows.get(index).run())));
  }

  private Workbench.Inspected inspected(int index, GrantRun run) {
    return new Workbench.Inspected(texts.get("cause.inspected", index), run.exchange(), run.secrets());
  }

  /** Enter or a double click on a row. */
  public void onOpenRow(int index) {
    onRow(index);
    view.showExchange();
  }

  @Override
  public void onSelected() {
    show();
  }

  @Override
  public void onResult() {
    lastRuns.onResult();
    if (sheet().flatMap(CauseSheet::applied).isPresent()) {
      // It was run: what the change came to is the result's to say.
      sheets.remove(workbench.selected().id());
      show();
    }
  }

  @Override
  public void onDraft() {
    Optional<CauseSheet> sheet = sheet();
    if (sheet.flatMap(CauseSheet::plan).isPresent()) {
      // A plan is for the form as it was when it was made.
      sheets.remove(workbench.selected().id());
    }
    boolean changedAgain = sheet.filter(CauseSheet::takeBack).isPresent();
    if (changedAgain || sheet.isEmpty() || sheet.get().plan().isPresent() || sheet.get().rows().isEmpty()) {
      show();
    }
  }

  @Override
  public void onSecret() {
    if (sheet().isEmpty() || sheet().filter(CauseSheet::takeBack).isPresent()) {
      show();
    }
  }

  private Optional<CauseSheet> sheet() {
    return Optional.ofNullable(sheets.get(workbench.selected().id()));
  }

  private List<Finding> findings() {
    return sheet()
        .flatMap(CauseSheet::conclusion)
        .map(Conclusion::findings)
        .orElseGet(() -> lint.hits().stream().map(LintHit::finding).toList());
  }

  private void show() {
    Optional<CauseSheet> sheet = sheet();
    if (sheet.isEmpty()) {
      view.showIdle(findings().stream().map(it -> words.line(it, Tone.ATTENTION)).toList());
    } else if (sheet.get().plan().isPresent()) {
      Plan plan = sheet.get().plan().get();
      view.showPlan(words.summary(plan), words.steps(plan), texts.get("cause.yes"));
    } else {
      Optional<Conclusion> conclusion = sheet.get().conclusion();
      view.showRows(
          words.rows(sheet.get().rows()),
          sheet.get().applied().map(words::applied).or(() -> conclusion.map(words::verdict)).or(() -> sheet.get().fault().map(words::fault)),
          conclusion.filter(_ -> sheet.get().applied().isEmpty()).map(words::more).orElseGet(List::of),
          sheet.get().offer().map(words::question));
    }
  }
}
