package dev.grantscope.core.wire;

/** Hears of each phase when it begins, on the thread of the exchange; it must not block. */
@FunctionalInterface
public interface WireListener {
  /** Hears nothing. */
  WireListener NONE = phase -> {};

  void onPhase(Phase phase);
}
