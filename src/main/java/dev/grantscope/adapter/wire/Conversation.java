package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** One exchange, step by step, and all that was observed of it. Used once, by one thread. */
final class Conversation {
  /** One TLS record; a request that fits goes out in one piece. */
  private static final int PIECE = 16 * 1024;

  private WireRequest request;
  private final WireSettings settings;
  private final Guard guard;
  private final PhaseClock clock;
  private final Lookup lookup;
  private final CompletableFuture<X509ExtendedTrustManager> trust;
  private final Instant startedAt = Instant.now();
  private final List<AddressAttempt> attempts = new ArrayList<>();
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private Route route = Route.direct(Route.Why.SWITCHED_OFF, "");
  private @Nullable ProxyTunnel tunnel;
  private @Nullable TlsHandshake handshake;
  private @Nullable TappedInput input;
  private @Nullable ResponseReader reader;

  /**
   * Prepares it.
   *
   * @param trust what is trusted, being read meanwhile; not waited for where there is no TLS
   */
  Conversation(
      WireRequest request,
      WireSettings settings,
      Guard guard,
      PhaseClock clock,
      Lookup lookup,
      CompletableFuture<X509ExtendedTrustManager> trust) {
    this.request = request;
    this.settings = settings;
    this.guard = guard;
    this.clock = clock;
    this.lookup = lookup;
    this.trust = trust;
  }

  Exchange hold() {
    Optional<WireFailure> failure = Optional.empty();
    try {
      RawSocket raw = connect();
      Socket socket = request.endpoint().tls() ? secure(raw) : raw;
      receive(send(socket), raw);
    } catch (IOException | RuntimeException e) {
      failure = Optional.of(failure(e));
    }
    clock.stop();
    return new Exchange(
        request,
        startedAt,
        Bytes.of(sent.toByteArray()),
        input == null ? Bytes.EMPTY : input.bytes(),
        answer(),
        failure,
        clock.times(),
        attempts,
        Optional.ofNullable(handshake).map(TlsHandshake::facts),
        Optional.ofNullable(tunnel).map(ProxyTunnel::hop),
        route);
  }

  private RawSocket connect() throws IOException {
    Endpoint server = request.endpoint();
    clock.begin(Phase.LOOKUP);
    route = lookup.route(server, settings.routing(), guard);
    if (route.why() == Route.Why.UNUSABLE) {
      clock.begin(Phase.PROXY);
      throw ProxyTunnel.unusable(route);
    }
    Optional<WireProxy> proxy = route.proxy();
    if (proxy.isPresent() && !server.tls()) {
      request = ProxyTunnel.withoutTunnel(request, proxy.get());
    }
    List<InetAddress> addresses = lookup.addresses(proxy.map(WireProxy::host).orElse(server.host()), guard);
    clock.begin(Phase.CONNECT);
    return new Dialer(guard, attempts).dial(addresses, proxy.map(WireProxy::port).orElse(server.port()));
  }

  private Socket secure(RawSocket raw) throws IOException {
    if (route.proxy().isPresent()) {
      clock.begin(Phase.PROXY);
      ProxyTunnel opening = new ProxyTunnel(route.proxy().get(), request.endpoint(), settings.limits());
      tunnel = opening;
      opening.open(raw);
    }
    clock.begin(Phase.TLS);
    TlsHandshake shaking = new TlsHandshake(request.endpoint().host(), () -> guard.await(trust), settings.clientCertificate());
    handshake = shaking;
    return shaking.over(raw);
  }

  private ResponseReader send(Socket socket) throws IOException {
    clock.begin(Phase.SEND);
    TappedInput tap = new TappedInput(socket.getInputStream(), Integer.MAX_VALUE);
    ResponseReader answer = new ResponseReader(socket, tap, settings.limits(), request.method());
    input = tap;
    reader = answer;
    byte[] bytes = request.toBytes().toArray();
    OutputStream output = socket.getOutputStream();
    try {
      for (int from = 0; from < bytes.length; from += PIECE) {
        int length = Math.min(PIECE, bytes.length - from);
        output.write(bytes, from, length);
        sent.write(bytes, from, length);
      }
    } catch (IOException e) {
      if (guard.ending().isEmpty()) {
        answer.readAfterFailedSend();
      }
      throw e;
    }
    return answer;
  }

  private void receive(ResponseReader answer, RawSocket raw) throws IOException {
    clock.begin(Phase.WAIT);
    if (!answer.awaitFirstByte()) {
      throw new StepFailedException(Kind.CLOSED, "The other side closed the connection without an answer.");
    }
    clock.begin(Phase.RECEIVE);
    try {
      answer.read();
    } catch (IOException e) {
      throw proxyWantsCredentials() ? ProxyTunnel.authenticationWanted(route.proxy().orElseThrow()) : e;
    }
    if (proxyWantsCredentials()) {
      throw ProxyTunnel.authenticationWanted(route.proxy().orElseThrow());
    }
    if (handshake != null && answer.endedByClose() && raw.ended()) {
      throw new StepFailedException(Kind.TRUNCATED, "The connection was closed without the end of TLS, so the answer may not be whole.");
    }
    answer.readWhatIsHere();
  }

  /** Without TLS the proxy answers in the place of the server. */
  private boolean proxyWantsCredentials() {
    return route.proxy().isPresent()
        && !request.endpoint().tls()
        && answer().map(WireResponse::status).equals(Optional.of(407));
  }

  private Optional<WireResponse> answer() {
    return reader == null ? Optional.empty() : reader.soFar();
  }

  private WireFailure failure(Exception e) {
    boolean beforeAnAnswer = clock.current() == Phase.SEND || clock.current() == Phase.WAIT;
    TlsHandshake shaking = handshake;
    if (shaking != null && beforeAnAnswer && shaking.clientCertificateWanted() && answer().isEmpty()) {
      return FailureMapping.of(clock.current(), shaking.clientCertificateFault(TlsHandshake.alert(e)), guard.ending());
    }
    return FailureMapping.of(clock.current(), e, guard.ending());
  }
}
