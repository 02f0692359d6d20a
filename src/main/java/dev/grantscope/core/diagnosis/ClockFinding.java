package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.timing.ClockSkew;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.WireFailure;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What speaks for a wrong clock: a certificate out of its time, or an answer's Date (RFC 9110 §6.6.1) that differs from this machine's time.
 *
 * <p>It is said with its numbers and never taken for the cause of a refusal: a token endpoint does not look at the time of a request
 * that authenticates with a secret.
 */
final class ClockFinding {
  private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'").withZone(ZoneOffset.UTC);

  private final Words words;

  ClockFinding(Words words) {
    this.words = words;
  }

  /** Where the handshake failed for that. */
  Optional<Finding> ofCertificate(GrantRun run) {
    boolean outOfTime =
        run.outcome() instanceof GrantOutcome.NotReached it
            && (it.failure().kind() == WireFailure.Kind.EXPIRED || it.failure().kind() == WireFailure.Kind.NOT_YET_VALID);
    if (!outOfTime) {
      return Optional.empty();
    }
    Instant now = run.exchange().startedAt();
    return run.exchange().tls().stream()
        .map(TlsFacts::chain)
        .flatMap(chain -> chain.stream().filter(it -> isOutOfTime(it, now)).findFirst().stream())
        .findFirst()
        .map(
            it ->
                words.finding(
                    Cause.CLOCK_SKEW,
                    Strength.LIKELY,
                    words.get(
                        "evidence.clock.certificate",
                        UTC.format(it.getNotBefore().toInstant()),
                        UTC.format(it.getNotAfter().toInstant()),
                        UTC.format(now))));
  }

  private static boolean isOutOfTime(X509Certificate certificate, Instant now) {
    return certificate.getNotAfter().toInstant().isBefore(now) || certificate.getNotBefore().toInstant().isAfter(now);
  }

  /** Where an answer came with a date. */
  Optional<Finding> ofDate(GrantRun run) {
    return ClockSkew.of(run.exchange())
        .filter(ClockSkew::isNoteworthy)
        .map(
            it ->
                new Finding(
                    Cause.CLOCK_SKEW,
                    Strength.LIKELY,
                    words.of("cause", Cause.CLOCK_SKEW),
                    words.get(
                        "evidence.clock.date",
                        run.exchange().response().flatMap(answer -> answer.header("Date")).map(date -> VisibleText.of(date, 60)).orElse(""),
                        UTC.format(run.exchange().startedAt()),
                        it.ahead().abs().toSeconds()),
                    words.get("clock.advice"),
                    Optional.empty()));
  }
}
