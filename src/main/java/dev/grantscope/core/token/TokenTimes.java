package dev.grantscope.core.token;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * From when to when a token says that it is good, by two clocks: the server's in its claims (RFC 7519 §4.1), and ours with {@code
 * expires_in} counted from the answer (RFC 6749 §5.1).
 *
 * @param receivedAt when the answer was there, by this machine's clock
 * @param end by {@code expires_in}
 */
public record TokenTimes(
    Optional<Instant> issuedAt,
    Optional<Instant> notBefore,
    Optional<Instant> expires,
    Instant receivedAt,
    Optional<Instant> end) {
  /** An answer takes its time, and clocks are a little off. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  /** How the two ends of the lifetime stand to each other. */
  public enum Agreement {
    NEITHER,
    ONLY_EXPIRES_IN,
    ONLY_EXP,
    AGREE,
    /** The same lifetime, but the clocks of the two machines differ. */
    CLOCKS_DIFFER,
    /** Two different lifetimes. */
    DIFFER
  }

  public static TokenTimes of(Optional<Jwt> jwt, OptionalLong expiresIn, Instant receivedAt) {
    return new TokenTimes(
        jwt.flatMap(it -> it.time("iat")),
        jwt.flatMap(it -> it.time("nbf")),
        jwt.flatMap(it -> it.time("exp")),
        receivedAt,
        expiresIn.isPresent() ? Optional.of(receivedAt.plusSeconds(expiresIn.getAsLong())) : Optional.empty());
  }

  /** The end that counts here: by our own clock where the server gave a number of seconds, else by its claim. */
  public Optional<Instant> until() {
    return end.or(() -> expires);
  }

  public boolean isOver(Instant now) {
    return until().filter(it -> !it.isAfter(now)).isPresent();
  }

  public Agreement agreement() {
    if (end.isEmpty() || expires.isEmpty()) {
      return end.isPresent() ? Agreement.ONLY_EXPIRES_IN : expires.isPresent() ? Agreement.ONLY_EXP : Agreement.NEITHER;
    }
    if (isClose(Duration.between(end.get(), expires.get()))) {
      return Agreement.AGREE;
    }
    boolean sameLifetime =
        issuedAt
            .map(it -> Duration.between(it, expires.get()).minus(Duration.between(receivedAt, end.get())))
            .filter(TokenTimes::isClose)
            .isPresent();
    return sameLifetime ? Agreement.CLOCKS_DIFFER : Agreement.DIFFER;
  }

  /** By how much the claim's end is later than that of {@code expires_in}. */
  public Duration difference() {
    return end.isPresent() && expires.isPresent() ? Duration.between(end.get(), expires.get()) : Duration.ZERO;
  }

  private static boolean isClose(Duration difference) {
    return difference.abs().compareTo(TOLERANCE) <= 0;
  }
}
