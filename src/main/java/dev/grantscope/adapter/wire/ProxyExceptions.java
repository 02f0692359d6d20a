package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Endpoint;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hosts of {@code no_proxy}, as curl reads it: names with all below them, addresses, networks such as 10.0.0.0/8, or {@code *}. */
record ProxyExceptions(List<String> entries) {
  static ProxyExceptions parse(String value) {
    return new ProxyExceptions(
        Arrays.stream(value.toLowerCase(Locale.ROOT).split("[,\\s]+")).filter(it -> !it.isEmpty()).toList());
  }

  boolean contain(Endpoint server) {
    String host = server.host().endsWith(".") ? server.host().substring(0, server.host().length() - 1) : server.host();
    Optional<InetAddress> address = literal(host);
    return entries.stream().anyMatch(entry -> matches(entry, host, server.port(), address));
  }

  private static boolean matches(String entry, String host, int port, Optional<InetAddress> address) {
    if (entry.equals("*")) {
      return true;
    }
    if (address.isPresent()) {
      return inNetwork(entry, address.get());
    }
    String name = entry.startsWith("*.") ? entry.substring(1) : entry;
    int colon = name.lastIndexOf(':');
    if (colon >= 0) {
      if (!name.substring(colon + 1).equals(Integer.toString(port))) {
        return false;
      }
      name = name.substring(0, colon);
    }
    name = name.startsWith(".") ? name.substring(1) : name;
    return !name.isEmpty() && (host.equals(name) || host.endsWith("." + name));
  }

  private static boolean inNetwork(String entry, InetAddress address) {
    int slash = entry.indexOf('/');
    Optional<InetAddress> network = literal((slash < 0 ? entry : entry.substring(0, slash)).replaceAll("[\\[\\]]", ""));
    byte[] wanted = network.map(InetAddress::getAddress).orElse(new byte[0]);
    byte[] have = address.getAddress();
    if (wanted.length != have.length) {
      return false;
    }
    int bits = bits(slash < 0 ? "" : entry.substring(slash + 1), have.length * 8);
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((wanted[bit / 8] & mask) != (have[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static int bits(String text, int all) {
    return text.matches("[0-9]{1,3}") ? Math.min(Integer.parseInt(text), all) : all;
  }

  private static Optional<InetAddress> literal(String host) {
    try {
      return Optional.of(InetAddress.ofLiteral(host));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
