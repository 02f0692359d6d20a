package dev.grantscope.core.wire;

import dev.grantscope.core.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One exchange as it was observed.
 *
 * @param startedAt by this machine's clock
 * @param sent the bytes that went down the socket, before TLS; fewer than the request's when sending failed
 * @param received the bytes that came, after TLS, interim answers and framing included
 * @param response the final answer, as far as it could be read; empty when no status line came
 * @param failure why the answer is missing or not whole; empty when it is whole
 * @param phases in their order, the failed one last
 * @param attempts the addresses tried, in their order
 * @param proxyHop the CONNECT, when one was made
 * @param route direct or through which proxy, and why
 */
public record Exchange(
    WireRequest request,
    Instant startedAt,
    Bytes sent,
    Bytes received,
    Optional<WireResponse> response,
    Optional<WireFailure> failure,
    List<PhaseTime> phases,
    List<AddressAttempt> attempts,
    Optional<TlsFacts> tls,
    Optional<ProxyHop> proxyHop,
    Route route) {
  public Exchange {
    phases = List.copyOf(phases);
    attempts = List.copyOf(attempts);
  }

  /** One that went direct, as wanted. */
  public Exchange(
      WireRequest request,
      Instant startedAt,
      Bytes sent,
      Bytes received,
      Optional<WireResponse> response,
      Optional<WireFailure> failure,
      List<PhaseTime> phases,
      List<AddressAttempt> attempts,
      Optional<TlsFacts> tls,
      Optional<ProxyHop> proxyHop) {
    this(
        request,
        startedAt,
        sent,
        received,
        response,
        failure,
        phases,
        attempts,
        tls,
        proxyHop,
        Route.direct(Route.Why.SWITCHED_OFF, ""));
  }

  /** The same with more known about TLS. */
  public Exchange withTls(TlsFacts facts) {
    return new Exchange(
        request,
        startedAt,
        sent,
        received,
        response,
        failure,
        phases,
        attempts,
        Optional.of(facts),
        proxyHop,
        route);
  }

  /** What the proxy was told beside the request, so that it may say it back. */
  public List<Secret> secrets() {
    return route.proxy().map(WireProxy::authorization).filter(it -> !it.isEmpty()).map(Secret::withoutScheme).stream().toList();
  }

  /** The sum of the phases. */
  public Duration elapsed() {
    return phases.stream().map(PhaseTime::elapsed).reduce(Duration.ZERO, Duration::plus);
  }

  /** When the answer was there, by this machine's clock. */
  public Instant endedAt() {
    return startedAt.plus(elapsed());
  }

  /** Without the bytes, which hold secrets. */
  @Override
  public String toString() {
    return request + " → " + response.map(WireResponse::toString).orElseGet(() -> failure.map(WireFailure::toString).orElse("nothing"));
  }
}
