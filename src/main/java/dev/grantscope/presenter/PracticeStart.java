package dev.grantscope.presenter;

import dev.grantscope.core.profile.Practice;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the practice tenant off the UI thread, where something of it is to be asked before any run. */
final class PracticeStart {
  private final Practice practice;
  private final Background background;

  PracticeStart(Practice practice, Background background) {
    this.practice = practice;
    this.background = background;
  }

  /** Hands over its base URL; where it cannot start, nothing: a run says why. */
  void start(Consumer<String> ready) {
    background.run(this::base, base -> base.ifPresent(ready));
  }

  private Optional<String> base() {
    try {
      return Optional.of(practice.start());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
