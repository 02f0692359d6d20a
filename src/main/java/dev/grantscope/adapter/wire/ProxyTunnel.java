package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.ProxyHop;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a proxy for a tunnel to the server (RFC 9110 §9.3.6). Nothing of the client's request goes into it. */
final class ProxyTunnel {
  private final WireProxy proxy;
  private final Endpoint server;
  private final WireLimits limits;
  private Bytes sent = Bytes.EMPTY;
  private @Nullable TappedInput input;
  private @Nullable ResponseReader reader;

  ProxyTunnel(WireProxy proxy, Endpoint server, WireLimits limits) {
    this.proxy = proxy;
    this.server = server;
    this.limits = limits;
  }

  /**
   * Opens it; what comes from the socket afterwards is the server's.
   *
   * @throws StepFailedException if the proxy does not open it
   * @throws IOException if the connection fails
   */
  void open(Socket socket) throws IOException {
    // One byte at a time: what follows the proxy's answer belongs to TLS.
    TappedInput tap = new TappedInput(socket.getInputStream(), 1);
    ResponseReader answer = new ResponseReader(socket, tap, limits, "CONNECT");
    input = tap;
    reader = answer;
    byte[] request = request();
    socket.getOutputStream().write(request);
    sent = Bytes.of(request);
    if (!answer.awaitFirstByte()) {
      throw new StepFailedException(Kind.CLOSED, "The proxy " + proxy + " closed the connection without an answer.");
    }
    try {
      answer.read();
    } catch (IOException e) {
      // A refusal is one also when its page does not come whole.
      throw answer.soFar().isPresent() || e instanceof StepFailedException ? refusal(answer.soFar()) : e;
    }
    if (status(answer.soFar()) / 100 != 2) {
      throw refusal(answer.soFar());
    }
  }

  private StepFailedException refusal(Optional<WireResponse> answer) {
    int status = status(answer);
    if (status == 407) {
      return authenticationWanted(proxy);
    }
    return new StepFailedException(
        Kind.PROXY_REFUSED,
        status == 0 || status / 100 == 2
            ? "What the proxy " + proxy + " answered is not HTTP."
            : "The proxy " + proxy + " refused the connection to " + server.authority() + " with status " + status + ".");
  }

  static StepFailedException authenticationWanted(WireProxy proxy) {
    return new StepFailedException(Kind.PROXY_AUTHENTICATION, "The proxy " + proxy + " wants credentials (status 407).");
  }

  static StepFailedException unusable(Route route) {
    String who = route.source().isEmpty() ? "The operating system" : "The variable " + route.source();
    return new StepFailedException(
        Kind.PROXY_REFUSED, who + " names a proxy that this program cannot use; it can use HTTP proxies, spoken to without TLS.");
  }

  private byte[] request() throws StepFailedException {
    List<Header> host = List.of(new Header("Host", server.authority()));
    WireRequest connect = new WireRequest(server, "CONNECT", server.authority(), host, Bytes.EMPTY);
    return withCredentials(connect, proxy).toBytes().toArray();
  }

  /**
   * The request as a proxy wants it where there is no TLS and so no tunnel (RFC 9112 §3.2.2).
   *
   * @throws StepFailedException if the credentials cannot be sent
   */
  static WireRequest withoutTunnel(WireRequest request, WireProxy proxy) throws StepFailedException {
    return withCredentials(request.inAbsoluteForm(), proxy);
  }

  private static WireRequest withCredentials(WireRequest request, WireProxy proxy) throws StepFailedException {
    if (proxy.authorization().isEmpty()) {
      return request;
    }
    List<Header> headers = new ArrayList<>(request.headers());
    headers.add(new Header("Proxy-Authorization", proxy.authorization().reveal()));
    if (!headers.getLast().isSendable()) {
      throw new StepFailedException(Kind.LOCAL, "The credentials for the proxy have a character that cannot be sent.");
    }
    return new WireRequest(request.endpoint(), request.method(), request.target(), headers, request.body());
  }

  private static int status(Optional<WireResponse> answer) {
    return answer.map(WireResponse::status).orElse(0);
  }

  /** What went over the wire so far. */
  ProxyHop hop() {
    int status = reader == null ? 0 : status(reader.soFar());
    return new ProxyHop(proxy.toString(), sent, input == null ? Bytes.EMPTY : input.bytes(), status);
  }
}
