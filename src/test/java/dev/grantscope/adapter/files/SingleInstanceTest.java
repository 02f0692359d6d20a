package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.StorageException;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SingleInstanceTest {
  @TempDir Path folder;

  @Test
  void isOneAmongProcessesUntilThatDies() throws Exception {
    Process first = OtherProcess.start("022", "hold", folder.toString());
    try (BufferedReader says = first.inputReader(StandardCharsets.UTF_8)) {
      assertThat(says.readLine()).isEqualTo("true");
      assertThat(SingleInstance.acquire(folder, () -> {})).isEmpty();

      assertThat(SingleInstance.ask(folder)).isTrue();
      assertThat(says.readLine()).isEqualTo("shown");
    } finally {
      first.destroyForcibly().waitFor();
    }

    Optional<SingleInstance> next = SingleInstance.acquire(folder, () -> {});
    assertThat(next).isPresent();
    next.get().close();
  }

  @Test
  void showsItselfEachTimeItIsAskedByAnotherProcess() throws Exception {
    Semaphore shown = new Semaphore(0);
    SingleInstance instance = SingleInstance.acquire(folder, shown::release).orElseThrow();
    for (int time = 0; time < 3; time++) {
      assertThat(OtherProcess.start("022", "ask", folder.toString()).waitFor()).isZero();
      assertThat(shown.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(folder.resolve("show-request")).doesNotExist();
    instance.close();

    Process next = OtherProcess.start("022", "hold", folder.toString());
    try (BufferedReader says = next.inputReader(StandardCharsets.UTF_8)) {
      assertThat(says.readLine()).as("closed, it gives up the lock").isEqualTo("true");
    } finally {
      next.destroyForcibly().waitFor();
    }
  }

  @Test
  void hearsARequestThatWasLeftBeforeItListened() throws Exception {
    SingleInstance.ask(folder);
    Semaphore shown = new Semaphore(0);
    SingleInstance instance = SingleInstance.acquire(folder, shown::release).orElseThrow();

    assertThat(shown.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
    instance.close();
  }

  @Test
  void saysSoWhereTheFolderIsNone() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> SingleInstance.acquire(file, () -> {})).isInstanceOf(StorageException.class).hasNoCause();
    assertThat(SingleInstance.ask(file)).isFalse();
  }
}
