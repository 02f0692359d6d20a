package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.DiagnosisListener;
import dev.grantscope.core.diagnosis.Experiment;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The experiments as they run in the background: one diagnosis at a time, idle at once when it is cancelled. */
final class CauseRun {
  private final RunPresenter.View view;
  private final Workbench workbench;
  private final BusyLine line;
  private final Background background;
  private final Texts texts;
  private final Runnable changed;
  private @Nullable Attempt running;

  /** A diagnosis, or the rest of one. */
  @FunctionalInterface
  interface Work {
    Conclusion run(Cancellation cancellation, DiagnosisListener listener);
  }

  /**
   * Nothing runs yet.
   *
   * @param changed hears on the UI thread whenever there is something new on a sheet
   */
  CauseRun(RunPresenter.View view, Workbench workbench, Services with, Runnable changed) {
    this.view = view;
    this.workbench = workbench;
    this.line = new BusyLine(view, workbench);
    this.background = with.background();
    this.texts = with.texts();
    this.changed = changed;
  }

  /** Starts it for the chosen profile; the sheet says how far it is. */
  void start(CauseSheet sheet, Work work) {
    UUID profile = workbench.selected().id();
    Result before = workbench.result();
    Attempt attempt = new Attempt(sheet);
    running = attempt;
    sheet.begin();
    line.begin();
    background.run(
        () -> work.run(attempt.cancellation, attempt),
        conclusion -> {
          stop(attempt);
          sheet.conclude(conclusion);
          keep(profile, before, conclusion);
          changed.run();
        },
        fault -> {
          stop(attempt);
          sheet.breakOff(fault);
          changed.run();
        });
    changed.run();
  }

  /** The form's own request is a run as well. One that was cancelled may end after a newer run has. */
  private void keep(UUID profile, Result before, Conclusion conclusion) {
    if (!workbench.isBusy() && workbench.isStill(profile, before) && workbench.find(profile).isPresent()) {
      conclusion
          .baseline()
          .filter(it -> !(it.outcome() instanceof GrantOutcome.Cancelled))
          .ifPresent(it -> workbench.finish(profile, new Result.Finished(it, conclusion.proved())));
    }
  }

  /** Idle at once; what is on the wire ends in the background. */
  void cancel() {
    Attempt attempt = running;
    if (attempt != null) {
      stop(attempt);
      attempt.cancellation.cancel();
    }
  }

  private void stop(Attempt attempt) {
    if (attempt == running) {
      running = null;
      line.end();
    }
  }

  /** Hears on the thread of the experiments, and tells on the UI thread. */
  private final class Attempt implements DiagnosisListener {
    private final Cancellation cancellation = new Cancellation();
    private final CauseSheet sheet;
    private int number;

    Attempt(CauseSheet sheet) {
      this.sheet = sheet;
      this.number = sheet.rows().size();
    }

    @Override
    public void onBegin(Experiment experiment) {
      int now = ++number;
      background.onUi(
          () -> {
            if (this == running) {
              view.showProgress(texts.get("cause.doing", now, experiment.title()), "");
            }
          });
    }

    @Override
    public void onEnd(Observation observation) {
      background.onUi(
          () -> {
            sheet.rows().add(observation);
            changed.run();
          });
    }
  }
}
