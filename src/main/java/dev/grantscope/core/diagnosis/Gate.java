package dev.grantscope.core.diagnosis;

import java.util.stream.Stream;

/** How far into the server the form's own request came. */
enum Gate {
  /** Nobody here speaks OAuth, whatever is sent. */
  NO_ENDPOINT,
  /** Made-up credentials get the very same answer. */
  AT_CREDENTIALS,
  /** Made-up credentials get another answer. */
  AFTER_CREDENTIALS,
  /** Not known yet, or not to be told. */
  UNDECIDED;

  static Gate of(Observations seen) {
    if (isNoEndpoint(seen)) {
      return NO_ENDPOINT;
    }
    if (seen.differs(Probe.MADE_UP_SECRET)) {
      return AFTER_CREDENTIALS;
    }
    return seen.same(Probe.MADE_UP_SECRET) ? AT_CREDENTIALS : UNDECIDED;
  }

  /** No answer of three can be a token endpoint's, or all three say with the same status that the address itself is not it. */
  private static boolean isNoEndpoint(Observations seen) {
    if (seen.latest(Probe.NO_CREDENTIALS).isEmpty() || seen.latest(Probe.MADE_UP_CLIENT).isEmpty()) {
      return false;
    }
    int status = seen.baseline().status();
    boolean notHere = status == 404 || status == 405 || status == 410 || status >= 500;
    return Stream.of(seen.baseline(), seen.latest(Probe.NO_CREDENTIALS).get(), seen.latest(Probe.MADE_UP_CLIENT).get())
        .allMatch(it -> !(it.speaksOAuth() || it.mayBeARefusal()) || (notHere && it.status() == status));
  }
}
