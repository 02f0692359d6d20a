package dev.grantscope.core.grant;

import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;

/** Runs one grant: request, exchange, meaning. Sends exactly one request. */
public final class GrantService {
  private final HttpWire wire;
  private final TokenRequestBuilder builder;

  public GrantService(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.builder = new TokenRequestBuilder(userAgent);
  }

  /** Blocks until the exchange has ended; see {@link HttpWire#exchange}. */
  public GrantRun run(GrantRequest request, WireSettings settings, Cancellation cancellation, WireListener listener) {
    Exchange exchange = wire.exchange(builder.build(request), settings, cancellation, listener);
    return new TokenResponseParser(request.scope()).read(request, exchange);
  }
}
