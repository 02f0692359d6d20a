package dev.grantscope.adapter.wire;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns a host name into its addresses, IPv4 and IPv6, in the order in which they are to be tried. May block for as long as it likes. */
@FunctionalInterface
public interface NameResolver {
  /** The resolver of this machine. */
  NameResolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /**
   * Looks a name up; an address in numbers is its own answer.
   *
   * @throws UnknownHostException if it has none
   */
  List<InetAddress> resolve(String host) throws UnknownHostException;
}
