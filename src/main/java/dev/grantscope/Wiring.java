package dev.grantscope;

import dev.grantscope.adapter.files.AppDirectories;
import dev.grantscope.adapter.files.DiskKeyFiles;
import dev.grantscope.adapter.files.JsonProfileStore;
import dev.grantscope.adapter.files.JsonSettingsStore;
import dev.grantscope.adapter.files.JsonWindowStateStore;
import dev.grantscope.adapter.files.ProvidersFile;
import dev.grantscope.adapter.files.SingleInstance;
import dev.grantscope.adapter.keyring.BoundedSecretStore;
import dev.grantscope.adapter.keyring.KeyringSecretStore;
import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.SystemRouting;
import dev.grantscope.adapter.wire.WireConnections;
import dev.grantscope.cli.CliServices;
import dev.grantscope.cli.CommandLineProgram;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.api.TokenServices;
import dev.grantscope.core.diagnosis.Pause;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.profile.WindowStateStore;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.secret.SecretStore;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Background;
import dev.grantscope.presenter.Clipboard;
import dev.grantscope.presenter.Services;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Puts the program together: the one place that says {@code new} across layers. Nothing here opens a socket, a keyring or a file yet. */
final class Wiring {
  private static final int FIRST_LESSONS = 20;
  private static final Duration KEYRING_FAREWELL = Duration.ofMillis(500);

  private final Texts texts = new Texts();
  private final AppDirectories directories =
      AppDirectories.of(System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  private final BoundedSecretStore secrets =
      new BoundedSecretStore(
          KeyringSecretStore.ofSystem(System.getenv(), System.getProperty("os.name", "")), BoundedSecretStore.LIMIT);
  private final PracticeTenant practice = new PracticeTenant();
  private boolean keyringWanted;

  private static String version() {
    String version = Wiring.class.getPackage().getImplementationVersion();
    return version == null ? "0.1.0" : version;
  }

  private static GrantService grants() {
    return new GrantService(new SocketWire(), userAgent());
  }

  private static Discovery discovery() {
    return new Discovery(new SocketWire(), userAgent());
  }

  private static String userAgent() {
    return "GrantScope/" + version();
  }

  private static Connections connections() {
    return new WireConnections(SystemRouting.of(System.getenv()), InstantSource.system());
  }

  CommandLineProgram commandLine() {
    // Takes 8 ms the first time, most of them for numbers that JSON may hold: meanwhile the arguments are read.
    Thread json = new Thread(() -> JsonTree.pretty(JsonTree.read("{\"a\":[0,\"b\"]}")), "json");
    json.setDaemon(true);
    json.start();
    return new CommandLineProgram(
        new CliServices(
            Wiring::grants,
            () -> new ApiCallService(new SocketWire(), userAgent()),
            Wiring::discovery,
            this::profiles,
            this::keyring,
            Wiring::connections,
            new DiskKeyFiles(),
            this::settings,
            this::ownProviders,
            port -> port == 0 ? practice : new PracticeTenant(port),
            texts,
            System.getenv(),
            System.in,
            utf8(System.out),
            utf8(System.err),
            version()));
  }

  private SecretStore keyring() {
    keyringWanted = true;
    return secrets;
  }

  /** Ends the process of a command. Java's usual way first looks for a logger in each jar; only the keyring's libraries need it, to tidy up. */
  void exit(int code) {
    if (keyringWanted) {
      System.exit(code);
    }
    Runtime.getRuntime().halt(code);
  }

  private static PrintWriter utf8(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
  }

  ProfileStore profiles() {
    return new JsonProfileStore(directories.config(), InstantSource.system());
  }

  SettingsStore settings() {
    return new JsonSettingsStore(directories.config(), InstantSource.system());
  }

  ProviderReader.Reading ownProviders() {
    return new ProvidersFile(directories.config()).read();
  }

  WindowStateStore windowStates() {
    return new JsonWindowStateStore(directories.config());
  }

  /** Empty when the window is open already; it has then been asked to come to the front. */
  Optional<SingleInstance> singleInstance(Runnable onShow) throws StorageException {
    directories.create();
    Optional<SingleInstance> instance = SingleInstance.acquire(directories.state(), onShow);
    if (instance.isEmpty()) {
      SingleInstance.ask(directories.state());
    }
    return instance;
  }

  Services services(Background background, Clipboard clipboard, ProviderCatalog catalog, ZoneId zone) {
    SocketWire wire = new SocketWire();
    return new Services(
        new SecretKeeper(secrets),
        new GrantService(wire, userAgent()),
        connections(),
        new DiskKeyFiles(),
        new TokenServices(wire, userAgent()),
        new Discovery(wire, userAgent()),
        practice,
        catalog,
        Pause.timed(),
        background,
        clipboard,
        texts,
        Clock.systemUTC(),
        zone,
        UUID::randomUUID);
  }

  /** The profiles of the practice tenant for the first start; its other scenarios can be chosen in the Region card. */
  List<Profile> practiceProfiles() {
    return practice.scenarios().stream().map(Practice.Scenario::profile).limit(FIRST_LESSONS).toList();
  }

  Texts texts() {
    return texts;
  }

  /** Leaves nothing behind that could hold up the end of the process. */
  void close() {
    practice.close();
    secrets.close(KEYRING_FAREWELL);
  }
}
