package dev.grantscope.core.grant;

import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;

/** Runs one grant: request, exchange, meaning. Sends exactly one request. */
public final class GrantService {
  private final HttpWire wire;
  private final TokenRequestBuilder builder;
  private final String userAgent;

  public GrantService(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.builder = new TokenRequestBuilder(userAgent);
    this.userAgent = userAgent;
  }

  /** A plain GET where this request would go, with nothing of it and without a client certificate; read as if it were its answer. */
  public GrantRun look(GrantRequest place, WireSettings settings, Cancellation cancellation) {
    WireRequest get = WireRequest.get(place.endpoint(), userAgent, new Header("Accept", "application/json"));
    Exchange exchange = wire.exchange(get, settings.withoutClientCertificate(), cancellation, WireListener.NONE);
    return new TokenResponseParser(place.scope()).read(place, exchange);
  }

  /** Blocks until the exchange has ended; see {@link HttpWire#exchange}. */
  public GrantRun run(GrantRequest request, WireSettings settings, Cancellation cancellation, WireListener listener) {
    Exchange exchange = wire.exchange(builder.build(request), settings, cancellation, listener);
    return new TokenResponseParser(request.scope()).read(request, exchange);
  }
}
