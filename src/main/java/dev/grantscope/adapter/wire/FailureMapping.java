package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.net.SocketException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLException;

/** Says what an exception means, in words of ours; the library's own may hold anything. */
final class FailureMapping {
  /** Judgements about what came, which a limit that is reached later does not change. */
  private static final Set<Kind> JUDGED = Set.of(Kind.NOT_HTTP, Kind.TOO_LARGE, Kind.PROXY_AUTHENTICATION, Kind.PROXY_REFUSED);

  private FailureMapping() {}

  /**
   * The failure of a phase.
   *
   * @param ending why the guard ended the exchange, if it did: then the exception is only how that was felt
   */
  static WireFailure of(Phase phase, Exception exception, Optional<Guard.Ending> ending) {
    if (ending.isPresent()) {
      boolean judged = exception instanceof StepFailedException step && JUDGED.contains(step.kind());
      if (!judged || ending.get().kind() == Kind.CANCELLED) {
        return new WireFailure(phase, ending.get().kind(), ending.get().sentence());
      }
    }
    return switch (exception) {
      case StepFailedException step -> new WireFailure(phase, step.kind(), step.sentence());
      case SocketException socket -> ofSocket(phase, socket, SystemErrors.here());
      case SSLException tls -> below(tls).map(it -> ofSocket(phase, it, SystemErrors.here())).orElseGet(() -> ofTls(phase, tls));
      case RejectedExecutionException _ -> new WireFailure(phase, Kind.LOCAL, "The program is being closed.");
      default -> new WireFailure(phase, Kind.LOCAL, "This program or this machine failed in this step.");
    };
  }

  static WireFailure ofSocket(Phase phase, SocketException socket, SystemErrors errors) {
    String text = errors.saidBy(socket).toLowerCase(Locale.ROOT);
    if (text.contains("unreachable") || text.contains("no route")) {
      return new WireFailure(phase, Kind.UNREACHABLE, "The other side can no longer be reached.");
    }
    if (text.contains("timed out")) {
      return new WireFailure(phase, Kind.TIMEOUT, "The other side no longer acknowledges what is sent.");
    }
    return new WireFailure(phase, Kind.RESET, "The other side reset the connection.");
  }

  private static WireFailure ofTls(Phase phase, SSLException tls) {
    Optional<String> alert = TlsHandshake.alert(tls);
    if (phase == Phase.RECEIVE) {
      return new WireFailure(phase, Kind.TRUNCATED, "TLS broke off before the end of the answer.");
    }
    return new WireFailure(
        phase,
        Kind.HANDSHAKE,
        alert.isPresent() ? "The server ended TLS with the alert " + alert.get() + "." : "TLS failed after the handshake.");
  }

  /** What broke the connection itself, below TLS, if it did. */
  static Optional<SocketException> below(Exception exception) {
    for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketException socket) {
        return Optional.of(socket);
      }
    }
    return Optional.empty();
  }
}
