package dev.grantscope.core.api;

import dev.grantscope.core.api.KeyAnswer.Problem;
import dev.grantscope.core.discovery.Attempt;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.discovery.DiscoveryRun;
import dev.grantscope.core.discovery.Issuer;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Fetches the keys of an issuer (RFC 7517 §5), from their own URL or by way of its metadata (RFC 8414 §2). No secret is sent, and no client certificate shown. */
public final class KeyService {
  /** What the last word of a key set's path is called everywhere. */
  private static final List<String> KEY_SET = List.of("jwks", "keys", "certs");

  private final HttpWire wire;
  private final Discovery discovery;
  private final String userAgent;

  public KeyService(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.discovery = new Discovery(wire, userAgent);
    this.userAgent = userAgent;
  }

  /**
   * Asks. Blocks up to the limits.
   *
   * @param url of the issuer, of its metadata, or of the keys themselves
   * @throws EndpointException when nothing can be sent there
   */
  public KeyAnswer fetch(String url, WireSettings settings, Cancellation cancellation) throws EndpointException {
    if (isKeySet(Endpoint.parse(url).target())) {
      return keys(url, List.of(), settings, cancellation);
    }
    DiscoveryRun run = discovery.discover(Issuer.parse(url), settings, cancellation, WireListener.NONE);
    List<Exchange> exchanges = run.attempts().stream().map(Attempt::exchange).toList();
    Optional<Metadata> metadata = run.metadata();
    KeyAnswer answer =
        run.isCancelled()
            ? KeyAnswer.failed(exchanges, Problem.CANCELLED)
            : run.notReached().isPresent()
                ? KeyAnswer.failed(exchanges, Problem.NOT_REACHED)
                : metadata.map(it -> byMetadata(it, exchanges, settings, cancellation)).orElseGet(() -> KeyAnswer.failed(exchanges, Problem.NO_METADATA));
    return new KeyAnswer(answer.exchanges(), metadata, run.match(), answer.keySet(), answer.problem());
  }

  private static boolean isKeySet(String target) {
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    String last = path.substring(path.lastIndexOf('/') + 1);
    return KEY_SET.stream().anyMatch(last::contains);
  }

  private KeyAnswer byMetadata(
      Metadata metadata, List<Exchange> before, WireSettings settings, Cancellation cancellation) {
    if (metadata.jwksUri().isEmpty()) {
      return KeyAnswer.failed(before, Problem.NO_KEYS_URL);
    }
    try {
      return keys(metadata.jwksUri().get(), before, settings, cancellation);
    } catch (EndpointException e) {
      return KeyAnswer.failed(before, Problem.BAD_KEYS_URL);
    }
  }

  private KeyAnswer keys(String url, List<Exchange> before, WireSettings settings, Cancellation cancellation)
      throws EndpointException {
    WireRequest request = WireRequest.get(Endpoint.parse(url), userAgent, new Header("Accept", "application/json"));
    List<Exchange> exchanges = new ArrayList<>(before);
    exchanges.add(wire.exchange(request, settings.withoutClientCertificate(), cancellation, WireListener.NONE));
    return switch (JsonAnswer.of(exchanges.getLast())) {
      case JsonAnswer.Json json when json.status() == 200 && json.value().path("keys").isArray() ->
          new KeyAnswer(
              exchanges,
              Optional.empty(),
              Optional.empty(),
              exchanges.getLast().response().map(WireResponse::body).map(Bytes::asText),
              Optional.empty());
      case JsonAnswer.Json _ -> KeyAnswer.failed(exchanges, Problem.NO_KEYS);
      case JsonAnswer.None none ->
          KeyAnswer.failed(
              exchanges,
              switch (none.outcome()) {
                case GrantOutcome.Cancelled _ -> Problem.CANCELLED;
                case GrantOutcome.NotReached _ -> Problem.NOT_REACHED;
                default -> Problem.NO_KEYS;
              });
    };
  }
}
