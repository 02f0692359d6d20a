package dev.grantscope.presenter;

import dev.grantscope.core.api.TokenServices;
import dev.grantscope.core.diagnosis.Pause;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKeeper;
import dev.grantscope.core.text.Texts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All presenters over a fake screen, a fake wire and a fake keyring: the program without a toolkit. */
final class Desk {
  static final UUID FIRST = new UUID(0, 1);
  static final UUID SECOND = new UUID(0, 2);

  final FakeScreen screen = new FakeScreen();
  final FakeWire wire = new FakeWire();
  final Map<String, String> keyFiles = new HashMap<>();

  /** What happens while the practice tenant starts, or a key file is read. */
  Runnable meanwhile = () -> {};

  final FakeConnections connections = new FakeConnections();
  final FakeStore store = new FakeStore();
  final ManualBackground background = new ManualBackground();
  final List<String> clipboard = new ArrayList<>();
  final Texts texts = new Texts();
  final SecretKeeper keeper = new SecretKeeper(store);
  final Workbench workbench;
  final FormPresenters form;
  final Presenters presenters;
  private long nextId = 100;

  Desk() {
    this(List.of(profile(FIRST, "First"), profile(SECOND, "Second")));
  }

  Desk(List<Profile> profiles) {
    this(profiles, List.of());
  }

  Desk(List<Profile> profiles, List<Practice.Scenario> scenarios) {
    workbench = new Workbench(profiles, Optional.empty(), Settings.USUAL);
    form =
        FormPresenters.create(
            screen,
            workbench,
            new Services(
                keeper,
                new GrantService(wire, "Test/1"),
                connections,
                path -> {
                  meanwhile.run();
                  return Secret.of(keyFiles.getOrDefault(path, ""));
                },
                new TokenServices(wire, "Test/1"),
                new Discovery(wire, "Test/1"),
                new NoPractice(scenarios),
                ProviderCatalog.builtIn(),
                Pause.NONE,
                background,
                new ListClipboard(),
                texts,
                background.clock(Instant.parse("2026-11-21T12:00:00Z")),
                ZoneOffset.UTC,
                () -> new UUID(0, nextId++)));
    presenters = Presenters.complete(form);
  }

  static Profile profile(UUID id, String name) {
    ProfileDraft draft =
        ProfileDraft.blank("oauth").withClientId("client").withTokenUrl("https://auth.example/token").withScope("a b");
    return Profile.blank(id, name, draft);
  }

  /** Types a secret as the admin would. */
  void typeSecret(String secret) {
    form.credentials().onSecretTyped(Secret.of(secret));
  }

  /** Presses Run and waits. */
  void run() {
    form.run().onRun();
    background.work();
  }

  private final class ListClipboard implements Clipboard {
    @Override
    public void put(String text) {
      clipboard.add(text);
    }

    @Override
    public void putSecret(String text) {
      clipboard.add("SECRET:" + text);
    }
  }

  private final class NoPractice implements Practice {
    private final List<Scenario> scenarios;

    NoPractice(List<Scenario> scenarios) {
      this.scenarios = scenarios;
    }

    @Override
    public List<Scenario> scenarios() {
      return scenarios;
    }

    @Override
    public String start() {
      meanwhile.run();
      return "http://127.0.0.1:1";
    }
  }
}
