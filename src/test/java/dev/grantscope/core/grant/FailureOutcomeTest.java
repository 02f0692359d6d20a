package dev.grantscope.core.grant;

import static dev.grantscope.core.grant.Answers.asking;
import static dev.grantscope.core.grant.Answers.inWords;
import static dev.grantscope.core.grant.Answers.response;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Verdict;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailureOutcomeTest {
  @ParameterizedTest
  @EnumSource(WireFailure.Kind.class)
  void everyFailureHasItsOutcome(WireFailure.Kind kind) {
    WireFailure failure = new WireFailure(Phase.RECEIVE, kind, "It failed.");
    GrantRun silent = Answers.run(asking("a"), Optional.empty(), Optional.of(failure));
    // Half a token response is no grant.
    byte[] body = "{\"access_token\":\"t\",\"token_type\":\"b\"}".getBytes(StandardCharsets.UTF_8);
    GrantRun begun = Answers.run(asking("a"), Optional.of(response(200, body)), Optional.of(failure));

    assertThat(inWords(silent.outcome())).isEqualTo(expected(kind, 0));
    assertThat(inWords(begun.outcome())).isEqualTo(expected(kind, 200));
  }

  /** An answer of 500 header fields is not called larger than 4 MB. */
  @Test
  void whatWasCutIsSaidWithTheLimitThatItMet() {
    WireFailure failure =
        new WireFailure(Phase.RECEIVE, WireFailure.Kind.TOO_LARGE, "The answer was cut after 500 header fields.");
    GrantRun run = Answers.run(asking("a"), Optional.empty(), Optional.of(failure));
    Verdict.Banner banner = new Verdict(new Texts()).of(run);

    assertThat(banner.title()).isEqualTo("Not an OAuth answer: too large, so it was cut");
    assertThat(banner.detail())
        .isEqualTo("The answer was cut after 500 header fields. What came until then is in the Response tab.");
  }

  private static String expected(WireFailure.Kind kind, int status) {
    return switch (kind) {
      case CANCELLED -> "cancelled RECEIVE";
      case TOO_LARGE -> "TOO_LARGE " + status + " It failed.";
      case TRUNCATED -> "TRUNCATED " + status;
      case NOT_HTTP -> "NOT_HTTP 0";
      default -> "not reached " + kind;
    };
  }

  @Test
  void sendsExactlyOneRequestWithTheCallersSettings() {
    List<WireRequest> sent = new ArrayList<>();
    dev.grantscope.core.wire.Cancellation cancellation = new dev.grantscope.core.wire.Cancellation();
    GrantService service =
        new GrantService(
            (request, settings, its, listener) -> {
              sent.add(request);
              assertThat(settings).isSameAs(WireSettings.STANDARD);
              assertThat(its).isSameAs(cancellation);
              assertThat(listener).isSameAs(WireListener.NONE);
              return new Exchange(
                  request, Instant.EPOCH, request.toBytes(), request.toBytes(),
                  Optional.of(response(503, new byte[0], new Header("Retry-After", "0"))),
                  Optional.empty(), List.of(), List.of(), Optional.empty(), Optional.empty());
            },
            "Test/1");

    GrantRun run = service.run(asking("a"), WireSettings.STANDARD, cancellation, WireListener.NONE);

    assertThat(sent).containsExactly(new TokenRequestBuilder("Test/1").build(asking("a")));
    assertThat(run.exchange().request()).isSameAs(sent.getFirst());
    assertThat(run.request()).isEqualTo(asking("a"));
  }
}
