package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey;
import dev.grantscope.core.secret.SecretStoreException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real gnome-keyring that is locked, in a session bus of its own and a process that must end. Needs dbus-daemon and gnome-keyring. */
@Tag("keyring")
@Timeout(100)
class LockedKeyringTest {
  private static final SecretKey KEY = new SecretKey(new UUID(1, 1), SecretKey.Kind.CLIENT_SECRET);

  @TempDir Path home;

  /** The other process: tries, closes and ends as the program does, and says how it went. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BoundedSecretStore store = new BoundedSecretStore(KeyringSecretStore.ofSystem(Map.of(), "Linux"), Duration.ofSeconds(5));
    for (String step : arguments) {
      try {
        switch (step) {
          case "save" -> store.save(KEY, Secret.of("kept"));
          case "change" -> store.save(KEY, Secret.of("changed"));
          default -> out.println(store.load(KEY).map(Secret::reveal));
        }
        out.println(step + " done");
      } catch (SecretStoreException e) {
        out.println(step + " " + e.reason());
      }
    }
    out.println("closed " + store.close(Duration.ofSeconds(5)));
    System.exit(0);
  }

  @BeforeEach
  void keepASecretWhileItIsOpen() throws Exception {
    assertThat(run("true", "echo -n pw | gnome-keyring-daemon --unlock --components=secrets", "save"))
        .containsExactly("save done", "closed true");
  }

  @Test
  void isNotWaitedForLongerThanTheLimitWhenItsQuestionIsNotAnswered() throws Exception {
    assertThat(run("sleep 20", "gnome-keyring-daemon --start --components=secrets", "load", "change", "load"))
        .containsExactly(
            "load LOCKED_OR_TIMED_OUT", "change LOCKED_OR_TIMED_OUT", "load LOCKED_OR_TIMED_OUT", "closed false");
  }

  @Test
  void losesNothingWhenItsQuestionIsDismissed() throws Exception {
    assertThat(run("false", "gnome-keyring-daemon --start --components=secrets", "load", "change"))
        .containsExactly("load LOCKED_OR_TIMED_OUT", "change LOCKED_OR_TIMED_OUT", "closed true");

    assertThat(run("true", "echo -n pw | gnome-keyring-daemon --unlock --components=secrets", "load"))
        .containsExactly("Optional[kept]", "load done", "closed true");
  }

  /** What the other process says, in a session whose prompter is this command. */
  private List<String> run(String prompter, String daemon, String... steps) throws Exception {
    Path services = Files.createDirectories(home.resolve("services"));
    Files.writeString(
        services.resolve("org.gnome.keyring.SystemPrompter.service"),
        "[D-BUS Service]\nName=org.gnome.keyring.SystemPrompter\nExec=/bin/" + prompter + "\n");
    Path bus =
        Files.writeString(
            home.resolve("bus.conf"),
            """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:tmpdir=/tmp</listen>
              <servicedir>%s</servicedir>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """
                .formatted(services));
    String java = ProcessHandle.current().info().command().orElseThrow();
    String program =
        "'%s' --enable-native-access=ALL-UNNAMED -cp '%s' %s %s"
            .formatted(java, System.getProperty("java.class.path"), LockedKeyringTest.class.getName(), String.join(" ", steps));
    Path said = home.resolve("said");
    ProcessBuilder session =
        new ProcessBuilder("dbus-run-session", "--config-file=" + bus, "--", "sh", "-c", daemon + " >/dev/null && " + program)
            .redirectError(home.resolve("errors").toFile())
            // Not a pipe: the prompter that never answers would hold it open.
            .redirectOutput(said.toFile());
    session.environment().putAll(Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", home.toString()));
    session.environment().keySet().removeAll(List.of("XDG_DATA_HOME", "DBUS_SESSION_BUS_ADDRESS", "DISPLAY"));
    Process process = session.start();
    try {
      process.waitFor();
      return Files.readAllLines(said);
    } finally {
      process.destroy();
    }
  }
}
