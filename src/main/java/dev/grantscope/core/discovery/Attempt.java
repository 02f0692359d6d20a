package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Exchange;
import java.util.Optional;

/**
 * One place that was asked for metadata.
 *
 * @param answer what came, whether it was metadata or not
 * @param metadata present when it was, with a status of success
 */
public record Attempt(Place place, Exchange exchange, JsonAnswer answer, Optional<Metadata> metadata) {
  static Attempt of(Place place, Exchange exchange) {
    JsonAnswer answer = JsonAnswer.of(exchange);
    Optional<Metadata> metadata =
        answer instanceof JsonAnswer.Json json && json.status() / 100 == 2
            ? Metadata.read(json.value(), json.notes())
            : Optional.empty();
    return new Attempt(place, exchange, answer, metadata);
  }
}
