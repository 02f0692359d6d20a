package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore.Loaded;
import dev.grantscope.core.profile.ProfileStore.Trouble;
import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reliability D2: a fault at each point of a save leaves the old or the new profiles, and is said. */
class DiskFaultTest {
  private static final List<Profile> OLD = OtherProcess.profiles("old", 3);
  private static final List<Profile> NEW = OtherProcess.profiles("new", 3);

  @TempDir Path folder;

  /** Fails at one of its steps, half done where a step can be that. */
  private static final class FaultyDisk implements Disk {
    private final Disk disk = Disk.real();
    private int stepsToGo;
    private final IOException fault;
    private final int faults;

    FaultyDisk(int stepsToGo, IOException fault, int faults) {
      this.stepsToGo = stepsToGo;
      this.fault = fault;
      this.faults = faults;
    }

    private boolean fails() {
      stepsToGo--;
      return stepsToGo < 0 && stepsToGo >= -faults;
    }

    @Override
    public void write(Path file, byte[] content) throws IOException {
      if (fails()) {
        disk.write(file, Arrays.copyOf(content, content.length / 2));
        throw fault;
      }
      disk.write(file, content);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
      if (fails()) {
        throw fault;
      }
      disk.move(from, to);
    }

    @Override
    public void force(Path path) throws IOException {
      if (fails()) {
        throw fault;
      }
      disk.force(path);
    }
  }

  @Test
  void leavesOldOrNew() throws Exception {
    IOException fault = new IOException("No space left on device: canary");
    int step = 0;
    boolean failed;
    do {
      plain().save(OLD);
      plain().save(OLD);
      JsonProfileStore store = new JsonProfileStore(folder, InstantSource.system(), new FaultyDisk(step, fault, 1));
      store.load();
      failed = !saves(store);

      Loaded loaded = plain().load();
      assertThat(loaded.trouble()).isEqualTo(Trouble.NONE);
      assertThat(loaded.profiles()).isIn(OLD, NEW);
      assertThat(folder.toFile().list()).containsExactlyInAnyOrder("profiles.json", "profiles.json.bak");
      if (!failed) {
        assertThat(loaded.profiles()).isEqualTo(NEW);
      }
      // In the last round the fault was not reached, so it is still to come.
      assertThat(saves(failed ? store : plain())).as("works again when the fault is over").isTrue();
      assertThat(plain().load().profiles()).isEqualTo(NEW);
      step++;
    } while (failed);
    assertThat(step).as("three steps for the copy, three for the file, and the one without a fault").isEqualTo(7);
  }

  private static boolean saves(JsonProfileStore store) {
    try {
      store.save(NEW);
      return true;
    } catch (StorageException e) {
      assertThat(e).hasNoCause().message().doesNotContain("canary");
      return false;
    }
  }

  @Test
  void waitsForAFileThatAnotherProgramHolds() throws Exception {
    plain().save(OLD);
    FaultyDisk held = new FaultyDisk(1, new AccessDeniedException("held"), 3);
    new JsonProfileStore(folder, InstantSource.system(), held).save(NEW);

    assertThat(plain().load().profiles()).isEqualTo(NEW);
  }

  @Test
  void givesUpOnOneThatIsHeldForGood() throws Exception {
    plain().save(OLD);
    FaultyDisk held = new FaultyDisk(1, new AccessDeniedException("held"), Integer.MAX_VALUE);

    assertThatThrownBy(() -> new JsonProfileStore(folder, InstantSource.system(), held).save(NEW))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("does not allow it");
    assertThat(plain().load().profiles()).isEqualTo(OLD);
    assertThat(Files.exists(folder.resolve("profiles.json"))).isTrue();
  }

  private JsonProfileStore plain() {
    return new JsonProfileStore(folder, InstantSource.system());
  }
}
