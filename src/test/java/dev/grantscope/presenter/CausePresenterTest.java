package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.verdict.Tone;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Cause tab over a wire that refuses, or that takes the credentials in the body only. */
class CausePresenterTest {
  private final Desk desk = new Desk();

  private void refuse() {
    desk.typeSecret("s3cret-canary");
    desk.wire.status = 401;
    desk.wire.body = "{\"error\":\"invalid_client\"}";
  }

  private void acceptBodyOnly() {
    refuse();
    desk.wire.meanwhile =
        () -> {
          boolean inBody = desk.wire.sent.getLast().body().asText().contains("client_id=client&client_secret=s3cret-canary");
          desk.wire.status = inBody ? 200 : 401;
          desk.wire.body =
              inBody ? "{\"access_token\":\"tok\",\"token_type\":\"b\",\"scope\":\"a b\"}" : "{\"error\":\"invalid_client\"}";
        };
  }

  @Test
  void thePlanIsShownFirstAndNothingIsSentBeforeTheYes() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();

    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.plan).isNotEmpty();
    assertThat(desk.screen.planSummary).contains("auth.example", "At most 12 requests carry the real secret");

    desk.presenters.cause().onNo();
    assertThat(desk.screen.plan).isEmpty();
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void aProvedCauseCanBeAppliedAndTheGrantThenWorks() {
    acceptBodyOnly();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.background.work();

    assertThat(desk.screen.verdict)
        .hasValueSatisfying(
            it -> {
              assertThat(it.title()).isEqualTo("Proved. The client is registered for another way to authenticate.");
              assertThat(it.fix()).isPresent();
            });
    assertThat(desk.screen.experiments).extracting(CausePresenter.Row::tone).contains(Tone.GOOD);
    assertThat(desk.screen.title).isEqualTo("Refused: 401 invalid_client");
    assertThat(desk.screen.running).isFalse();

    desk.presenters.cause().onApply(0);
    assertThat(desk.screen.sendAs).isEqualTo("POST_FORM");
    desk.run();
    assertThat(desk.screen.title).startsWith("Token granted");
  }

  @Test
  void aRowShowsItsExchangeInRequestAndResponse() {
    acceptBodyOnly();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.background.work();
    int granted = desk.screen.experiments.stream().map(CausePresenter.Row::tone).toList().indexOf(Tone.GOOD);
    desk.presenters.cause().onRow(granted);
    desk.background.work();

    assertThat(desk.screen.request.info).startsWith("Experiment " + granted);
    assertThat(desk.screen.request.text).contains("client_secret=‹redacted›");
    assertThat(desk.screen.response.text).contains("HTTP/1.1 200");

    desk.run();
    assertThat(desk.screen.request.info).as("a run shows its own exchange again").doesNotContain("Experiment");
  }

  @Test
  void cancelIsIdleAtOnceAndSendsNothingMore() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    List<Boolean> running = new ArrayList<>();
    desk.wire.meanwhile =
        () -> {
          desk.presenters.cancel();
          running.add(desk.screen.running);
        };
    desk.presenters.cause().onYes();
    desk.background.work();

    assertThat(running).containsExactly(false);
    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void runAndFindTheCauseExcludeEachOther() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.presenters.run().onRun();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    int sent = desk.wire.sent.size();

    desk.run();
    assertThat(desk.wire.sent).hasSize(sent + 1);
  }

  @Test
  void aPlanForAnOlderSecretIsMadeAnew() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.typeSecret("newer");
    desk.presenters.cause().onYes();
    desk.background.work();
    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.plan).isNotEmpty();
  }

  @Test
  void whatIsOddIsSaidWithoutSendingAnything() {
    desk.presenters.region().onTokenUrl("https://platform.euw1.api.nicecxone.com/oauth/token");
    desk.presenters.scope().onScopeEdited("");
    desk.presenters.profiles().onSelect(Desk.SECOND);
    desk.presenters.profiles().onSelect(Desk.FIRST);

    assertThat(desk.screen.lint).extracting(CausePresenter.Line::title)
        .anyMatch(it -> it.contains("NICE does not document platform.euw1.api.nicecxone.com for tokens"))
        .anyMatch(it -> it.contains("no scope"));
    assertThat(desk.screen.urlProblem).hasValueSatisfying(it -> assertThat(it).contains("NICE does not document"));
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void noSecretIsInTheTab() {
    refuse();
    desk.wire.body = "{\"error\":\"invalid_client\",\"error_description\":\"no s3cret-canary\"}";
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.background.work();

    assertThat(desk.screen.experiments.toString() + desk.screen.verdict + desk.screen.everything()).doesNotContain("canary");
  }
}
