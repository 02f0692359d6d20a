package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Conclusion;
import dev.grantscope.core.diagnosis.DiagnosisListener;
import dev.grantscope.core.diagnosis.Experiment;
import dev.grantscope.core.diagnosis.Observation;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The experiments as they run in the background: one diagnosis at a time, idle at once when it is cancelled. */
final class CauseRun {
  private final RunPresenter.View view;
  private final BusyLine line;
  private final Background background;
  private final Texts texts;
  private @Nullable Attempt running;

  /** A diagnosis, or the rest of one. */
  @FunctionalInterface
  interface Work {
    Conclusion run(Cancellation cancellation, DiagnosisListener listener);
  }

  CauseRun(RunPresenter.View view, Workbench workbench, Background background, Texts texts) {
    this.view = view;
    this.line = new BusyLine(view, workbench);
    this.background = background;
    this.texts = texts;
  }

  /**
   * Starts it.
   *
   * @param begun how many experiments there were before
   * @param onRow hears on the UI thread of each that has ended
   * @param onEnd hears on the UI thread, also after a cancel
   * @param onFault hears on the UI thread of a fault of the program, which ended it
   */
  void start(
      int begun, Work work, Consumer<Observation> onRow, Consumer<Conclusion> onEnd, Consumer<Fault> onFault) {
    Attempt attempt = new Attempt(begun, onRow);
    running = attempt;
    line.begin();
    background.run(
        () -> work.run(attempt.cancellation, attempt),
        conclusion -> {
          stop(attempt);
          onEnd.accept(conclusion);
        },
        fault -> {
          stop(attempt);
          onFault.accept(fault);
        });
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
    private final Consumer<Observation> onRow;
    private int number;

    Attempt(int begun, Consumer<Observation> onRow) {
      this.number = begun;
      this.onRow = onRow;
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
      background.onUi(() -> onRow.accept(observation));
    }
  }
}
