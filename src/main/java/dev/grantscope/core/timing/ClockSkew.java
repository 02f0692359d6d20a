package dev.grantscope.core.timing;

import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * How far the server's clock is ahead of ours: {@code Date} (RFC 9110 §6.6.1) less the middle of the wait for the answer, to a second.
 *
 * @param ahead negative when the server's clock is behind
 */
public record ClockSkew(Duration ahead) {
  private static final Duration NOTEWORTHY = Duration.ofSeconds(60);

  /** Empty when there is no Date, or none that can be read. */
  public static Optional<ClockSkew> of(Exchange exchange) {
    return exchange
        .response()
        .flatMap(answer -> answer.headers().stream().filter(it -> it.is("Date")).findFirst())
        .flatMap(it -> instant(it.value()))
        // Date has whole seconds: on average half a one is cut off.
        .map(date -> new ClockSkew(Duration.between(middle(exchange), date.plusMillis(500))));
  }

  private static Optional<Instant> instant(String date) {
    try {
      return Optional.of(ZonedDateTime.parse(date.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Instant middle(Exchange exchange) {
    for (Timeline.Step step : Timeline.of(exchange).steps()) {
      if (step.phase() == Phase.WAIT) {
        return exchange.startedAt().plus(step.start()).plus(step.elapsed().dividedBy(2));
      }
    }
    return exchange.startedAt();
  }

  /** Whether it is so much that tokens and assertions may be taken for expired or not valid yet. */
  public boolean isNoteworthy() {
    return ahead.abs().compareTo(NOTEWORTHY) > 0;
  }
}
