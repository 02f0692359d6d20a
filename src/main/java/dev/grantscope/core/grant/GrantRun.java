package dev.grantscope.core.grant;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import java.util.List;
import java.util.stream.Stream;

/**
 * One grant as it happened: what was asked, what was observed, what it means.
 *
 * @param notes where the answer departs from the RFCs without losing its meaning
 */
public record GrantRun(GrantRequest request, Exchange exchange, GrantOutcome outcome, List<AnswerNote> notes) {
  public GrantRun {
    notes = List.copyOf(notes);
  }

  /** All secrets that may stand in its bytes. */
  public List<Secret> secrets() {
    return Stream.concat(
            request.secrets().stream(),
            outcome instanceof GrantOutcome.Granted granted ? granted.response().secrets().stream() : Stream.of())
        .toList();
  }
}
