package dev.grantscope.core.wire;

import org.jspecify.annotations.Nullable;

/**
 * A proxy to go through.
 *
 * @param authorization the value of its Proxy-Authorization header, or null; a secret, so {@link #toString()} leaves it out
 */
public record WireProxy(String host, int port, @Nullable String authorization) {
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
