package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Exchange;
import java.util.Optional;

/**
 * One issuer asked for one tenant.
 *
 * @param configuration present when the issuer knows the tenant
 */
public record TenantRun(Exchange exchange, JsonAnswer answer, Optional<TenantConfiguration> configuration) {
  static TenantRun of(Exchange exchange) {
    JsonAnswer answer = JsonAnswer.of(exchange);
    return new TenantRun(
        exchange,
        answer,
        answer instanceof JsonAnswer.Json json && json.status() / 100 == 2
            ? TenantConfiguration.read(json.value())
            : Optional.empty());
  }
}
