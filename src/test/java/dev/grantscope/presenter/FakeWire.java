package dev.grantscope.presenter;

import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A wire that answers what the test says, and keeps what was sent. */
final class FakeWire implements HttpWire {
  Instant startedAt = Instant.EPOCH;
  final List<WireSettings> settings = new CopyOnWriteArrayList<>();
  final List<WireRequest> sent = new CopyOnWriteArrayList<>();
  int status = 200;
  String body = "{\"access_token\":\"tok-canary-1\",\"token_type\":\"Bearer\",\"expires_in\":3600,\"scope\":\"a b\"}";

  /** Other bodies, by the target of the request. */
  final Map<String, String> bodies = new HashMap<>();

  /** Headers beside the content type. */
  List<Header> headers = List.of();

  /** Other statuses, by the target of the request. */
  final Map<String, Integer> statuses = new HashMap<>();

  /** What was seen of it beside the answer. */
  UnaryOperator<Exchange> seen = it -> it;

  /** What happens while the answer is awaited. */
  Runnable meanwhile = () -> {};

  @Override
  public Exchange exchange(
      WireRequest request, WireSettings with, Cancellation cancellation, WireListener listener) {
    sent.add(request);
    settings.add(with);
    listener.onPhase(Phase.LOOKUP);
    listener.onPhase(Phase.WAIT);
    meanwhile.run();
    int status = statuses.getOrDefault(request.target(), this.status);
    String body = bodies.getOrDefault(request.target(), this.body);
    Bytes answer = Bytes.utf8("HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n\r\n" + body);
    Optional<WireFailure> failure =
        cancellation.isCancelled()
            ? Optional.of(new WireFailure(Phase.WAIT, WireFailure.Kind.CANCELLED, "Cancelled"))
            : Optional.empty();
    return seen.apply(new Exchange(
        request,
        startedAt,
        request.toBytes(),
        failure.isPresent() ? Bytes.EMPTY : answer,
        failure.isPresent()
            ? Optional.empty()
            : Optional.of(
                new WireResponse(
                    "HTTP/1.1", status, "X", all(), Bytes.utf8(body))),
        failure,
        List.of(new PhaseTime(Phase.LOOKUP, Duration.ofMillis(3)), new PhaseTime(Phase.WAIT, Duration.ofMillis(347))),
        List.of(),
        Optional.empty(),
        Optional.empty()));
  }

  private List<Header> all() {
    List<Header> all = new ArrayList<>(headers);
    all.add(new Header("Content-Type", "application/json"));
    return all;
  }
}
