package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import java.time.Duration;
import java.util.List;

/**
 * What one region answered to requests without credentials.
 *
 * @param sign the most telling thing that came
 * @param exchanges all that went and came, in their order
 */
public record RegionAnswer(Candidate candidate, Sign sign, List<Exchange> exchanges) {
  /** Only {@link Tenant} tells whose region it is; all others tell that something lives there, or does not. */
  public sealed interface Sign {
    /** It knows the tenant. */
    record Tenant(TenantConfiguration configuration) implements Sign {}

    /** It was asked for the tenant, and answered without a configuration. */
    record NoTenant(int status) implements Sign {}

    /** It describes itself. */
    record Described(Metadata metadata) implements Sign {}

    /** Its token endpoint refused as token endpoints do. */
    record OAuth(int status, String error) implements Sign {}

    /** Something answered that is no token endpoint by its answer. */
    record Other(NotOAuth answer) implements Sign {}

    record NotReached(WireFailure failure) implements Sign {}

    record Cancelled() implements Sign {}
  }

  public RegionAnswer {
    exchanges = List.copyOf(exchanges);
  }

  /** The sum of its exchanges. */
  public Duration elapsed() {
    return exchanges.stream().map(Exchange::elapsed).reduce(Duration.ZERO, Duration::plus);
  }
}
