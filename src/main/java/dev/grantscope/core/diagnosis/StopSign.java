package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.wire.WireResponse;
import java.util.regex.Pattern;

/** What ends a diagnosis at once: a server that says "too often" must not be asked again (RFC 6585 §4, RFC 9110 §10.2.3). */
final class StopSign {
  private static final Pattern WORDS =
      Pattern.compile(
          "too.?many.?(requests|attempts|failed|login|invalid|wrong)|rate.?limit|rate exceeded|throttl|slow_down|lock(ed)?.?out"
              + "|(account|client|user)[^.]{0,40}[ _-](locked|blocked)|temporarily (locked|blocked|disabled|suspended)"
              + "|attempts[^.]{0,40}exceeded|exceeded[^.]{0,40}attempts|quota.?exceeded|brute.?force|try again in \\d",
          Pattern.CASE_INSENSITIVE);

  private StopSign() {}

  static boolean in(Observation observation) {
    boolean words = WORDS.matcher(said(observation)).find();
    return observation.status() == 429 || words || (observation.status() >= 400 && hasRetryAfter(observation));
  }

  private static String said(Observation observation) {
    return switch (observation.run().outcome()) {
      case GrantOutcome.Refused refused -> Said.start(refused.error().code()) + " " + Said.description(observation.run());
      case GrantOutcome.NotOAuth it when it.reason() == GrantOutcome.Reason.OTHER_JSON -> Said.start(it.detail().orElse(""));
      default -> "";
    };
  }

  private static boolean hasRetryAfter(Observation observation) {
    return observation.run().exchange().response().flatMap((WireResponse it) -> it.header("Retry-After")).isPresent();
  }
}
