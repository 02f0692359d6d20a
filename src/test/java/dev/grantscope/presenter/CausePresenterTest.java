package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void aCertificateThatIsTheCredentialIsSpokenOfInThePlan(@TempDir Path folder) {
    ClientCertificate certificate = TestAuthority.in(folder).clientCertificate("client");
    desk.connections.settings = new WireSettings(WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.of(certificate));
    desk.form.credentials().onSendAs("TLS_FORM");
    desk.presenters.connection().onClientCertificate("/keys/client.pem");
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.screen.planSummary).endsWith("Made-up clients show your certificate too, which is not counted: many servers speak to nobody without one.");
    desk.form.credentials().onSendAs("BASIC_FORM");
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.screen.planSummary).doesNotContain("certificate");
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
              assertThat(it.title()).isEqualTo("Proved. The server takes these credentials sent another way.");
              assertThat(it.fix()).isPresent();
            });
    assertThat(desk.screen.experiments).extracting(CausePresenter.Row::tone).contains(Tone.GOOD);
    assertThat(desk.screen.title).isEqualTo("The server takes these credentials sent another way.");
    assertThat(desk.screen.detail).startsWith("Refused: 401 invalid_client. Proved by experiment");
    assertThat(desk.screen.running).isFalse();

    String fix = desk.screen.verdict.orElseThrow().fix().orElseThrow();
    desk.presenters.cause().onApply(0);
    desk.presenters.cause().onApply(0);
    assertThat(desk.screen.sendAs).isEqualTo("POST_FORM");
    assertThat(desk.screen.verdict.orElseThrow().title()).isEqualTo("Done: " + fix);
    assertThat(desk.screen.experiments).isNotEmpty();
    assertThat(desk.screen.runFocused).isEqualTo(1);
    desk.run();
    assertThat(desk.screen.title).startsWith("Token granted");
    assertThat(desk.screen.experiments).isEmpty();
  }

  @Test
  void aTrimmedSecretCanBeTakenBackUntilAnotherIsTyped() {
    desk.typeSecret("s3cret\n");
    int line = desk.screen.lint.stream().map(it -> it.fix().isPresent()).toList().indexOf(true);
    desk.presenters.cause().onApply(line);
    assertThat(desk.screen.secret.reveal()).isEqualTo("s3cret");
    assertThat(desk.screen.undoOffered).isTrue();
    desk.form.region().onUndo();
    assertThat(desk.screen.secret.reveal()).isEqualTo("s3cret\n");

    desk.presenters.cause().onApply(line);
    desk.typeSecret("another");
    assertThat(desk.screen.undoOffered).isFalse();
    desk.form.region().onUndo();
    assertThat(desk.screen.secret.reveal()).isEqualTo("another");
  }

  @Test
  void anAppliedChangeCanBeTakenBack() {
    acceptBodyOnly();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.background.work();
    String before = desk.screen.sendAs;
    desk.presenters.cause().onApply(0);
    assertThat(desk.screen.undoOffered).isTrue();
    desk.form.region().onUndo();

    assertThat(desk.screen.sendAs).isEqualTo(before);
    assertThat(desk.screen.verdict.orElseThrow().title()).startsWith("Proved. The server takes");
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

  /** What was cancelled ends when its socket does, which may be after a newer run has ended. */
  @Test
  void aCancelledDiagnosisDoesNotReplaceTheResultOfANewerRun() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.wire.meanwhile =
        () -> {
          if (desk.wire.sent.size() == 3) {
            desk.presenters.cancel();
            desk.wire.status = 200;
            desk.wire.body = "{\"access_token\":\"tok\",\"token_type\":\"b\",\"scope\":\"a b\"}";
            desk.run();
          }
        };
    desk.presenters.cause().onYes();
    desk.background.work();

    assertThat(desk.wire.sent).hasSize(4);
    assertThat(desk.screen.title).startsWith("Token granted");
    assertThat(desk.workbench.result().grant()).isPresent();
  }

  @Test
  void runAndFindTheCauseExcludeEachOther() {
    refuse();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    int waiting = desk.background.waiting();
    desk.form.run().onRun();
    desk.presenters.cause().onFindCause();
    assertThat(desk.background.waiting()).as("neither began anything").isEqualTo(waiting);
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
    desk.form.region().onTokenUrl("https://platform.euw1.api.nicecxone.com/oauth/token");
    desk.form.scope().onScopeEdited("");
    desk.presenters.profiles().onSelect(Desk.SECOND);
    desk.presenters.profiles().onSelect(Desk.FIRST);

    assertThat(desk.screen.lint).extracting(CausePresenter.Line::title)
        .anyMatch(it -> it.contains("For tokens, NICE does not document platform.euw1.api.nicecxone.com."))
        .anyMatch(it -> it.contains("no scope"));
    assertThat(desk.screen.urlProblem).hasValue("For tokens, NICE does not document platform.euw1.api.nicecxone.com.");
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void aRunJustMadeIsNotMadeAgain() {
    refuse();
    desk.wire.startedAt = Instant.parse("2026-11-21T11:59:30Z");
    desk.run();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.screen.planSummary).startsWith("It begins with the run just made.").contains("At most 11 requests");

    desk.presenters.cause().onYes();
    desk.background.work();
    assertThat(desk.wire.sent.get(1).body().asText()).contains("grantscope_made_up_grant");
    assertThat(desk.screen.experiments).first().extracting(CausePresenter.Row::answer).isEqualTo("401 invalid_client");
  }

  @Test
  void aRunOfAnotherFormOrLongAgoIsMadeAgain() {
    refuse();
    desk.wire.startedAt = Instant.parse("2026-11-21T11:59:30Z");
    desk.run();
    desk.form.scope().onScopeEdited("other");
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.screen.planSummary).contains("At most 12 requests");

    desk.wire.startedAt = Instant.parse("2026-11-21T11:50:00Z");
    desk.run();
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.screen.planSummary).contains("At most 12 requests");
  }

  /** A client that only Genesys Cloud in Frankfurt knows, asked for in Ireland. */
  private void wrongRegion() {
    desk.form.region().onProvider("genesys");
    desk.form.region().onRegion("eu-west-1");
    refuse();
    desk.wire.meanwhile =
        () -> {
          WireRequest last = desk.wire.sent.getLast();
          boolean bare = last.body().asText().contains("grantscope_made_up_grant");
          boolean home = last.endpoint().host().equals("login.mypurecloud.de") && !bare;
          desk.wire.status = home ? 200 : 400;
          desk.wire.body =
              home
                  ? "{\"access_token\":\"tok\",\"token_type\":\"b\"}"
                  : bare ? "{\"error\":\"unsupported_grant_type\"}" : "{\"error\":\"invalid_client\",\"error_description\":\"authentication failed\"}";
        };
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.presenters.cause().onYes();
    desk.background.work();
  }

  private long elsewhereWithSecret() {
    return desk.wire.sent.stream()
        .filter(it -> !it.endpoint().host().equals("login.mypurecloud.ie"))
        .filter(it -> it.headers().stream().anyMatch(header -> header.is("Authorization")) || it.body().asText().contains("canary"))
        .count();
  }

  @Test
  void theSecretGoesToOtherRegionsOnlyAfterASecondYesThatNamesThem() {
    wrongRegion();

    assertThat(desk.screen.planSummary).contains("17 other token URLs");
    assertThat(desk.screen.regionQuestion)
        .hasValueSatisfying(it -> assertThat(it.text()).contains("login.mypurecloud.de/oauth/token (Seen in public code"));
    assertThat(elsewhereWithSecret()).isZero();

    desk.presenters.cause().onNoOtherRegions();
    assertThat(desk.screen.regionQuestion).isEmpty();
    desk.presenters.cause().onOtherRegions();
    desk.background.work();
    assertThat(elsewhereWithSecret()).isZero();
    assertThat(desk.workbench.selected().allowedHosts()).containsExactly("login.mypurecloud.ie");
  }

  @Test
  void theRightRegionCanBeAppliedAndIsThenAllowed() {
    wrongRegion();
    desk.presenters.cause().onOtherRegions();
    desk.background.work();

    assertThat(elsewhereWithSecret()).isPositive();
    assertThat(desk.screen.verdict.orElseThrow().title()).startsWith("Proved. The region is wrong").contains("login.mypurecloud.de");
    desk.presenters.cause().onApply(0);
    assertThat(desk.workbench.draft().region()).isEqualTo("eu-central-1");
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://login.mypurecloud.de/oauth/token");
    desk.run();
    assertThat(desk.screen.title).startsWith("Token granted");
  }

  @Test
  void aYesForAFormThatWasChangedSinceIsNone() {
    wrongRegion();
    desk.form.scope().onScopeEdited("other");
    desk.presenters.cause().onOtherRegions();
    desk.background.work();

    assertThat(elsewhereWithSecret()).isZero();
    assertThat(desk.screen.plan).isNotEmpty();
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
