package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.WindowState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonWindowStateStoreTest {
  @TempDir Path folder;

  @Test
  void givesBackWhatItSaved() {
    JsonWindowStateStore store = new JsonWindowStateStore(folder);
    assertThat(store.load()).isEmpty();
    for (WindowState state :
        new WindowState[] {
          new WindowState(-1200.5, 0, 1080, 720.25, false, Optional.empty()),
          new WindowState(1, 2, 3, 4, true, Optional.of(UUID.randomUUID()))
        }) {
      store.save(state);
      assertThat(new JsonWindowStateStore(folder).load()).contains(state);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "{\"x\": 1}", "{\"x\":1,\"y\":1,\"width\":0,\"height\":5}", "{\"x\":\"NaN\",\"y\":1,\"width\":5,\"height\":5}"})
  void forgetsWhatItCannotRead(String text) throws Exception {
    Files.writeString(folder.resolve("state.json"), text);

    assertThat(new JsonWindowStateStore(folder).load()).isEmpty();
  }

  @Test
  void losesAStateItCannotSave() {
    new JsonWindowStateStore(folder.resolve("gone")).save(new WindowState(1, 2, 3, 4, true, Optional.empty()));

    assertThat(folder).isEmptyDirectory();
  }
}
