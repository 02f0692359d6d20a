package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tries the addresses of a host one after another until one answers; each gets an equal share of the time that is left. */
final class Dialer {
  private final Guard guard;
  private final List<AddressAttempt> attempts;

  /** Writes what it tries into the list. */
  Dialer(Guard guard, List<AddressAttempt> attempts) {
    this.guard = guard;
    this.attempts = attempts;
  }

  /**
   * Connects.
   *
   * @throws StepFailedException if no address answered
   * @throws IOException if it was ended by the guard
   */
  RawSocket dial(List<InetAddress> addresses, int port) throws IOException {
    for (int i = 0; i < addresses.size(); i++) {
      Duration share = guard.left().dividedBy(addresses.size() - i);
      Optional<RawSocket> connected = tryOne(addresses.get(i), port, share);
      if (connected.isPresent()) {
        return connected.get();
      }
    }
    throw noneAnswered(port);
  }

  private Optional<RawSocket> tryOne(InetAddress address, int port, Duration share) throws IOException {
    long start = System.nanoTime();
    RawSocket socket = new RawSocket();
    try {
      guard.watch(socket);
      socket.connect(new InetSocketAddress(address, port), Math.clamp(share.toMillis(), 1, Integer.MAX_VALUE));
      // Else a small request that goes out in two pieces waits 40 ms for an acknowledgement.
      socket.setTcpNoDelay(true);
      note(address, port, start, Optional.empty());
      return Optional.of(socket);
    } catch (IOException e) {
      socket.close();
      Optional<Guard.Ending> ending = guard.ending();
      note(address, port, start, Optional.of(ending.map(Guard.Ending::kind).orElseGet(() -> kindOf(e, SystemErrors.here()))));
      if (ending.isPresent()) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private void note(InetAddress address, int port, long start, Optional<Kind> failure) {
    attempts.add(new AddressAttempt(address.getHostAddress(), port, Duration.ofNanos(System.nanoTime() - start), failure));
  }

  private StepFailedException noneAnswered(int port) {
    Kind kind = Kind.LOCAL;
    for (Kind candidate : List.of(Kind.REFUSED, Kind.TIMEOUT, Kind.UNREACHABLE)) {
      if (attempts.stream().anyMatch(attempt -> attempt.failure().equals(Optional.of(candidate)))) {
        kind = candidate;
        break;
      }
    }
    String who = attempts.size() == 1 ? attempts.getFirst().address() : "None of " + attempts.size() + " addresses";
    boolean one = attempts.size() == 1;
    return new StepFailedException(
        kind,
        switch (kind) {
          case REFUSED -> who + (one ? " refused" : " accepted") + " the connection on port " + port + ".";
          case TIMEOUT -> who + (one ? " did not answer" : " answered") + " on port " + port + " in time.";
          case UNREACHABLE -> who + (one ? " cannot" : " can") + " be reached from this machine.";
          default -> "This machine could not open a connection.";
        });
  }

  static Kind kindOf(IOException e, SystemErrors errors) {
    String text = errors.saidBy(e).toLowerCase(Locale.ROOT);
    if (e instanceof SocketTimeoutException || text.contains("timed out")) {
      return Kind.TIMEOUT;
    }
    if (e instanceof NoRouteToHostException || e instanceof BindException || text.contains("unreachable") || text.contains("family")) {
      return Kind.UNREACHABLE;
    }
    return e instanceof ConnectException || text.contains("reset") ? Kind.REFUSED : Kind.LOCAL;
  }
}
