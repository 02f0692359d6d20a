package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunPresenterTest {
  private final Desk desk = new Desk();

  @Test
  void aGrantGoesOutOnceAndItsTokenIsShown() {
    desk.typeSecret("s3cret-canary");
    desk.run();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.screen.title).isEqualTo("Token granted with both scopes asked for");
    assertThat(desk.screen.tone).isEqualTo(Tone.GOOD);
    assertThat(desk.screen.scopes).extracting(ResultPresenter.ScopeRow::word).containsExactly("granted", "granted");
    assertThat(desk.screen.phases).isEqualTo("look-up 3 · wait 347");
    assertThat(desk.screen.elapsed).isEqualTo("350 ms");
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.workbench.selected().lastOutcome())
        .hasValueSatisfying(it -> assertThat(it.result()).isEqualTo(LastOutcome.Result.GRANTED));
  }

  @ParameterizedTest
  @CsvSource({
    "200, '{\"access_token\":\"t\",\"token_type\":\"Bearer\",\"scope\":\"a\"}', ATTENTION",
    "200, '{\"access_token\":\"t\",\"token_type\":\"Bearer\"}', GRANTED",
    "400, '{\"error\":\"invalid_grant\"}', FAILED",
    "200, hello, FAILED"
  })
  void theSignInTheListSaysHowItEnded(int status, String body, LastOutcome.Result sign) {
    desk.typeSecret("s3cret-canary");
    desk.wire.status = status;
    desk.wire.body = body;
    desk.run();

    assertThat(desk.workbench.selected().lastOutcome()).contains(new LastOutcome(sign, desk.wire.startedAt));
  }

  @Test
  void theWholeIsRoundedAsItsPhasesAre() {
    assertThat(Durations.shown(Duration.ofNanos(359_600_000), desk.texts)).isEqualTo("360 ms");
    assertThat(Durations.shown(Duration.ofNanos(999_600_000), desk.texts)).isEqualTo("1.0 s");
  }

  @Test
  void aSecondRunWhileOneIsRunningIsImpossible() {
    desk.typeSecret("x");
    desk.form.run().onRun();
    assertThat(desk.screen.running).isTrue();
    desk.form.run().onRun();
    desk.background.work();

    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void onlyTheLongestPhasesStandBesideRun() {
    List<PhaseTime> phases =
        Stream.of(Phase.values()).map(it -> new PhaseTime(it, Duration.ofMillis(it == Phase.WAIT ? 347 : it.name().length()))).toList();
    assertThat(Durations.phases(phases, desk.texts)).isEqualTo("look-up 6 · connect 7 · wait 347 · receive 7");
    assertThat(Durations.phases(List.of(new PhaseTime(Phase.LOOKUP, Duration.ofNanos(300_000)), new PhaseTime(Phase.WAIT, Duration.ofMillis(4))), desk.texts))
        .isEqualTo("wait 4");
  }

  @Test
  void phasesAreShownAsTheyHappen() {
    desk.typeSecret("x");
    List<String> seen = new ArrayList<>();
    desk.wire.meanwhile = () -> seen.add(desk.screen.phases);
    desk.run();

    assertThat(seen).containsExactly("Waiting for the answer");
  }

  /** The clock of the machine stands still here, as one that is set back does for a while. */
  @Test
  void theTimeOfARunIsTheTimeThatPassed() {
    desk.typeSecret("x");
    List<String> seen = new ArrayList<>();
    desk.wire.meanwhile =
        () -> {
          desk.background.pass(Duration.ofSeconds(2));
          seen.add(desk.screen.elapsed);
        };
    desk.run();

    assertThat(seen).containsExactly("2.0 s");
  }

  @Test
  void cancelIsIdleAtOnceAndALateAnswerNeverAppears() {
    desk.typeSecret("x");
    List<Boolean> running = new ArrayList<>();
    desk.wire.meanwhile =
        () -> {
          desk.form.run().onCancel();
          running.add(desk.screen.running);
        };
    desk.run();

    assertThat(running).containsExactly(false);
    assertThat(desk.screen.title).isEqualTo("Cancelled");
    assertThat(desk.screen.detail).contains("waiting for the answer");
    assertThat(desk.screen.titles).noneMatch(it -> it.startsWith("Token granted"));
    assertThat(desk.screen.request.text).as("what went out before is still shown").startsWith("POST /token");
    assertThat(desk.workbench.selected().lastOutcome()).isEmpty();
  }

  @Test
  void theBytesOfACancelledRunDoNotReplaceTheResultOfANewerOne() {
    desk.typeSecret("x");
    desk.wire.meanwhile =
        () -> {
          if (desk.wire.sent.size() == 1) {
            desk.form.run().onCancel();
            desk.run();
          }
        };
    desk.run();

    assertThat(desk.wire.sent).hasSize(2);
    assertThat(desk.screen.title).startsWith("Token granted");
  }

  @Test
  void aResultStaysWithItsProfile() {
    desk.typeSecret("x");
    desk.form.run().onRun();
    desk.presenters.profiles().onSelect(Desk.SECOND);
    desk.background.work();

    assertThat(desk.screen.title).isEqualTo("Ready");
    desk.presenters.profiles().onSelect(Desk.FIRST);
    assertThat(desk.screen.title).startsWith("Token granted");
  }

  @Test
  void theResultOfADeletedProfileIsDropped() {
    desk.typeSecret("x");
    desk.form.run().onRun();
    desk.presenters.profiles().onDelete(Desk.FIRST);
    desk.background.work();

    assertThat(desk.screen.title).isEqualTo("Ready");
    assertThat(desk.screen.running).isFalse();
  }

  @Test
  void whatCannotBeSentIsSaidBesideItsFieldAndNothingIsSent() {
    desk.form.credentials().onClientId("");
    desk.form.region().onTokenUrl("https://{{org_name}}.example/token");
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("nice-access-region", "eu\nX: 1")));
    desk.run();

    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.title).isEqualTo("Nothing was sent: 4 fields need a change");
    assertThat(desk.screen.clientIdNotice).hasValueSatisfying(it -> assertThat(it.text()).isEqualTo("Enter the client ID"));
    assertThat(desk.screen.secretNotice).hasValueSatisfying(it -> assertThat(it.tone()).isEqualTo(Tone.BAD));
    assertThat(desk.screen.urlProblem).hasValue("Replace the placeholder {{org_name}}");
    assertThat(desk.screen.headers.getFirst().problem()).hasValueSatisfying(it -> assertThat(it).contains("U+000A"));
    assertThat(desk.screen.optionsProblem).isTrue();
    assertThat(desk.screen.problemsFocused).isEqualTo(1);
    assertThat(desk.workbench.draft().tokenUrl()).as("nothing is lost").contains("{{org_name}}");
  }

  @Test
  void theSecretIsFetchedFromTheKeyringWhenItIsFirstNeeded() {
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("from-ring"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    assertThat(desk.store.calls).as("never at start").isEmpty();
    assertThat(desk.screen.place.text()).isEqualTo("No secret yet. It will be kept in your keyring.");
    desk.workbench.secretChanged();
    assertThat(desk.screen.place.text()).isEqualTo("Kept in Test Keyring");

    desk.run();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.store.calls).containsExactly("load");
  }

  @Test
  void aKeyringThatDoesNotAnswerIsSaidAfterASecondAndCanBeCancelled() {
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.form.run().onRun();
    desk.background.pass(Duration.ofMillis(1100));
    assertThat(desk.screen.phases).isEqualTo("Waiting for your keyring");

    desk.form.run().onCancel();
    desk.background.work();

    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.running).isFalse();
  }

  @Test
  void aLockedKeyringSendsNothingAndOffersToTryAgain() {
    desk.store.trouble = java.util.Optional.of(Reason.LOCKED_OR_TIMED_OUT);
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("from-ring"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.run();

    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.title).isEqualTo("Nothing was sent: the secret could not be had");
    assertThat(desk.screen.action).hasValue("Try again");

    desk.store.trouble = java.util.Optional.empty();
    desk.presenters.result().onAction();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void aSecretIsNotSentToAnotherHostWithoutAQuestion() {
    desk.typeSecret("x");
    desk.run();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    desk.run();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.screen.question).hasValueSatisfying(it -> assertThat(it).contains("elsewhere.example", "auth.example"));

    desk.form.run().onHostAllowed();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(2);
    desk.run();
    assertThat(desk.wire.sent).as("a changed host asks once").hasSize(3);
  }

  @Test
  void aRunWithoutASecretMakesNoHostKnown() {
    desk.typeSecret("x");
    desk.run();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    desk.form.credentials().onSendAs(SendAs.NONE_FORM.name());
    desk.run();
    assertThat(desk.wire.sent).as("nothing to ask about").hasSize(2);
    assertThat(desk.workbench.selected().allowedHosts()).containsExactly("auth.example");

    desk.form.credentials().onSendAs(SendAs.BASIC_FORM.name());
    desk.run();
    assertThat(desk.wire.sent).hasSize(2);
    assertThat(desk.screen.question).hasValueSatisfying(it -> assertThat(it).contains("elsewhere.example"));
  }

  @Test
  void aCopyOfAProfileMayNotTakeItsSecretToAnotherHostUnasked() {
    desk.typeSecret("x");
    desk.run();
    desk.presenters.profiles().onDuplicate(Desk.FIRST);
    desk.background.work();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    desk.run();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.screen.question).isPresent();
  }

  @Test
  void aProfileDeletedWhileItIsPreparedLeavesTheWindowFree() {
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("from-ring"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.form.run().onRun();
    desk.presenters.profiles().onDelete(Desk.FIRST);
    desk.background.work();

    assertThat(desk.screen.running).isFalse();
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void aYesForAnOlderSecretIsAskedForAgain() {
    desk.typeSecret("x");
    desk.run();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    desk.run();
    desk.typeSecret("newer");
    desk.form.run().onHostAllowed();
    desk.background.work();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.screen.question).isPresent();
  }

  @Test
  void aNoAndCancelTakeTheQuestionAwayAndNothingIsSent() {
    desk.typeSecret("x");
    desk.run();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    for (Runnable no : List.<Runnable>of(desk.form.run()::onHostRefused, desk.form.run()::onCancel)) {
      desk.run();
      assertThat(desk.screen.question).isPresent();
      no.run();
      assertThat(desk.screen.question).isEmpty();
      desk.form.run().onHostAllowed();
      desk.background.work();
    }
    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void theAnswerToAnOldQuestionSendsNothing() {
    desk.typeSecret("x");
    desk.run();
    desk.form.region().onTokenUrl("https://elsewhere.example/token");
    desk.run();
    desk.form.region().onTokenUrl("https://third.example/token");
    desk.form.run().onHostAllowed();
    desk.background.work();

    assertThat(desk.wire.sent).hasSize(1);
  }

  @Test
  void neitherSecretNorTokenIsOnTheScreenUnasked() {
    desk.typeSecret("s3cret-canary");
    desk.wire.body = "{\"error\":\"invalid_client\",\"error_description\":\"bad secret s3cret-canary\"}";
    desk.wire.status = 401;
    desk.run();
    assertThat(desk.screen.everything()).doesNotContain("s3cret-canary");

    desk.wire.status = 200;
    desk.wire.body = "{\"access_token\":\"tok-canary-1\",\"token_type\":\"Bearer\"}";
    desk.run();
    assertThat(desk.screen.everything()).doesNotContain("s3cret-canary", "tok-canary-1");

    desk.presenters.response().onReveal(true);
    desk.background.work();
    assertThat(desk.screen.response.text).contains("tok-canary-1");
  }

  @Test
  void aThousandRandomClicksNeverShowAStaleResult() {
    java.util.Random random = new java.util.Random(7);
    desk.typeSecret("x");
    for (int i = 0; i < 1000; i++) {
      switch (random.nextInt(5)) {
        case 0 -> desk.form.run().onRun();
        case 1 -> desk.form.run().onCancel();
        case 2 -> desk.presenters.profiles().onSelect(random.nextBoolean() ? Desk.FIRST : Desk.SECOND);
        case 3 -> desk.background.work();
        default -> desk.background.pass(Duration.ofMillis(100));
      }
    }
    desk.form.run().onCancel();
    desk.background.work();
    assertThat(desk.screen.running).isFalse();
    int before = desk.wire.sent.size();
    desk.presenters.profiles().onSelect(Desk.FIRST);
    desk.run();
    assertThat(desk.wire.sent).hasSize(before + 1);
    assertThat(desk.screen.title).startsWith("Token granted");
  }
}
