package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.secret.SecretStoreException.Reason;
import dev.grantscope.core.verdict.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cards, the options and the list of profiles. */
class FormPresentersTest {
  private final Desk desk = new Desk();

  @ParameterizedTest
  @CsvSource({
    "cxone-organisation, acme, https://acme.api.nice.incontact.com/oauth2/token",
    "cxone-platform, euw1, https://platform.euw1.api.nicecxone.com/oauth/token",
    "cxone-platform, anything9, https://platform.anything9.api.nicecxone.com/oauth/token",
    "cxone, commercial, https://cxone.niceincontact.com/auth/token",
    "genesys, eu-west-2, https://login.euw2.pure.cloud/oauth/token",
  })
  void providerAndRegionGiveTheTokenUrl(String provider, String region, String url) {
    desk.form.region().onProvider(provider);
    desk.form.region().onRegion(region);

    assertThat(desk.screen.tokenUrl).isEqualTo(url);
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo(url);
  }

  @Test
  void everyUrlSaysHowWellItIsAttested() {
    desk.form.region().onProvider("cxone");
    assertThat(desk.screen.attestation).isEqualTo(new Notice(Tone.GOOD, "Documented by NICE"));
    desk.form.region().onRegion("sov-eu");
    assertThat(desk.screen.attestation.text()).startsWith("Seen in public code");
    desk.form.region().onProvider("cxone-platform");
    assertThat(desk.screen.attestation).isEqualTo(new Notice(Tone.ATTENTION, "Reported by users, not documented by NICE"));
    desk.form.region().onTokenUrl("https://platform.euw1.api.nicecxone.com/oauth/token2");
    assertThat(desk.screen.attestation.text()).startsWith("Typed by hand");
  }

