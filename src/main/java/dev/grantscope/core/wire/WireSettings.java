package dev.grantscope.core.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/**
 * How to get there.
 *
 * @param proxy the proxy, or empty for a direct connection
 * @param extraAuthorities trusted beside those of Java and of the operating system
 */
public record WireSettings(WireLimits limits, Optional<WireProxy> proxy, List<X509Certificate> extraAuthorities) {
  /** Direct, with the standard limits. */
  public static final WireSettings STANDARD = new WireSettings(WireLimits.STANDARD, Optional.empty(), List.of());

  public WireSettings {
    extraAuthorities = List.copyOf(extraAuthorities);
  }

  public WireSettings withLimits(WireLimits newLimits) {
    return new WireSettings(newLimits, proxy, extraAuthorities);
  }
}
