package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Budget;
import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.Diagnosis;
import dev.grantscope.core.diagnosis.DiagnosisListener;
import dev.grantscope.core.diagnosis.Experiment;
import dev.grantscope.core.diagnosis.Finding;
import dev.grantscope.core.diagnosis.Fix;
import dev.grantscope.core.diagnosis.Form;
import dev.grantscope.core.diagnosis.LintHit;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.diagnosis.Plan;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The Cause tab: what can be said before anything is sent, the plan, the admin's yes, the experiments as they happen, the verdict. */
public final class CausePresenter implements WorkbenchListener {
  private final View view;
  private final RunPresenter.View runView;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Diagnosis diagnosis;
  private final FormLint lint;
  private final Preparation preparation;
  private final Background background;
  private final Texts texts;
  private final CauseWords words;
  private final Map<UUID, Sheet> sheets = new HashMap<>();
  private @Nullable Attempt running;

  /** What the tab can show. */
  public interface View {
    /** Before anything is sent. */
    void showIdle(List<Line> lines);

    /** The plan, waiting for a yes. */
    void showPlan(String summary, List<PlanRow> steps, String yes);

    /** The experiments so far, and the verdict once there is one. */
    void showRows(List<Row> rows, Optional<Line> verdict, List<Line> more);

    /** Brings the tab to the front. */
    void bringToFront();

    /** Brings the tab with an experiment's answer to the front. */
    void showExchange();
  }

  /** One finding in words, with a button where the form can be changed. */
  public record Line(Tone tone, String title, String detail, Optional<String> fix) {}

  /** One request of the plan. */
  public record PlanRow(String change, String secret) {}

  /** One experiment of the table. */
  public record Row(int number, String change, String secret, String answer, Tone tone, String shows) {}

  private static final class Sheet {
    private @Nullable Plan plan;
    private WireSettings wire = WireSettings.STANDARD;
    private final List<Observation> rows = new ArrayList<>();
    private @Nullable Conclusion conclusion;
  }

  private static final class Attempt {
    private final UUID profile;
    private final Cancellation cancellation = new Cancellation();

    Attempt(UUID profile) {
      this.profile = profile;
    }
  }

  CausePresenter(
      View view,
      RunPresenter.View runView,
      Workbench workbench,
      SecretDesk secrets,
      Diagnosis diagnosis,
      FormLint lint,
      Preparation preparation,
      Services with) {
    this.view = view;
    this.runView = runView;
    this.workbench = workbench;
    this.secrets = secrets;
    this.diagnosis = diagnosis;
    this.lint = lint;
    this.preparation = preparation;
    this.background = with.background();
    this.texts = with.texts();
    this.words = new CauseWords(texts);
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
    preparation.prepare(
        () -> !workbench.isBusy() && workbench.selected().id().equals(id),
        it -> {
          Sheet sheet = new Sheet();
          sheet.plan = diagnosis.plan(it.form(), Budget.STANDARD).orElseThrow();
          sheet.wire = it.wire();
          sheets.put(id, sheet);
          show();
        },
        result -> {
          workbench.finish(id, result, Optional.empty());
          if (result instanceof Result.NotSent) {
            runView.focusFirstProblem();
          }
        });
  }

  /** The admin said yes to the plan that is shown. */
  public void onYes() {
    Sheet sheet = sheets.get(workbench.selected().id());
    if (sheet == null || sheet.plan == null || workbench.isBusy()) {
      return;
    }
    Plan plan = sheet.plan;
    if (!secrets.areStill(plan.form().secrets())) {
      onFindCause();
      return;
    }
    sheet.plan = null;
    Profile profile = workbench.selected();
    Attempt attempt = new Attempt(profile.id());
    running = attempt;
    workbench.setBusy(true);
    runView.showRunning(true);
    plan.form()
        .request()
        .filter(request -> !request.endpoint().isLoopback())
        .ifPresent(request -> workbench.update(profile.id(), it -> it.withAllowedHost(request.endpoint().host())));
    show();
    background.run(
        () -> diagnosis.run(plan, sheet.wire, attempt.cancellation, new Listener(attempt, sheet)),
        conclusion -> onEnd(attempt, sheet, conclusion));
  }

  /** The admin does not want it. */
  public void onNo() {
    sheets.remove(workbench.selected().id());
    show();
  }

  /** Cancel was pressed: idle at once. */
  public void onCancel() {
    Attempt attempt = running;
    if (attempt != null) {
      stop();
      attempt.cancellation.cancel();
    }
  }

