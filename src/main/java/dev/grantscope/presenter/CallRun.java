package dev.grantscope.presenter;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.api.CallVerdict;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.token.TokenTimes;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calls of an API one after the other, off the UI thread; a token that has expired is fetched again before. */
final class CallRun {
  private final ApiCallService service;
  private final GrantService grants;
  private final CallVerdict verdict;
  private final Background background;
  private final Clock clock;

  /** An answer with its words, which are made here, once: whatever of the server stands in them was redacted. */
  record Answered(ApiAnswer answer, Tone tone, String word, String meaning) {}

  /**
   * What came of the calls.
   *
   * @param run that brought their token
   * @param fetched whether that was fetched for them
   */
  record Done(GrantRun run, boolean fetched, List<Answered> answers) {
    Done {
      answers = List.copyOf(answers);
    }
  }

  CallRun(Services with) {
    this.service = with.tokens().calls();
    this.grants = with.grants();
    this.verdict = new CallVerdict(with.texts());
    this.background = with.background();
    this.clock = with.clock();
  }

  /**
   * Makes them; without a token, where that had to be fetched and was refused, none.
   *
   * @param soFar hears on the UI thread after each, unless it is cancelled by then
   */
  Done run(GrantRun before, List<ApiCall> calls, WireSettings settings, Cancellation cancellation, Consumer<Done> soFar) {
    boolean over = isOver(before);
    GrantRun run = over ? grants.run(before.request(), settings, cancellation, WireListener.NONE) : before;
    Optional<TokenResponse> token = run.token();
    List<Answered> answers = new ArrayList<>();
    for (ApiCall call : calls) {
      if (token.isEmpty() || cancellation.isCancelled()) {
        break;
      }
      answers.add(
          answered(service.call(call, token.get().accessToken(), run.secrets(), settings, cancellation, WireListener.NONE)));
      Done now = new Done(run, over, answers);
      background.onUi(
          () -> {
            if (!cancellation.isCancelled()) {
              soFar.accept(now);
            }
          });
    }
    return new Done(run, over, answers);
  }

  private boolean isOver(GrantRun run) {
    TokenResponse token = run.token().orElseThrow();
    return TokenTimes.of(token.jwt(), token.expiresIn(), run.exchange().endedAt()).isOver(clock.instant());
  }

  private Answered answered(ApiAnswer answer) {
    return new Answered(answer, CallVerdict.tone(answer.meaning()), verdict.word(answer), verdict.meaning(answer));
  }
}
