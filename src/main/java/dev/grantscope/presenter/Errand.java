package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that is sent beside a run, such as a call of an API, on the way of the chosen profile's connection.
 *
 * <p>One at a time, with Cancel; what comes back after it is dropped.
 */
final class Errand {
  private final RunPresenter.View line;
  private final Workbench workbench;
  private final ConnectionDesk connections;
  private final Background background;
  private final Texts texts;
  private @Nullable Cancellation running;

  Errand(
      RunPresenter.View line, Workbench workbench, ConnectionDesk connections, Background background, Texts texts) {
    this.line = line;
    this.workbench = workbench;
    this.connections = connections;
    this.background = background;
    this.texts = texts;
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
    Cancellation cancellation = new Cancellation();
    running = cancellation;
    workbench.setBusy(true);
    line.showRunning(true);
    line.showProgress(doing, "");
    connections.load(
        workbench.selected(),
        way -> onWay(way, cancellation, work, done),
        reason -> fail(cancellation, reason),
        fault -> fail(cancellation, fault.sentence(texts)));
  }

  private <T> void onWay(
      Resolved way, Cancellation mine, BiFunction<WireSettings, Cancellation, T> work, Consumer<T> done) {
    if (way.settings().isEmpty()) {
      fail(mine, FieldMessages.ofConnection(way, texts));
    } else if (isWanted(mine)) {
      background.run(
          () -> work.apply(way.settings().get(), mine),
          result -> {
            if (isWanted(mine)) {
              stop();
              done.accept(result);
            }
          },
          fault -> fail(mine, fault.sentence(texts)));
    }
  }

  private void fail(Cancellation mine, String reason) {
    if (isWanted(mine)) {
      stop();
      line.showProgress(reason, "");
    }
  }

  private boolean isWanted(Cancellation mine) {
    return running != null && running.equals(mine);
  }

  /** Cancel was pressed: idle at once. */
  void cancel() {
    Cancellation cancellation = running;
    if (cancellation != null) {
      stop();
      cancellation.cancel();
    }
  }

  private void stop() {
    running = null;
    workbench.setBusy(false);
    line.showRunning(false);
    line.showProgress("", "");
  }
}
