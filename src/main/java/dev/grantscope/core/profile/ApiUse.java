package dev.grantscope.core.profile;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The calls of APIs that belong to a profile, without tokens.
 *
 * @param hosts that the admin has let a token be sent to; other hosts than those of the secret
 */
public record ApiUse(List<Call> calls, Set<String> hosts) {
  public static final ApiUse NONE = new ApiUse(List.of(), Set.of());

  /** One call that was made and can be made again. */
  public record Call(String method, String url) {}

  public ApiUse {
    calls = List.copyOf(calls);
    hosts = Set.copyOf(hosts);
  }

  public ApiUse withCalls(List<Call> newCalls) {
    return new ApiUse(newCalls, hosts);
  }

  public ApiUse withHost(String host) {
    Set<String> more = new TreeSet<>(hosts);
    more.add(host);
    return new ApiUse(calls, more);
  }
}
