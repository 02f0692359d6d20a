package dev.grantscope.journey;

import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.files.JsonWindowStateStore;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.SystemRouting;
import dev.grantscope.adapter.wire.WireConnections;
import dev.grantscope.core.api.TokenServices;
import dev.grantscope.core.diagnosis.Pause;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Autosave;
import dev.grantscope.presenter.FormPresenters;
import dev.grantscope.presenter.Services;
import dev.grantscope.presenter.Workbench;
import dev.grantscope.ui.DesktopBackground;
import dev.grantscope.ui.DesktopClipboard;
import dev.grantscope.ui.MainStage;
import dev.grantscope.ui.MainWindow;
import dev.grantscope.ui.Theme;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javafx.stage.Stage;

/** The real window over real adapters, on files in a folder of the test; only its keyring is one in memory. */
final class OpenWindow implements AutoCloseable {
  final Map<SecretKey, Secret> keyring = new ConcurrentHashMap<>();
  final PracticeTenant practice = new PracticeTenant(0);
  final SocketWire wire = new SocketWire();
  final Workbench workbench;
  final MainWindow window;
  final MainStage main;
  private final Autosave autosave;

  /** Opens it as a start of the program does; on the FX thread. */
  OpenWindow(Stage stage, Path home) {
    ProfileStore store = new JsonProfileStore(home, InstantSource.system());
    JsonWindowStateStore states = new JsonWindowStateStore(home);
    List<Profile> saved = store.load().profiles();
    List<Profile> profiles =
        saved.isEmpty() ? practice.scenarios().stream().map(Practice.Scenario::profile).toList() : saved;
    Texts texts = new Texts();
    workbench = new Workbench(profiles, states.load().flatMap(it -> it.selected()), Settings.USUAL);
    Theme theme = new Theme();
    window = new MainWindow(texts);
    DesktopBackground background = new DesktopBackground();
    FormPresenters presenters =
        FormPresenters.create(
            window,
            workbench,
            new Services(
                new SecretKeeper(new Keyring()),
                new GrantService(wire, "GrantScope/test"),
                new WireConnections(SystemRouting.of(Map.of()), InstantSource.system()),
                new DiskKeyFiles(),
                new TokenServices(wire, "Test/1"),
                new Discovery(wire, "GrantScope/test"),
                practice,
                ProviderCatalog.builtIn(),
                Pause.NONE,
                background,
                new DesktopClipboard(),
                texts,
                Clock.systemUTC(),
                ZoneId.systemDefault(),
                UUID::randomUUID));
    window.start(presenters);
    autosave = new Autosave(workbench, store, background, window::showTrouble, texts);
    main = new MainStage(stage, MainStage.scene(theme), theme, window, texts, workbench);
    main.open(
        states.load(),
        () -> {
          window.cancel();
          states.save(main.state());
          return autosave.flush();
        });
  }

  /** Saves what is not saved, as closing the window does. */
  Optional<String> flush() {
    return autosave.flush();
  }

  @Override
  public void close() {
    practice.close();
    wire.close();
  }

  private final class Keyring implements SecretStore {
    @Override
    public Optional<Secret> load(SecretKey key) {
      return Optional.ofNullable(keyring.get(key));
    }

    @Override
    public void save(SecretKey key, Secret secret) {
      keyring.put(key, secret);
    }

    @Override
    public void delete(SecretKey key) {
      keyring.remove(key);
    }

    @Override
    public String name() {
      return "Test Keyring";
    }
  }
}
