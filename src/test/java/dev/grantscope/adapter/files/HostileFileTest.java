package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.grantscope.core.profile.ProfileStore.Loaded;
import dev.grantscope.core.profile.ProfileStore.Trouble;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In the place of our files stand things that no program could hold: they are left alone, and the program starts. */
class HostileFileTest {
  @TempDir private Path folder = Path.of("");

  private void put(String what, String name) throws IOException {
    Path file = folder.resolve(name);
    if (what.equals("huge")) {
      try (RandomAccessFile huge = new RandomAccessFile(file.toFile(), "rw")) {
        huge.setLength(3L << 30);
      }
    } else {
      assumeThat(Path.of("/dev/zero")).exists();
      Files.createSymbolicLink(file, Path.of("/dev/zero"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "endless"})
  void profiles(String what) throws IOException {
    put(what, "profiles.json");
    JsonProfileStore store = new JsonProfileStore(folder, InstantSource.system());

    assertThat(store.load().trouble()).isEqualTo(Trouble.UNREADABLE);
    assertThatThrownBy(() -> store.save(List.of())).isInstanceOf(StorageException.class);
  }

  @Test
  void aProfileThatIsNotUnderstoodIsNotLeftOutInSilence() throws Exception {
    String odd = "{\"id\":\"5c0b2f0e-7f63-4f0e-9d6a-111111111111\",\"name\":\"odd\",\"authentication\":\"dpop\"}";
    String good = odd.replace("1111111", "2222222").replace("dpop", "basic");
    Path file = Files.writeString(folder.resolve("profiles.json"), "{\"version\":1,\"profiles\":[" + odd + "," + good + "]}");
    JsonProfileStore store = new JsonProfileStore(folder, InstantSource.system());

    Loaded loaded = store.load();
    store.save(loaded.profiles());

    assertThat(loaded.trouble()).isEqualTo(Trouble.PARTLY);
    assertThat(loaded.profiles()).hasSize(1);
    assertThat(Files.readString(file)).contains("dpop");
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "endless"})
  void settings(String what) throws IOException {
    put(what, "settings.json");
    JsonSettingsStore store = new JsonSettingsStore(folder, InstantSource.system());

    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).isEqualTo(Optional.of(SettingsStore.Trouble.UNREADABLE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"huge", "endless"})
  void theWindowsPlace(String what) throws IOException {
    put(what, "state.json");

    assertThat(new JsonWindowStateStore(folder).load()).isEmpty();
  }
}
