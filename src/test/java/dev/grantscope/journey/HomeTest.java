package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.Main;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program where there is no home to speak of, as under cron, in a container or with the locale of neither. */
@DisabledOnOs(OS.WINDOWS)
class HomeTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aHomeThatTheLocaleCannotNameIsSaidAndPassedOver() throws Exception {
    Ended ended = lesson("HOME=$(printf '%s/j\\303\\266' \"$PWD\")");

    assertThat(ended.error()).contains("grantscope: The folder in HOME has characters that this locale cannot name", "Set LC_ALL=C.UTF-8");
    assertThat(ended.code()).isZero();
  }

  @Test
  void aHomeThatIsRelativeIsPassedOver() throws Exception {
    Path profiles = Files.createDirectories(folder.resolve("here/.config/grantscope")).resolve("profiles.json");
    Files.writeString(profiles, "no JSON, and not asked for");

    Ended ended = lesson("HOME=here");

    assertThat(ended).isEqualTo(new Ended(0, ""));
    try (Stream<Path> beside = Files.list(folder.resolve("here/.config/grantscope"))) {
      assertThat(beside).as("nothing was set aside").containsExactly(profiles);
    }
  }

  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(it -> Path.of(it).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private record Ended(int code, String error) {}

  /** Runs a practice lesson in a process that has no environment but this. */
  private Ended lesson(String environment) throws IOException, InterruptedException {
    String java = ProcessHandle.current().info().command().orElseThrow();
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "unset LANG LC_ALL LC_CTYPE GRANTSCOPE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME; export "
                    + environment
                    + "; exec \"$@\"",
                "sh",
                java,
                "-Xshare:auto",
                "-cp",
                classPath(),
                Main.class.getName(),
                "run",
                "Granted as asked")
            .directory(folder.toFile())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream error = process.getErrorStream()) {
      String said = new String(error.readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    }
  }
}
