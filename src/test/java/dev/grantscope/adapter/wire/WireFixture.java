package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests, limits and short names for the tests of the wire. */
public final class WireFixture {
  private WireFixture() {}

  /** A token request to a URL. */
  public static WireRequest post(String url, byte[] body) {
    try {
      Endpoint endpoint = Endpoint.parse(url);
      return new WireRequest(
          endpoint,
          "POST",
          endpoint.target(),
          List.of(
              new Header("Host", endpoint.hostHeader()),
              new Header("Authorization", "Basic Y2xpZW50OnNlY3JldA=="),
              new Header("Content-Type", "application/x-www-form-urlencoded"),
              new Header("Content-Length", String.valueOf(body.length))),
          Bytes.of(body));
    } catch (EndpointException e) {
      throw new AssertionError(e);
    }
  }

  /** A token request to a plain server. */
  public static WireRequest post(RawServer server) {
    return post("http://127.0.0.1:" + server.port() + "/token", form());
  }

  /** A token request to a TLS server. */
  public static WireRequest postTls(RawServer server) {
    return post("https://localhost:" + server.port() + "/token", form());
  }

  private static byte[] form() {
    return "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);
  }

  /** Everything within twenty seconds, which nothing on loopback needs. */
  public static WireSettings direct() {
    return WireSettings.STANDARD.withLimits(WireLimits.within(Duration.ofSeconds(20)));
  }

  public static WireSettings trusting(X509Certificate... authorities) {
    return new WireSettings(direct().limits(), Routing.DIRECT, List.of(authorities), Optional.empty());
  }

  public static WireSettings through(WireProxy proxy, X509Certificate... authorities) {
    Routing always = _ -> Route.through(proxy, Route.Why.NAMED, "");
    return new WireSettings(direct().limits(), always, List.of(authorities), Optional.empty());
  }

  /** Plenty of time, but for one phase. */
  public static WireSettings within(Phase phase, Duration limit) {
    WireLimits usual = direct().limits();
    Map<Phase, Duration> phases = new EnumMap<>(usual.phases());
    phases.put(phase, limit);
    return direct()
        .withLimits(
            new WireLimits(
                phases, usual.total(), usual.headBytes(), usual.headers(), usual.interimAnswers(), usual.bodyBytes()));
  }

  /** Small caps on how much may come. */
  public static WireSettings small(int headBytes, int headers, int interimAnswers, int bodyBytes) {
    WireLimits usual = direct().limits();
    return direct().withLimits(new WireLimits(usual.phases(), usual.total(), headBytes, headers, interimAnswers, bodyBytes));
  }

  /** One exchange that nobody cancels. */
  public static Exchange exchange(SocketWire wire, WireRequest request, WireSettings settings) {
    return wire.exchange(request, settings, new Cancellation(), WireListener.NONE);
  }

  /** The kind of the failure by its name, "whole" if there is none. */
  public static String outcome(Exchange exchange) {
    return exchange.failure().map(WireFailure::kind).map(Enum::name).orElse("whole");
  }

  public static String latin1(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
