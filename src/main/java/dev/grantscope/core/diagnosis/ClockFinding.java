package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What speaks for a wrong clock: a certificate out of its time, or an answer's Date (RFC 9110 §6.6.1) that differs from this machine's time.
 *
 * <p>It is said with its numbers and never taken for the cause of a refusal: a token endpoint does not look at the time of a request
 * that authenticates with a secret.
 */
final class ClockFinding {
  /** Below this a difference says nothing: answers are made ahead and arrive late. */
  private static final Duration TOLERATED = Duration.ofSeconds(60);

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
    Instant middle = run.exchange().startedAt().plus(run.exchange().elapsed().dividedBy(2));
    return run.exchange()
        .response()
        .flatMap((WireResponse it) -> it.header("Date"))
        .flatMap(ClockFinding::instant)
        .filter(it -> Duration.between(middle, it).abs().compareTo(TOLERATED) > 0)
        .map(
            it ->
                new Finding(
                    Cause.CLOCK_SKEW,
                    Strength.LIKELY,
                    words.of("cause", Cause.CLOCK_SKEW),
                    words.get(
                        "evidence.clock.date",
                        UTC.format(it),
                        UTC.format(middle),
                        Duration.between(middle, it).abs().truncatedTo(ChronoUnit.SECONDS).toSeconds()),
                    words.get("clock.advice"),
                    Optional.empty()));
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
