package dev.grantscope.presenter;

import dev.grantscope.core.profile.Practice;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts the practice tenant, where something of it is to be asked. */
final class PracticeStart {
  private final Practice practice;
  private final Background background;

  PracticeStart(Practice practice, Background background) {
    this.practice = practice;
    this.background = background;
  }

  /** Hands over its base URL, off the UI thread; where it cannot start, nothing: a run says why. */
  void start(Consumer<String> ready) {
    background.run(this::base, base -> base.ifPresent(ready));
  }

  /** Its base URL, once it runs; empty where it cannot start. */
  Optional<String> base() {
    try {
      return Optional.of(practice.start());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
