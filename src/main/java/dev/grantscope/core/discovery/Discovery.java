package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;

/** Asks servers what they say of themselves. Every request is a plain GET without credentials, a client certificate among them; no
 * redirect is followed. */
public final class Discovery {
  private final HttpWire wire;
  private final String userAgent;

  public Discovery(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.userAgent = userAgent;
  }

  /** Asks one place after the other until a document names this issuer. Blocks; ends early where the next place could not do better. */
  public DiscoveryRun discover(Issuer issuer, WireSettings settings, Cancellation cancellation, WireListener listener) {
    List<Attempt> attempts = new ArrayList<>();
    for (Place place : issuer.places()) {
      Attempt attempt = Attempt.of(place, get(place.endpoint(), settings, cancellation, listener));
      attempts.add(attempt);
      if (isEnough(issuer, attempt) || cancellation.isCancelled()) {
        break;
      }
    }
    return new DiscoveryRun(issuer, attempts);
  }

  /** All places are on one host: what cannot be reached once is not asked again. */
  private static boolean isEnough(Issuer issuer, Attempt attempt) {
    return attempt.metadata().map(issuer::match).filter(it -> it == IssuerMatch.SAME || it == IssuerMatch.SLASH).isPresent()
        || (attempt.answer() instanceof JsonAnswer.None none
            && (none.outcome() instanceof GrantOutcome.NotReached || none.outcome() instanceof GrantOutcome.Cancelled));
  }

  /**
   * Asks CXone's issuer of this region for a tenant.
   *
   * @param tenantId one that {@link TenantConfiguration#isTenantId} takes
   */
  public TenantRun tenant(Candidate issuer, String tenantId, WireSettings settings, Cancellation cancellation) {
    Endpoint endpoint = RegionSurvey.at(issuer, TenantConfiguration.PATH + tenantId);
    return TenantRun.of(get(endpoint, settings, cancellation, WireListener.NONE));
  }

  Exchange get(Endpoint endpoint, WireSettings settings, Cancellation cancellation, WireListener listener) {
    WireRequest request = WireRequest.get(endpoint, userAgent, new Header("Accept", "application/json"));
    return wire.exchange(request, settings.withoutClientCertificate(), cancellation, listener);
  }
}
