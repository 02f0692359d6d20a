package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireSettings;
import java.util.Optional;

/**
 * One request of a diagnosis.
 *
 * @param subject what distinguishes it among those of its kind, such as a scope; empty where there is one only
 * @param attempt 1, or 2 for one that is done again since its answer could not be used
 * @param title what is changed, in words
 * @param carriesSecret whether the real secret goes with it, trimmed or decoded perhaps, or the client id with the certificate that takes its
 *     place (RFC 8705 §2)
 * @param cause what it is that is wrong, should it be granted
 * @param fix the same change for the form, where it is one
 */
public record Experiment(
    Probe probe,
    String subject,
    int attempt,
    String title,
    boolean carriesSecret,
    GrantRequest request,
    Cause cause,
    Optional<Fix> fix) {
  /** The way it goes: past any proxy where that is what is changed, and without a client certificate where nothing of the form goes. */
  WireSettings over(WireSettings usual) {
    return switch (probe) {
      case DIRECT -> usual.withRouting(Routing.DIRECT);
      case NO_CREDENTIALS, REGION_BARE -> usual.withoutClientCertificate();
      default -> usual;
    };
  }

  Experiment once() {
    return new Experiment(probe, subject, attempt + 1, title, carriesSecret, request, cause, fix);
  }

  /** The same for another purpose, for the first time or another one. */
  Experiment as(Probe other, int time, String otherTitle) {
    return new Experiment(other, time == 1 ? subject : subject + " " + time, 1, otherTitle, carriesSecret, request, cause, fix);
  }

  boolean isLike(Experiment other) {
    return probe == other.probe && subject.equals(other.subject);
  }
}
