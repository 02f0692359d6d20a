package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.verdict.Tone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault of the program, wherever it happens: the window is free again and says so, without what may stand in its message. */
class FaultTest {
  private static final String NAMED = "IllegalStateException at FaultTest:";

  private final Desk desk = new Desk();

  /** Where it may happen before anything is sent. */
  enum Place {
    PRACTICE,
    KEY_FILE,
    CONNECTION,
    KEYRING
  }

  private static void fault() {
    throw new IllegalStateException("canary-secret");
  }

  private void happensAt(Place place) {
    switch (place) {
      case PRACTICE -> {
        desk.workbench.edit(draft -> draft.withProvider(Practice.PROVIDER, "", "http://127.0.0.1:1/token"));
        desk.meanwhile = FaultTest::fault;
      }
      case KEY_FILE -> {
        desk.form.credentials().onSendAs("KEY_FORM");
        desk.form.credentials().onKeyFile("/keys/client.jwk");
        desk.meanwhile = FaultTest::fault;
      }
      case CONNECTION -> desk.connections.meanwhile = FaultTest::fault;
      case KEYRING -> {
        desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("from-ring"));
        desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
        desk.store.meanwhile = FaultTest::fault;
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void beforeARunItEndsTheRunAndNothingWasSent(Place place) {
    happensAt(place);
    desk.run();
    assertFreeAndSaid("Nothing was sent");
    assertThat(desk.wire.sent).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "KEY_FILE", mode = EnumSource.Mode.EXCLUDE)
  void beforeAPlanItIsSaidAndThereIsNone(Place place) {
    happensAt(place);
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertFreeAndSaid("Nothing was sent");
    assertThat(desk.screen.plan).isEmpty();
  }

  @Test
  void afterItTheNextRunWorks() {
    desk.typeSecret("x");
    happensAt(Place.CONNECTION);
    desk.run();
    desk.connections.meanwhile = () -> {};
    desk.wire.meanwhile = FaultTest::fault;
    desk.run();
    assertFreeAndSaid("A fault of this program ended the run");
    assertThat(desk.workbench.selected().lastOutcome()).as("no word about the server").isEmpty();
    desk.wire.meanwhile = () -> {};
    desk.run();
    assertThat(desk.screen.title).startsWith("Token granted");
  }

  @Test
  void aFaultAfterCancelIsNotSpokenOf() {
    desk.typeSecret("x");
    desk.wire.meanwhile =
        () -> {
          desk.presenters.cancel();
          fault();
        };
    desk.run();
    assertThat(desk.screen.title).isEqualTo("Cancelled");
  }

  @Test
  void amongExperimentsItEndsThemAndWhatCameStays() {
    desk.typeSecret("canary-secret");
    desk.wire.status = 401;
    desk.wire.body = "{\"error\":\"invalid_client\"}";
    desk.presenters.cause().onFindCause();
    desk.background.work();
    desk.wire.meanwhile =
        () -> {
          if (desk.wire.sent.size() == 3) {
            fault();
          }
        };
    desk.presenters.cause().onYes();
    desk.background.work();

    assertThat(desk.screen.running).isFalse();
    assertThat(desk.workbench.isBusy()).isFalse();
    assertThat(desk.screen.experiments).hasSize(2);
    assertThat(desk.screen.verdict)
        .hasValueSatisfying(
            it -> {
              assertThat(it.tone()).isEqualTo(Tone.BAD);
              assertThat(it.title()).startsWith("A fault of this program ended it: " + NAMED).doesNotContain("canary");
              assertThat(it.fix()).isEmpty();
            });
    desk.wire.meanwhile = () -> {};
    desk.run();
    assertThat(desk.screen.title).isEqualTo("Refused: 401 invalid_client");
  }

  /** A call, a check, a search: whatever else goes the way of the connection. */
  @Test
  void beforeAnErrandItIsSaidToo() {
    desk.typeSecret("x");
    desk.run();
    desk.connections.meanwhile = FaultTest::fault;
    desk.presenters.call().onUrl("https://auth.example/api");
    desk.presenters.call().onCall();
    desk.background.work();
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.workbench.isBusy()).isFalse();
    assertThat(desk.screen.phases).startsWith("A fault of this program ended it: " + NAMED).doesNotContain("canary");

    desk.form.region().onIssuer("https://as.example");
    desk.form.region().onDiscover();
    desk.background.work();
    assertThat(desk.screen.discovery.head.text()).startsWith("A fault of this program ended it: " + NAMED);
  }

  @Test
  void whenItMetTheKeyringTheSecretStaysHereAndTheKeyringIsAskedAgain() {
    desk.typeSecret("x");
    desk.store.meanwhile = FaultTest::fault;
    desk.form.credentials().onSecretLeft();
    desk.background.work();
    assertThat(desk.screen.place.text()).isEqualTo("Only until this window closes: Test Keyring failed");
    desk.store.meanwhile = () -> {};
    desk.run();
    assertThat(desk.screen.title).startsWith("Token granted");
    desk.form.credentials().onRetryKeyring();
    desk.background.work();
    assertThat(desk.screen.place.text()).isEqualTo("Kept in Test Keyring");
  }

  private void assertFreeAndSaid(String title) {
    assertThat(desk.screen.running).isFalse();
    assertThat(desk.workbench.isBusy()).isFalse();
    assertThat(desk.screen.tone).isEqualTo(Tone.BAD);
    assertThat(desk.screen.title).startsWith(title);
    assertThat(desk.screen.detail).contains(NAMED, "report").doesNotContain("canary");
  }
}
