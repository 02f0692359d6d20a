package dev.grantscope.ui;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;

/** What JavaFX's thread does while the caller goes on; where the caller is that thread, it is done at once. */
public final class Meanwhile {
  private Meanwhile() {}

  /** The part, when it is made. */
  public static <T> CompletableFuture<T> make(Supplier<T> part) {
    return Platform.isFxApplicationThread()
        ? CompletableFuture.completedFuture(part.get())
        : CompletableFuture.supplyAsync(part, Platform::runLater);
  }
}
