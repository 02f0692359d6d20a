package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of the session, which ends the process and asks no window. */
class SessionEndTest {
  @TempDir private Path home = Path.of("");

  @Test
  void whatWasTypedInTheLastMomentIsSaved() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    // Those of this one: JavaFX without a display.
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), TypedAndEnded.class.getName(), "typed-last"));
    ProcessBuilder program = new ProcessBuilder(command).inheritIO();
    program.environment().put("GRANTSCOPE_HOME", home.toString());
    Process process = program.start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
    } finally {
      process.destroyForcibly();
    }
    try (Stream<Path> files = Files.walk(home)) {
      assertThat(files.filter(it -> it.endsWith("profiles.json"))).singleElement().satisfies(it -> assertThat(it).content().contains("typed-last"));
    }
  }
}
