package dev.grantscope.core.timing;

import dev.grantscope.core.wire.AddressAttempt;
import java.util.List;

/** That a connection came about with a later address only. */
public enum Detour {
  NONE,
  /** Every IPv6 address failed and an IPv4 one answered. */
  IPV6_TO_IPV4,
  IPV4_TO_IPV6,
  /** Of several addresses of a kind a later one answered. */
  OTHER_ADDRESS;

  public static Detour of(List<AddressAttempt> attempts) {
    if (attempts.size() < 2 || attempts.getLast().failure().isPresent()) {
      return NONE;
    }
    boolean lastIsSix = isIpv6(attempts.getLast());
    boolean othersDiffer = attempts.subList(0, attempts.size() - 1).stream().allMatch(it -> isIpv6(it) != lastIsSix);
    if (!othersDiffer) {
      return OTHER_ADDRESS;
    }
    return lastIsSix ? IPV4_TO_IPV6 : IPV6_TO_IPV4;
  }

  /** Whether it is an IPv6 address. */
  public static boolean isIpv6(AddressAttempt attempt) {
    return attempt.address().contains(":");
  }
}
