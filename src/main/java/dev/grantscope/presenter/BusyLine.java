package dev.grantscope.presenter;

/** The line with the buttons, and the workbench, while something is sent: one thing at a time, and Cancel in the place of Run. */
final class BusyLine {
  private final RunPresenter.View view;
  private final Workbench workbench;

  BusyLine(RunPresenter.View view, Workbench workbench) {
    this.view = view;
    this.workbench = workbench;
  }

  void begin() {
    workbench.setBusy(true);
    view.showRunning(true);
  }

  void end() {
    workbench.setBusy(false);
    view.showRunning(false);
    view.showProgress("", "");
  }
}
