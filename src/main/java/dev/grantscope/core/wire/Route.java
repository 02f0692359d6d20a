package dev.grantscope.core.wire;

import java.util.Locale;
import java.util.Optional;

/**
 * The way to a server, and why this one.
 *
 * @param proxy the proxy, or empty for a direct connection
 * @param source what the decision was read from, such as the variable {@code https_proxy}; empty where there is nothing to name
 */
public record Route(Optional<WireProxy> proxy, Why why, String source) {
  /** What decided. */
  public enum Why {
    /** The admin wants no proxy. */
    SWITCHED_OFF,
    /** The server is this machine. */
    THIS_MACHINE,
    /** The admin named the proxy. */
    NAMED,
    /** A variable of the environment names it. */
    ENVIRONMENT,
    /** A variable of the environment has this host go without. */
    EXCEPTED,
    /** The operating system names it. */
    SYSTEM,
    /** Neither the environment nor the operating system names one. */
    NONE_KNOWN,
    /** One is named that this program cannot use: SOCKS, one spoken to over TLS, or no address at all. Nothing is sent. */
    UNUSABLE;

    /** Its name in the JSON of the command line. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** A direct connection. */
  public static Route direct(Why why, String source) {
    return new Route(Optional.empty(), why, source);
  }

  /** Through this proxy. */
  public static Route through(WireProxy proxy, Why why, String source) {
    return new Route(Optional.of(proxy), why, source);
  }
}
