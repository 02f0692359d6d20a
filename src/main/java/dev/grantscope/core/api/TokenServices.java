package dev.grantscope.core.api;

import dev.grantscope.core.wire.HttpWire;

/** What is done with a token once it is there, over one wire. */
public record TokenServices(KeyService keys, IntrospectionService introspection, ApiCallService calls) {
  public TokenServices(HttpWire wire, String userAgent) {
    this(
        new KeyService(wire, userAgent),
        new IntrospectionService(wire, userAgent),
        new ApiCallService(wire, userAgent));
  }
}