  private void stop() {
    running = null;
    workbench.setBusy(false);
    runView.showRunning(false);
    runView.showProgress("", "");
  }

  private void onEnd(Attempt attempt, Sheet sheet, Conclusion conclusion) {
    if (attempt == running) {
      stop();
    }
    sheet.conclusion = conclusion;
    if (!workbench.isBusy() && workbench.find(attempt.profile).isPresent()) {
      conclusion
          .baseline()
          .filter(run -> !(run.outcome() instanceof GrantOutcome.Cancelled))
          .ifPresent(run -> workbench.finish(attempt.profile, new Result.Finished(run), RunPresenter.sign(run)));
    }
    show();
  }

  /** Hears on the thread of the experiments, and tells on the UI thread. */
  private final class Listener implements DiagnosisListener {
    private final Attempt attempt;
    private final Sheet sheet;

    Listener(Attempt attempt, Sheet sheet) {
      this.attempt = attempt;
      this.sheet = sheet;
    }

    @Override
    public void onBegin(Experiment experiment) {
      background.onUi(
          () -> {
            if (attempt == running) {
              runView.showProgress(texts.get("cause.doing", sheet.rows.size() + 1, experiment.title()), "");
            }
          });
    }

    @Override
    public void onEnd(Observation observation) {
      background.onUi(
          () -> {
            sheet.rows.add(observation);
            show();
          });
    }
  }

  /** Applies the change of the verdict or of a line above the table. */
  public void onApply(int line) {
    List<Finding> findings = findings();
    if (line < findings.size()) {
      findings.get(line).fix().ifPresent(this::apply);
    }
  }

  private void apply(Fix fix) {
    Form before =
        new Form(
            workbench.draft(),
            new dev.grantscope.core.profile.Secrets(
                secrets.inMemory(Kind.CLIENT_SECRET).orElse(Secret.NONE),
                secrets.inMemory(Kind.PASSWORD).orElse(Secret.NONE)));
    Form after = fix.apply(before);
    // A secret that is only in the keyring is not in the form; what was not changed must not be emptied there.
    if (!after.secrets().clientSecret().equals(before.secrets().clientSecret())) {
      secrets.onTyped(Kind.CLIENT_SECRET, after.secrets().clientSecret());
    }
    if (!after.secrets().password().equals(before.secrets().password())) {
      secrets.onTyped(Kind.PASSWORD, after.secrets().password());
    }
    workbench.edit(_ -> after.draft());
    sheets.remove(workbench.selected().id());
    show();
  }

  /** An experiment's row was chosen: the Request and Response tabs show its exchange. */
  public void onRow(int index) {
    Sheet sheet = sheets.get(workbench.selected().id());
    workbench.inspect(
        sheet == null || index < 0 || index >= sheet.rows.size()
            ? Optional.empty()
            : Optional.of(new Workbench.Inspected(texts.get("cause.inspected", index), sheet.rows.get(index).run())));
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
  public void onDraft() {
    Sheet sheet = sheets.get(workbench.selected().id());
    if (sheet != null && sheet.plan != null) {
      // A plan is for the form as it was when it was made.
      sheets.remove(workbench.selected().id());
    }
    if (sheet == null || sheet.plan != null || sheet.rows.isEmpty()) {
      show();
    }
  }

  @Override
  public void onSecret() {
    if (!sheets.containsKey(workbench.selected().id())) {
      show();
    }
  }

  private List<Finding> findings() {
    Sheet sheet = sheets.get(workbench.selected().id());
    return sheet != null && sheet.conclusion != null
        ? sheet.conclusion.findings()
        : lint.hits().stream().map(LintHit::finding).toList();
  }

  private void show() {
    Sheet sheet = sheets.get(workbench.selected().id());
    if (sheet == null) {
      view.showIdle(findings().stream().map(it -> words.line(it, Tone.ATTENTION)).toList());
    } else if (sheet.plan != null) {
      showPlan(sheet.plan);
    } else {
      showRows(sheet);
    }
  }

  private void showPlan(Plan plan) {
    view.showPlan(words.summary(plan), words.steps(plan), texts.get("cause.yes"));
  }

  private void showRows(Sheet sheet) {
    Optional<Conclusion> conclusion = Optional.ofNullable(sheet.conclusion);
    view.showRows(
        words.rows(sheet.rows), conclusion.map(words::verdict), conclusion.map(words::more).orElseGet(List::of));
  }
}
