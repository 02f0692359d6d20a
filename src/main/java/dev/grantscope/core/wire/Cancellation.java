package dev.grantscope.core.wire;

import org.jspecify.annotations.Nullable;

/** Lets one thread end what another does. Cancelling acts at once, as often as wanted, before, during and after. Thread-safe. */
public final class Cancellation {
  private boolean cancelled;
  private @Nullable Runnable action;

  /** Runs the current action, if there is one, on this thread. */
  public void cancel() {
    Runnable toRun;
    synchronized (this) {
      cancelled = true;
      toRun = action;
      action = null;
    }
    if (toRun != null) {
      toRun.run();
    }
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /** Says how to end what is being done now, instead of what was said before; runs it right here if cancelled already. */
  public void onCancel(Runnable newAction) {
    synchronized (this) {
      if (!cancelled) {
        action = newAction;
        return;
      }
    }
    newAction.run();
  }
}
