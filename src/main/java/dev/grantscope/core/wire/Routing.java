package dev.grantscope.core.wire;

/** Port: decides which way a request goes to its server, anew for each server. */
@FunctionalInterface
public interface Routing {
  /** Never through a proxy. */
  Routing DIRECT =
      new Routing() {
        @Override
        public Route to(Endpoint server) {
          return Route.direct(Route.Why.SWITCHED_OFF, "");
        }
      };

  /** The way to this server. May ask the operating system, and so block; see {@link #mayBlock}. */
  Route to(Endpoint server);

  /** Whether {@link #to} may take its time for this server. */
  default boolean mayBlock(Endpoint server) {
    return false;
  }

  /**
   * Through this proxy wherever that is sensible.
   *
   * <p>Plain http is sent within this machine only, where a proxy would read the secret. And this machine means another one to a proxy
   * elsewhere.
   */
  static Routing through(WireProxy proxy) {
    return server ->
        server.isLoopback() && (!server.tls() || !proxy.isLoopback())
            ? Route.direct(Route.Why.THIS_MACHINE, "")
            : Route.through(proxy, Route.Why.NAMED, "");
  }
}
