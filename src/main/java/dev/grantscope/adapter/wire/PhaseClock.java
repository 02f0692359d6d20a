package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures the phases without a gap between them, and tells listener and guard of each. */
final class PhaseClock {
  private final Guard guard;
  private final WireLimits limits;
  private final WireListener listener;
  private final List<PhaseTime> done = new ArrayList<>();
  private Phase current = Phase.LOOKUP;
  private long since = System.nanoTime();
  private boolean running;

  PhaseClock(Guard guard, WireLimits limits, WireListener listener) {
    this.guard = guard;
    this.limits = limits;
    this.listener = listener;
  }

  /**
   * Ends one phase and begins the next.
   *
   * @throws IOException if the exchange was ended from outside
   */
  void begin(Phase phase) throws IOException {
    stop();
    current = phase;
    running = true;
    listener.onPhase(phase);
    guard.limit(limits.of(phase), awaited(phase));
  }

  /** Ends the last phase. */
  void stop() {
    long now = System.nanoTime();
    if (running) {
      done.add(new PhaseTime(current, Duration.ofNanos(now - since)));
    }
    since = now;
    running = false;
  }

  Phase current() {
    return current;
  }

  List<PhaseTime> times() {
    return done;
  }

  private static String awaited(Phase phase) {
    return switch (phase) {
      case LOOKUP -> "the name was not looked up in time";
      case CONNECT -> "no connection came about";
      case PROXY -> "the proxy did not answer CONNECT";
      case TLS -> "the TLS handshake did not end";
      case SEND -> "the request was not taken in full";
      case WAIT -> "no answer began";
      case RECEIVE -> "the answer did not end";
    };
  }
}
