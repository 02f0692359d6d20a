package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import java.util.Set;

/**
 * What came of an experiment: one row of the table.
 *
 * @param answer what came, in a few words such as "401 invalid_client"
 * @param shows what that shows, in a sentence
 */
public record Observation(Experiment experiment, GrantRun run, Signature signature, String answer, String shows) {
  boolean granted() {
    return run.outcome() instanceof GrantOutcome.Granted;
  }

  boolean isNotReached() {
    return run.outcome() instanceof GrantOutcome.NotReached;
  }

  boolean speaksOAuth() {
    return granted() || run.outcome() instanceof GrantOutcome.Refused;
  }

  /** A sentence about it, with the words in which the server refused, where it has any; safe to show. */
  String said(Words words, String key, Object... arguments) {
    String sentence = words.get(key, arguments);
    String own = VisibleText.of(Redaction.of(run.secrets()).redact(Said.description(run)), 200);
    return own.isEmpty() ? sentence : sentence + " " + words.get("evidence.said", own);
  }

  /** Whether a token endpoint, or the gateway in front of one, may have said it in words that are not those of OAuth. */
  boolean mayBeARefusal() {
    boolean json = signature.kind().equals(GrantOutcome.Reason.OTHER_JSON.name());
    return switch (status()) {
      case 401, 415 -> !speaksOAuth();
      case 404, 405, 410 -> false;
      default -> json && status() < 500;
    };
  }

  /** Whether it is refused, and with none of these codes. */
  boolean isRefusedOtherThan(Set<String> codes) {
    return run.outcome() instanceof GrantOutcome.Refused refused && !codes.contains(refused.error().code());
  }

  int status() {
    return signature.status();
  }
}
