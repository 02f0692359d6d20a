package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The connection of a profile and of the settings, from the fields to what is sent. */
class ConnectionPresenterTest {
  private static final String HEBREW = "\u05d0\u05d1";

  private final Desk desk = new Desk();

  private void nameProxy(ConnectionPresenter presenter, String url, String user, String password) {
    presenter.onProxy(ProxyMode.NAMED.name());
    presenter.onProxyUrl(url);
    presenter.onProxyUser(user);
    presenter.onProxyPassword(Secret.of(password));
  }

  @Test
  void whatIsTypedReachesTheWire() {
    nameProxy(desk.presenters.connection(), "http://p.example:1", "me", "canary-pw");
    desk.presenters.connection().onAuthorities("/ca.pem");
    desk.presenters.connection().onClientCertificate("/client.p12");
    desk.presenters.connection().onPassphrase(Secret.of("canary-phrase"));
    desk.typeSecret("s");
    desk.run();

    Connection expected = new Connection(ProxyMode.NAMED, "http://p.example:1", "me", "/ca.pem", "/client.p12", "p.example");
    assertThat(desk.connections.asked).containsExactly(new Way(expected, Secret.of("canary-pw"), Secret.of("canary-phrase")));
    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.wire.settings).containsExactly(desk.connections.settings);
    assertThat(desk.workbench.draft().toString()).doesNotContain("canary");
    assertThat(desk.store.kept).containsEntry(new SecretKey(Desk.FIRST, Kind.PROXY_PASSWORD), Secret.of("canary-pw"));
  }

  @Test
  void thePasswordOfOneProxyDoesNotGoToAnother() {
    desk.typeSecret("s");
    nameProxy(desk.presenters.connection(), "http://p.example:1", "me", "canary-pw");
    desk.presenters.connection().onProxyUrl("http://other.example:1");
    desk.run();
    assertThat(desk.connections.asked).isEmpty();
    assertThat(desk.wire.sent).isEmpty();

    desk.presenters.connection().onProxyUrl("P.example:8080");
    desk.run();
    assertThat(desk.connections.asked).extracting(Way::proxyPassword).containsExactly(Secret.of("canary-pw"));

    desk.presenters.connection().onProxyUrl("http://other.example:1");
    desk.presenters.connection().onProxyPassword(Secret.of("canary-other"));
    desk.run();
    assertThat(desk.connections.asked.getLast().proxyPassword()).isEqualTo(Secret.of("canary-other"));
  }

  @Test
  void aSecretThatIsNotNeededIsNotFetched() {
    desk.presenters.connection().onPassphrase(Secret.of("canary-phrase"));
    desk.presenters.connection().onProxyPassword(Secret.of("canary-pw"));
    desk.typeSecret("s");
    desk.run();
    assertThat(desk.connections.asked).containsExactly(Way.of(Connection.AS_SET));
  }

  @Test
  void aProblemStandsBesideItsFieldAndNothingIsSent() {
    desk.connections.problems.add(FieldProblem.of(Field.AUTHORITIES, "problem.file.missing", "/ca-" + HEBREW));
    desk.typeSecret("s");
    desk.run();
    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.connectionFields.authorities.orElseThrow().text()).contains("/ca-").doesNotContain(HEBREW);
    assertThat(desk.screen.optionsProblem).isTrue();
  }

  @Test
  void aProblemOfTheSettingsStandsBesideTheirField() {
    desk.connections.problems.add(FieldProblem.of(Field.SETTINGS_PROXY, "problem.proxy.empty"));
    desk.typeSecret("s");
    desk.run();
    assertThat(desk.screen.settingsFields.proxyNotice).isPresent();
    assertThat(desk.screen.connectionFields.proxyNotice).isEmpty();
  }

  @Test
  void aFieldThatIsLeftIsLookedAt() {
    desk.presenters.connection().onAuthorities("/ca.pem");
    desk.connections.problems.add(FieldProblem.of(Field.AUTHORITIES, "problem.file.missing", "/ca.pem"));
    desk.presenters.connection().onLeft();
    desk.background.work();
    assertThat(desk.screen.connectionFields.authorities).isPresent();
    desk.presenters.connection().onAuthorities("/other.pem");
    assertThat(desk.screen.connectionFields.authorities).isEmpty();
  }

  @Test
  void onlyWhatIsChosenIsThere() {
    assertThat(desk.screen.connectionFields.proxy).isEqualTo("AS_SET");
    assertThat(desk.screen.connectionFields.ways).hasSize(4);
    assertThat(desk.screen.connectionFields.named).isFalse();
    assertThat(desk.screen.connectionFields.passphraseVisible).isFalse();
    assertThat(desk.screen.settingsFields.proxy).isEqualTo("SYSTEM");
    assertThat(desk.screen.settingsFields.ways).hasSize(3);
    assertThat(desk.screen.options).isEmpty();
    desk.presenters.connection().onProxy("NAMED");
    desk.presenters.connection().onClientCertificate("/client.p12");
    assertThat(desk.screen.connectionFields.named).isTrue();
    assertThat(desk.screen.connectionFields.passphraseVisible).isTrue();
    assertThat(desk.screen.options).isEqualTo("Connection");
    desk.workbench.select(Desk.SECOND);
    assertThat(desk.screen.connectionFields.named).isFalse();
  }

  @Test
  void theSettingsAreForAllProfilesAndKeepTheirOwnSecrets() {
    nameProxy(desk.presenters.settings(), "http://usual.example:1", "all", "canary-all");
    desk.presenters.settings().onLeft();
    desk.background.work();
    assertThat(desk.screen.connectionFields.ways.getFirst().label()).contains("This one");
    assertThat(desk.store.kept).containsEntry(new SecretKey(Settings.ID, Kind.PROXY_PASSWORD), Secret.of("canary-all"));
    assertThat(desk.workbench.settings().keptSecrets()).contains(Kind.PROXY_PASSWORD);
    assertThat(desk.workbench.draft().connection()).isEqualTo(Connection.AS_SET);

    desk.typeSecret("s");
    desk.run();
    Way usual = desk.connections.usual.getLast();
    assertThat(usual.connection().proxyUrl()).isEqualTo("http://usual.example:1");
    assertThat(usual.proxyPassword()).isEqualTo(Secret.of("canary-all"));
    assertThat(desk.connections.asked.getLast()).isEqualTo(Way.of(Connection.AS_SET));
  }

  @Test
  void whatCannotBeUsedIsSaidWithThePlaceOfItsField() {
    Resolved settings = new Resolved(Optional.empty(), List.of(FieldProblem.of(Field.SETTINGS_AUTHORITIES, "problem.file.missing", "/ca")));
    assertThat(FieldMessages.ofConnection(settings, desk.texts)).isEqualTo("Nothing was sent. Settings (Ctrl+,): There is no file /ca");
    Resolved own = new Resolved(Optional.empty(), List.of(FieldProblem.of(Field.AUTHORITIES, "problem.file.missing", "/ca")));
    assertThat(FieldMessages.ofConnection(own, desk.texts)).isEqualTo("Nothing was sent. Options, Connection: There is no file /ca");
  }

  @Test
  void theSettingsAreSavedWhenTheyChange() {
    List<Settings> saved = new ArrayList<>();
    List<Optional<String>> told = new ArrayList<>();
    SettingsAutosave autosave = new SettingsAutosave(desk.workbench, new Store(saved), desk.background, told::add, desk.texts);
    desk.presenters.settings().onProxy("NONE");
    desk.background.work();
    assertThat(saved).hasSize(1);
    assertThat(saved.getFirst().connection().proxy()).isEqualTo(ProxyMode.NONE);
    assertThat(autosave.flush()).isEmpty();
    assertThat(saved).hasSize(1);
    desk.presenters.settings().onAuthorities("broken");
    desk.background.work();
    assertThat(told.getLast()).contains("disk full");
    assertThat(autosave.flush()).contains("disk full");
  }

  @Test
  void aFaultWhileSavingTheSettingsIsSaidAndTheNextSaveTriesAgain() {
    List<Settings> saved = new ArrayList<>();
    List<Optional<String>> told = new ArrayList<>();
    SettingsAutosave autosave = new SettingsAutosave(desk.workbench, new Store(saved), desk.background, told::add, desk.texts);
    desk.presenters.settings().onAuthorities("fault");
    desk.background.work();
    assertThat(told.getLast().orElse("")).contains("IllegalStateException at ConnectionPresenterTest").doesNotContain("canary");
    assertThat(autosave.flush().orElse("")).contains("IllegalStateException").doesNotContain("canary");
    desk.presenters.settings().onAuthorities("/ca.pem");
    desk.background.work();
    assertThat(told.getLast()).isEmpty();
    assertThat(saved).hasSize(1);
  }

  private record Store(List<Settings> saved) implements SettingsStore {
    @Override
    public Settings load() {
      return Settings.USUAL;
    }

    @Override
    public void save(Settings settings) throws StorageException {
      if (settings.connection().authorities().equals("broken")) {
        throw new StorageException("disk full");
      }
      if (settings.connection().authorities().equals("fault")) {
        throw new IllegalStateException("canary");
      }
      saved.add(settings);
    }
  }
}
