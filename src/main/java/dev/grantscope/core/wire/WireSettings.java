package dev.grantscope.core.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How to get there. Verification of certificates and names cannot be switched off.
 *
 * @param routing direct or through which proxy, for each server
 * @param extraAuthorities trusted beside those of Java and of the operating system
 * @param clientCertificate shown to servers that ask for one
 */
public record WireSettings(
    WireLimits limits, Routing routing, List<X509Certificate> extraAuthorities, Optional<ClientCertificate> clientCertificate) {
  /** Direct, with the standard limits. */
  public static final WireSettings STANDARD =
      new WireSettings(WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.empty());

  public WireSettings {
    extraAuthorities = List.copyOf(extraAuthorities);
  }

  /** For requests that are to carry nothing of the client's. */
  public WireSettings withoutClientCertificate() {
    return new WireSettings(limits, routing, extraAuthorities, Optional.empty());
  }

  public WireSettings withRouting(Routing newRouting) {
    return new WireSettings(limits, newRouting, extraAuthorities, clientCertificate);
  }

  public WireSettings withLimits(WireLimits newLimits) {
    return new WireSettings(newLimits, routing, extraAuthorities, clientCertificate);
  }
}
