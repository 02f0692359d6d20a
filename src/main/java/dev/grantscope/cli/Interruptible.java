package dev.grantscope.cli;

import dev.grantscope.core.wire.Cancellation;
import java.util.function.Function;

/** Runs what Ctrl+C may end: it closes the socket, and the process then ends with 130 by the shell's own rule. */
final class Interruptible {
  <T> T run(Function<Cancellation, T> work) {
    Cancellation cancellation = new Cancellation();
    Thread hook = new Thread(cancellation::cancel, "grantscope-cancel");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.apply(cancellation);
    } finally {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The process is ending already: that is what the hook was for.
      }
    }
  }
}
