package dev.grantscope.core.timing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.AddressAttempt;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Phases one behind the other, addresses tried, and the server's clock against ours. */
class TimelineTest {
  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  private static Exchange exchange(Optional<String> date, Optional<WireFailure> failure, PhaseTime... phases)
      throws EndpointException {
    Endpoint endpoint = Endpoint.parse("https://auth.example/token");
    List<Header> headers = date.map(it -> List.of(new Header("date", it))).orElse(List.of());
    return new Exchange(
        new WireRequest(endpoint, "POST", "/token", List.of(), Bytes.EMPTY),
        START,
        Bytes.EMPTY,
        Bytes.EMPTY,
        Optional.of(new WireResponse("HTTP/1.1", 200, "OK", headers, Bytes.EMPTY)),
        failure,
        List.of(phases),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static PhaseTime took(Phase phase, long millis) {
    return new PhaseTime(phase, Duration.ofMillis(millis));
  }

  @Test
  void stepsFollowEachOtherAndSumToTheTotal() throws Exception {
    WireFailure failure = new WireFailure(Phase.WAIT, WireFailure.Kind.TIMEOUT, "");
    Timeline timeline =
        Timeline.of(exchange(Optional.empty(), Optional.of(failure), took(Phase.LOOKUP, 10), took(Phase.CONNECT, 30), took(Phase.WAIT, 60)));
    assertThat(timeline.total()).isEqualTo(Duration.ofMillis(100));
    assertThat(timeline.steps().stream().map(Timeline.Step::start))
        .containsExactly(Duration.ZERO, Duration.ofMillis(10), Duration.ofMillis(40));
    assertThat(timeline.steps().stream().map(Timeline.Step::failed)).containsExactly(false, false, true);
    assertThat(timeline.fraction(timeline.steps().getLast().elapsed())).isEqualTo(0.6);
    assertThat(Timeline.of(exchange(Optional.empty(), Optional.empty())).fraction(Duration.ZERO)).isZero();
  }

  /** The wait lasts from 2 s to 6 s after the start, so its middle is at 4 s. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "'Sat, 21 Nov 2026 12:00:04 GMT', 0, false",
        "'Sat, 21 Nov 2026 12:01:04 GMT', 60, true",
        "'Sat, 21 Nov 2026 12:01:03 GMT', 59, false",
        "'Sat, 21 Nov 2026 11:00:04 GMT', -3600, true",
        "'yesterday', -, false",
        "-, -, false",
      })
  void theDateIsComparedWithTheMiddleOfTheWait(String date, Long seconds, boolean noteworthy) throws Exception {
    Exchange exchange =
        exchange(Optional.ofNullable(date), Optional.empty(), took(Phase.CONNECT, 2000), took(Phase.WAIT, 4000));
    Optional<ClockSkew> skew = ClockSkew.of(exchange);
    assertThat(skew.map(it -> it.ahead().minusMillis(500).toSeconds())).isEqualTo(Optional.ofNullable(seconds));
    assertThat(skew.filter(ClockSkew::isNoteworthy).isPresent()).isEqualTo(noteworthy);
  }

  @ParameterizedTest
  @CsvSource({
    "'', NONE",
    "'127.0.0.1', NONE",
    "'!::1 127.0.0.1', IPV6_TO_IPV4",
    "'!::1 !2001:db8::1 127.0.0.1', IPV6_TO_IPV4",
    "'!127.0.0.1 ::1', IPV4_TO_IPV6",
    "'!127.0.0.9 127.0.0.1', OTHER_ADDRESS",
    "'!::1 !127.0.0.9 127.0.0.1', OTHER_ADDRESS",
    "'!::1 !127.0.0.1', NONE",
  })
  void aDetourIsKnownByTheAddressesThatFailed(String attempts, Detour detour) {
    List<AddressAttempt> all =
        Arrays.stream(attempts.split(" ", -1))
            .filter(it -> !it.isEmpty())
            .map(
                it ->
                    new AddressAttempt(
                        it.replace("!", ""),
                        443,
                        Duration.ofMillis(1),
                        it.startsWith("!") ? Optional.of(WireFailure.Kind.UNREACHABLE) : Optional.empty()))
            .toList();
    assertThat(Detour.of(all)).isEqualTo(detour);
  }
}
