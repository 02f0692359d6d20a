package dev.grantscope.presenter;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Something that is sent in the place of a run, such as a call of an API: shown on the line with the buttons, with Cancel. */
final class Errand {
  private final RunPresenter.View view;
  private final Workbench workbench;
  private final BusyLine line;
  private final Sending sending;

  Errand(
      RunPresenter.View view, Workbench workbench, ConnectionDesk connections, Background background, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.line = new BusyLine(view, workbench);
    this.sending = new Sending(workbench, connections, background, texts);
  }

  /**
   * Does it, unless something is being sent already.
   *
   * @param doing what to say meanwhile
   */
  <T> void begin(String doing, BiFunction<WireSettings, Cancellation, T> work, Consumer<T> done) {
    if (workbench.isBusy()) {
      return;
    }
    line.begin();
    view.showProgress(doing, "");
    sending.begin(
        work,
        result -> {
          line.end();
          done.accept(result);
        },
        reason -> {
          line.end();
          view.showProgress(reason, "");
        });
  }

  /** Cancel was pressed: idle at once. */
  void cancel() {
    if (sending.cancel()) {
      line.end();
    }
  }
}
