package dev.grantscope.cli;

import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.wire.Bytes;

/** One side of the wire as text for a terminal: redacted, and what a terminal would obey is escaped. */
final class WireLines {
  private final boolean reveal;
  private final Redaction redaction;

  WireLines(boolean reveal, Redaction redaction) {
    this.reveal = reveal;
    this.redaction = redaction;
  }

  /** An empty line, the title, the lines; nothing where there are no bytes. */
  String of(String title, Bytes bytes) {
    if (bytes.isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n── ").append(title).append(" ──\n");
    for (String each : (reveal ? bytes : redaction.redact(bytes)).asText().split("\r?\n", -1)) {
      out.append(VisibleText.of(each, Integer.MAX_VALUE)).append('\n');
    }
    return out.toString();
  }
}