  @Test
  void anOrganisationThatIsNotFilledInIsNotSent() {
    desk.form.region().onProvider("cxone-organisation");
    desk.typeSecret("x");
    desk.run();

    assertThat(desk.screen.tokenUrl).isEqualTo("https://{org}.api.nice.incontact.com/oauth2/token");
    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.urlProblem).hasValue("Replace the placeholder {org}");
  }

  /** A field of the settings is beside none that the admin sees. */
  @Test
  void whatNeedsAChangeIsCountedWhereItIs() {
    desk.connections.problems.add(FieldProblem.of(Field.SETTINGS_AUTHORITIES, "problem.file.missing", "/ca"));
    desk.typeSecret("x");
    desk.run();
    assertThat(desk.screen.title).isEqualTo("Nothing was sent: one field of the settings needs a change");
    assertThat(desk.screen.detail).isEqualTo("What is wrong stands beside each field. The settings open with Ctrl+,");

    desk.form.credentials().onClientId("");
    desk.run();
    assertThat(desk.screen.title).isEqualTo("Nothing was sent: one field needs a change, and one in the settings");

    desk.connections.problems.set(0, FieldProblem.of(Field.AUTHORITIES, "problem.file.missing", "/ca"));
    desk.run();
    assertThat(desk.screen.title).isEqualTo("Nothing was sent: 2 fields need a change");
    assertThat(desk.screen.detail).isEqualTo("What is wrong stands beside each field. One of them is in the options.");
  }

  @Test
  void whatWasCorrectedIsNotSaidToBeWrongAnyLonger() {
    desk.form.region().onProvider("cxone-organisation");
    desk.form.credentials().onClientId("");
    desk.run();
    assertThat(desk.screen.secretNotice.map(Notice::tone)).hasValue(Tone.BAD);
    assertThat(desk.screen.urlProblem).isPresent();

    desk.form.region().onRegion("acme");
    assertThat(desk.screen.tokenUrl).isEqualTo("https://acme.api.nice.incontact.com/oauth2/token");
    assertThat(desk.screen.urlProblem.orElse("")).doesNotContain("placeholder");
    desk.typeSecret("x");
    assertThat(desk.screen.secretNotice).isEmpty();
    assertThat(desk.workbench.problems()).as("the client ID is still missing").hasSize(1);
  }

  @Test
  void theScopeCardSaysWhatIsSentAndWhatIsOdd() {
    desk.form.scope().onScopeEdited("a:view, b a:view,");

    assertThat(desk.screen.chips)
        .extracting(chip -> chip.problem().isPresent())
        .containsExactly(true, false);
    assertThat(desk.screen.count).isEqualTo("2 asked, 3 warnings");
    assertThat(desk.screen.sentAs).isEqualTo("Sent as scope=a%3Aview%2C+b+a%3Aview%2C");

    desk.form.scope().onScopeEdited("  ");
    assertThat(desk.screen.sentAs).startsWith("Empty: no scope parameter is sent");
  }

  @Test
  void whatCannotBeSeenInASecretIsSaid() {
    desk.typeSecret("abc\n");
    assertThat(desk.screen.secretNotice).hasValue(new Notice(Tone.ATTENTION, "Ends with U+000A LINE FEED, which cannot be seen"));
    desk.typeSecret("a\u200Bc");
    assertThat(desk.screen.secretNotice)
        .hasValueSatisfying(it -> assertThat(it.text()).isEqualTo("Has U+200B ZERO WIDTH SPACE at position 2"));
    desk.typeSecret("plain");
    assertThat(desk.screen.secretNotice).isEmpty();
  }

  @Test
  void aSecretIsKeptWhenItsFieldIsLeftAndTheLineSaysWhere() {
    desk.typeSecret("abc");
    assertThat(desk.store.calls).isEmpty();
    assertThat(desk.screen.place.text()).startsWith("Not kept yet");

    desk.form.credentials().onSecretLeft();
    desk.background.work();

    assertThat(desk.store.kept).containsValue(Secret.of("abc"));
    assertThat(desk.screen.place).isEqualTo(new Notice(Tone.GOOD, "Kept in Test Keyring"));
    assertThat(desk.workbench.selected().keptSecrets()).containsExactly(Kind.CLIENT_SECRET);
  }

  @Test
  void withNoKeyringItLivesUntilTheWindowClosesAndTheLineSaysWhy() {
    desk.store.trouble = Optional.of(Reason.UNAVAILABLE);
    desk.typeSecret("abc");
    desk.form.credentials().onSecretLeft();
    desk.background.work();

    assertThat(desk.screen.place)
        .isEqualTo(new Notice(Tone.ATTENTION, "Only until this window closes: no keyring found"));
    assertThat(desk.screen.retry).isTrue();
    assertThat(desk.workbench.selected().keptSecrets()).isEmpty();

    desk.store.trouble = Optional.empty();
    desk.form.credentials().onRetryKeyring();
    desk.background.work();
    assertThat(desk.screen.place.text()).isEqualTo("Kept in Test Keyring");
    assertThat(desk.screen.retry).isFalse();
  }

  @Test
  void aSecretTypedLastIsHandedOverOnTheWayOut() {
    desk.typeSecret("abc");

    assertThat(desk.form.secrets().commitWithin(Duration.ofSeconds(5))).isEmpty();
    assertThat(desk.store.kept).containsValue(Secret.of("abc"));
    assertThat(desk.workbench.selected().keptSecrets()).containsExactly(Kind.CLIENT_SECRET);
  }

  @Test
  void whatIsTypedOverAStoredSecretAndTakenBackLeavesTheStoredOne() {
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("stored"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.typeSecret("x");
    desk.typeSecret("");
    desk.form.credentials().onSecretLeft();
    desk.background.work();

    assertThat(desk.store.kept).containsValue(Secret.of("stored"));
    assertThat(desk.screen.place.text()).isEqualTo("Kept in Test Keyring");
  }

  @Test
  void applyingAChangeLeavesASecretThatIsOnlyInTheKeyring() {
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("stored"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.form.scope().onScopeEdited("a,b");
    int line = desk.screen.lint.stream().map(it -> it.fix().isPresent()).toList().indexOf(true);
    desk.presenters.cause().onApply(line);
    desk.presenters.profiles().onSelect(Desk.SECOND);
    desk.background.work();

    assertThat(desk.workbench.find(Desk.FIRST).orElseThrow().draft().scope()).isEqualTo("a b");
    assertThat(desk.store.kept).containsValue(Secret.of("stored"));
  }

  @Test
  void theOptionsSayWhatIsUnusual() {
    assertThat(desk.screen.options).isEmpty();
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("nice-access-region", "euw1"), FakeScreen.entry("", "")));
    desk.presenters.options().onGrantType("password");
    assertThat(desk.screen.options).isEqualTo("Access key · 1 header");
    assertThat(desk.screen.ownerVisible).isTrue();
  }

  @Test
  void theOptionsAreThoseOfTheChosenProfile() {
    desk.presenters.options().onGrantType("password");
    desk.run();
    assertThat(desk.screen.ownerVisible).isTrue();
    assertThat(desk.screen.usernameProblem).isPresent();

    desk.workbench.select(Desk.SECOND);
    assertThat(desk.screen.ownerVisible).isFalse();
    assertThat(desk.screen.usernameProblem).isEmpty();
  }

  @Test
  void aWayOfSendingIsAuthenticationAndFormatTogether() {
    desk.form.credentials().onSendAs(SendAs.BASIC_RAW_JSON.name());
    desk.typeSecret("x");
    desk.run();

    assertThat(desk.wire.sent.getFirst().body().asText()).startsWith("{\"grant_type\":\"client_credentials\"");
    assertThat(desk.screen.sendAs).isEqualTo("BASIC_RAW_JSON");
  }

  @Test
  void aDeletedProfileCanBeBroughtBackWithItsSecret() {
    desk.typeSecret("abc");
    desk.form.credentials().onSecretLeft();
    desk.background.work();
    desk.presenters.profiles().onDelete(Desk.FIRST);
    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).containsExactly("Second");
    assertThat(desk.screen.undo).hasValue("Deleted: First");
    assertThat(desk.screen.secret).as("the form is the second's").isEqualTo(Secret.NONE);

    desk.presenters.profiles().onUndo();
    desk.presenters.profiles().onUndo();
    desk.background.work();

    assertThat(desk.screen.undo).isEmpty();
    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).containsExactly("First", "Second");
    assertThat(desk.screen.chosenProfile).isEqualTo(Desk.FIRST);
    assertThat(desk.store.kept).as("its secret is forgotten only when it is gone for good").isNotEmpty();

    desk.presenters.profiles().onDelete(Desk.FIRST);
    desk.presenters.profiles().forgetDeleted();
    desk.background.work();
    assertThat(desk.store.kept).isEmpty();
    assertThat(desk.screen.undo).isEmpty();
    desk.presenters.profiles().onUndo();
    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).containsExactly("Second");
  }

  @Test
  void theLastProfileDeletedLeavesAnEmptyOne() {
    desk.presenters.profiles().onDelete(Desk.FIRST);
    desk.presenters.profiles().onDelete(Desk.SECOND);

    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).containsExactly("New profile");
    desk.presenters.profiles().onUndo();
    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).contains("Second");
  }

  @Test
  void aCopyHasTheSameEntriesAndItsOwnSecret() {
    desk.typeSecret("abc");
    desk.presenters.profiles().onDuplicate(Desk.FIRST);
    desk.background.work();

    Profile copy = desk.workbench.selected();
    assertThat(copy.name()).isEqualTo("First 2");
    assertThat(copy.draft()).isEqualTo(desk.workbench.find(Desk.FIRST).orElseThrow().draft());
    assertThat(desk.screen.secret).isEqualTo(Secret.of("abc"));
    assertThat(desk.store.kept).containsKeys(copy.key(Kind.CLIENT_SECRET));
    assertThat(desk.screen.naming).hasValue(copy.id());
  }

  @Test
  void newRenameAndSearch() {
    desk.presenters.profiles().onNew("cxone");
    assertThat(desk.screen.tokenUrl).isEqualTo("https://cxone.niceincontact.com/auth/token");
    assertThat(desk.screen.naming).contains(desk.workbench.selected().id());
    desk.presenters.profiles().onRename(desk.workbench.selected().id(), "  Wallboard  ");
    desk.presenters.profiles().onSearch("WALL");
    assertThat(desk.screen.rows).extracting(ProfilesPresenter.Row::name).containsExactly("Wallboard");
    desk.presenters.profiles().onRename(desk.workbench.selected().id(), " ");
    assertThat(desk.workbench.selected().name()).as("a name cannot be emptied").isEqualTo("Wallboard");
  }

  @Test
  void copiesAreRedactedUnlessAskedOtherwise() {
    desk.typeSecret("s3cret-canary");
    desk.run();
    desk.presenters.request().onCopyRedacted();
    desk.presenters.response().onCopyRedacted();
    desk.background.work();
    assertThat(desk.clipboard).hasSize(2).noneMatch(it -> it.contains("canary") || it.startsWith("SECRET"));
    assertThat(desk.clipboard.getFirst()).contains("Authorization: Basic ‹redacted›");

    desk.presenters.response().onCopyWithSecret();
    desk.background.work();
    assertThat(desk.clipboard.getLast()).startsWith("SECRET:").contains("tok-canary-1");
  }

  @Test
  void aCopyIsMadeReadyOffTheUiThreadAndSaysSoWhenItTakesAWhile() {
    desk.typeSecret("x");
    desk.run();

    desk.presenters.response().onCopyWithSecret();
    assertThat(desk.clipboard).as("not on the UI thread").isEmpty();
    assertThat(desk.screen.response.copying).as("most are there at once").isFalse();
    desk.background.pass(Duration.ofMillis(100));
    assertThat(desk.screen.response.copying).isTrue();
    desk.presenters.response().onCopyWithSecret();
    desk.background.work();

    assertThat(desk.clipboard).as("one press more changes nothing").hasSize(1);
    assertThat(desk.screen.response.copying).isFalse();
  }

  @Test
  void aFaultWhileCopyingIsSaid() {
    desk.typeSecret("x");
    desk.run();
    desk.presenters.response().onCopyRedacted();
    desk.background.breakNext(new IllegalStateException("s3cret-canary"));
    desk.background.work();

    assertThat(desk.screen.response.copyFault).startsWith("A fault of this program ended it: IllegalStateException at ").doesNotContain("canary");
    assertThat(desk.screen.response.copying).isFalse();
    desk.presenters.response().onCopyRedacted();
    desk.background.work();
    assertThat(desk.clipboard).hasSize(1);
  }

  /** After the machine's clock was set back, the last run lies in the future: that is not "now". */
  @Test
  void theLastRunIsSaidWithItsTimeAlsoWhereTheClockWasSetBack() {
    assertThat(lastRun("2026-11-21T11:59:30Z")).isEqualTo("now");
    assertThat(lastRun("2026-11-21T12:00:30Z")).isEqualTo("now");
    assertThat(lastRun("2026-11-21T11:55:00Z")).isEqualTo("5 min");
    assertThat(lastRun("2026-11-21T15:10:00Z"))
        .isEqualTo(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(LocalTime.of(15, 10)));
    assertThat(lastRun("2031-03-04T12:00:00Z"))
        .isEqualTo(DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).format(LocalDate.of(2031, 3, 4)));
  }

  @Test
  void theTimeOfTheLastRunAgesWhileNothingElseHappens() {
    assertThat(lastRun("2026-11-21T11:59:30Z")).isEqualTo("now");
    desk.background.pass(Duration.ofSeconds(29));
    assertThat(when()).isEqualTo("now");
    desk.background.pass(Duration.ofSeconds(2));
    assertThat(when()).isEqualTo("1 min");
    desk.background.pass(Duration.ofMinutes(1));
    assertThat(when()).isEqualTo("2 min");
    for (int i = 0; i < 60; i++) {
      desk.background.pass(Duration.ofMinutes(1));
    }
    assertThat(when()).isEqualTo(DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).format(LocalTime.of(11, 59)));
    for (int i = 0; i < 12; i++) {
      desk.background.pass(Duration.ofHours(1));
    }
    assertThat(when()).as("past midnight").isEqualTo("Sat");
  }

  @Test
  void nobodyWaitsForATimeThatIsNotToBeSeen() {
    int before = desk.background.timers();
    lastRun("2026-11-21T11:59:30Z");
    assertThat(desk.background.timers()).isEqualTo(before + 1);
    desk.presenters.profiles().onSight(false);
    assertThat(desk.background.timers()).isEqualTo(before);
    lastRun("2026-11-21T11:59:40Z");
    assertThat(desk.background.timers()).isEqualTo(before);
    desk.background.pass(Duration.ofMinutes(2));
    assertThat(when()).isEqualTo("now");
    desk.presenters.profiles().onSight(true);
    assertThat(when()).isEqualTo("2 min");
  }

  @Test
  void aRowOfTheOptionsSaysWhatIsWrongWithItWhileItIsTyped() {
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("", "")));
    assertThat(desk.screen.headers.getFirst().problem()).as("nothing is typed yet").isEmpty();
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("nice access", "")));
    assertThat(desk.screen.headers.getFirst().problem()).hasValue("“niceU+0020access” is not a header name");
    assertThat(desk.screen.optionsProblem).as("the link to them says so").isTrue();
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("nice-access-region", "eu\u20281")));
    assertThat(desk.screen.headers.getFirst().problem()).hasValue("nice-access-region has U+2028 at position 3, which cannot be sent");
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("", "eu1")));
    assertThat(desk.screen.headers.getFirst().problem()).hasValue("Enter a name");
    desk.presenters.options().onHeaders(List.of(FakeScreen.entry("nice-access-region", "eu1")));
    assertThat(desk.screen.headers.getFirst().problem()).isEmpty();
    assertThat(desk.screen.optionsProblem).isFalse();

    desk.presenters.options().onParameters(List.of(FakeScreen.entry("scope", "a")));
    assertThat(desk.screen.parameters.getFirst().problem()).hasValue("scope has its own field");
  }

  private String when() {
    return desk.screen.rows.getFirst().when();
  }

  private String lastRun(String at) {
    desk.workbench.update(
        Desk.FIRST, it -> it.withLastOutcome(new LastOutcome(LastOutcome.Result.GRANTED, Instant.parse(at))));
    return desk.screen.rows.getFirst().when();
  }
}
