package dev.grantscope.core.wire;

/** Port: one HTTP/1.1 exchange as explicit steps, with everything that was observed on the way. */
@FunctionalInterface
public interface HttpWire {
  /**
   * Sends the request once and reads one final answer. Blocks up to the limits; no retry, no redirect, no cookie, no decompression.
   *
   * @return always: what goes wrong on the way is in {@link Exchange#failure()}
   */
  Exchange exchange(WireRequest request, WireSettings settings, Cancellation cancellation, WireListener listener);
}
