package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What is sent beside a run, on the way of the chosen profile's connection: one thing at a time; what comes back after Cancel is dropped. */
final class Sending {
  private final Workbench workbench;
  private final ConnectionDesk connections;
  private final Background background;
  private final Texts texts;
  private @Nullable Cancellation running;

  Sending(Workbench workbench, ConnectionDesk connections, Background background, Texts texts) {
    this.workbench = workbench;
    this.connections = connections;
    this.background = background;
    this.texts = texts;
  }

  boolean isRunning() {
    return running != null;
  }

  /** Whether what belongs to this is still wanted. */
  boolean isWanted(Cancellation cancellation) {
    return running != null && running.equals(cancellation);
  }

  /**
   * Does it, unless something runs already.
   *
   * @param failed hears why nothing could be sent
   */
  <T> void begin(BiFunction<WireSettings, Cancellation, T> work, Consumer<T> done, Consumer<String> failed) {
    if (isRunning()) {
      return;
    }
    Cancellation mine = new Cancellation();
    running = mine;
    connections.load(
        workbench.selected(),
        way -> onWay(way, mine, work, done, failed),
        reason -> end(mine, () -> failed.accept(reason)),
        fault -> end(mine, () -> failed.accept(fault.sentence(texts))));
  }

  private <T> void onWay(
      Resolved way, Cancellation mine, BiFunction<WireSettings, Cancellation, T> work, Consumer<T> done, Consumer<String> failed) {
    if (way.settings().isEmpty()) {
      end(mine, () -> failed.accept(FieldMessages.ofConnection(way, texts)));
    } else if (isWanted(mine)) {
      background.run(
          () -> work.apply(way.settings().get(), mine),
          result -> end(mine, () -> done.accept(result)),
          fault -> end(mine, () -> failed.accept(fault.sentence(texts))));
    }
  }

  private void end(Cancellation mine, Runnable then) {
    if (isWanted(mine)) {
      running = null;
      then.run();
    }
  }

  /** Idle at once; says whether there was anything to end. */
  boolean cancel() {
    Cancellation cancellation = running;
    running = null;
    if (cancellation != null) {
      cancellation.cancel();
    }
    return cancellation != null;
  }
}
