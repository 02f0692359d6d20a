package dev.grantscope.core.api;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Calls an API with a bearer token. One request a call; no redirect is followed, so that the token goes nowhere else. */
public final class ApiCallService {
  private final HttpWire wire;
  private final String userAgent;

  public ApiCallService(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.userAgent = userAgent;
  }

  /**
   * Calls once. Blocks up to the limits.
   *
   * @param more secrets that the API might say back, such as the client's
   */
  public ApiAnswer call(
      ApiCall call, Secret token, List<Secret> more, WireSettings settings, Cancellation cancellation, WireListener listener) {
    List<Secret> secrets = new ArrayList<>(more);
    secrets.add(token);
    Exchange exchange =
        ApiCall.canCarry(token) ? wire.exchange(call.request(token, userAgent), settings, cancellation, listener) : unsent(call);
    secrets.addAll(exchange.secrets());
    return new ApiAnswer(call, exchange, secrets);
  }

  private Exchange unsent(ApiCall call) {
    return new Exchange(
        call.request(Secret.NONE, userAgent),
        Instant.now(),
        Bytes.EMPTY,
        Bytes.EMPTY,
        Optional.empty(),
        Optional.of(new WireFailure(Phase.SEND, Kind.NOT_SENDABLE, "The token has a character that a header cannot carry.")),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
