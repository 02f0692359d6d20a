package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.WireFailure;
import java.io.IOException;

/**
 * A step failed for a reason that is understood. The message is a sentence of ours; no cause is kept, since its message might hold
 * anything.
 */
final class StepFailedException extends IOException {
  private final WireFailure.Kind kind;

  StepFailedException(WireFailure.Kind kind, String sentence) {
    super(sentence);
    this.kind = kind;
  }

  WireFailure.Kind kind() {
    return kind;
  }

  String sentence() {
    return String.valueOf(getMessage());
  }
}
