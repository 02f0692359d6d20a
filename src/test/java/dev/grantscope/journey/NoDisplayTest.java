package dev.grantscope.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program without an argument where no window can open, such as over SSH. */
@EnabledOnOs(OS.LINUX)
class NoDisplayTest {
  @TempDir private Path home = Path.of("");

  /** None is named, or one that nobody serves (any longer). */
  @ParameterizedTest
  @ValueSource(strings = {"", ":4711", "nobody.invalid:0"})
  void saysSoInOneLine(String display) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream().filter(it -> !it.contains("glass.platform")).forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.grantscope.Main"));
    ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
    program.environment().put("GRANTSCOPE_HOME", home.toString());
    program.environment().put("DISPLAY", display);
    Process process = program.start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ended").isTrue();
      assertThat(said.lines().filter(it -> !it.startsWith("WARNING")).toList()).singleElement().asString().startsWith("grantscope: ");
      assertThat(process.exitValue()).isEqualTo(69);
    } finally {
      process.destroyForcibly();
    }
  }
}
