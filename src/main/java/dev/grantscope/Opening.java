package dev.grantscope;

import dev.grantscope.adapter.files.SingleInstance;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.ProfileStore.Trouble;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.profile.WindowState;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.provider.ProviderReader;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the window needs of the files before it can open, read on any thread.
 *
 * @param instance holds the place of the one window; null where the folder could not be had
 * @param elsewhere whether the window is open already; it has then been asked to come to the front, and nothing else was read
 * @param zone this machine's; for the first question to it Java reads those of all the world
 * @param trouble what was wrong with the files, as sentences; it stays said, also when saving works
 */
record Opening(
    @Nullable SingleInstance instance,
    boolean elsewhere,
    ProfileStore profileStore,
    SettingsStore settingsStore,
    List<Profile> profiles,
    Settings settings,
    Optional<WindowState> before,
    ZoneId zone,
    ProviderCatalog catalog,
    Optional<String> trouble) {

  static Opening read(Wiring wiring, Runnable onShow) {
    wiring.texts().load();
    ProfileStore store = wiring.profiles();
    SettingsStore settingsStore = wiring.settings();
    SingleInstance instance = null;
    Optional<String> trouble = Optional.empty();
    try {
      Optional<SingleInstance> alone = wiring.singleInstance(onShow);
      if (alone.isEmpty()) {
        return new Opening(
            null, true, store, settingsStore, List.of(), Settings.USUAL, Optional.empty(), ZoneOffset.UTC, ProviderCatalog.builtIn(), Optional.empty());
      }
      instance = alone.get();
    } catch (StorageException e) {
      // The window opens all the same: an admin who cannot save can still run a grant.
      trouble = Optional.of(wiring.texts().get("storage.notSaved", String.valueOf(e.getMessage())));
    }
    ProfileStore.Loaded loaded = store.load();
    Settings settings = settingsStore.load();
    ProviderReader.Reading own = wiring.ownProviders();
    Optional<String> said =
        Stream.of(
                trouble,
                Optional.of(loaded.trouble()).filter(it -> it != Trouble.NONE).map(it -> wiring.texts().of("storage.trouble", it)),
                settingsStore.trouble().map(it -> wiring.texts().of("storage.settings", it)),
                own.problems().stream().map(it -> it.sentence(wiring.texts())).findFirst())
            .flatMap(Optional::stream)
            .reduce((one, other) -> one + " " + other);
    List<Profile> profiles = loaded.profiles().isEmpty() ? wiring.practiceProfiles() : loaded.profiles();
    return new Opening(
        instance, false, store, settingsStore, profiles, settings, wiring.windowStates().load(), ZoneId.systemDefault(), ProviderCatalog.builtIn().with(own.providers()), said);
  }

  /** Gives up the place of the one window. */
  void close() {
    if (instance != null) {
      instance.close();
    }
  }
}
