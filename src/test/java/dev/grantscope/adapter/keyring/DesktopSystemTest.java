package dev.grantscope.adapter.keyring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopSystemTest {
  @TempDir Path runtime;

  @Test
  void callsEachKeyringByTheNameItsUsersKnow() throws IOException {
    assertThat(name("Windows 11", Map.of())).isEqualTo("Windows Credential Manager");
    assertThat(name("Mac OS X", Map.of())).isEqualTo("macOS Keychain");
    assertThat(name("Linux", Map.of("XDG_CURRENT_DESKTOP", "KDE"))).isEqualTo("KWallet");
    assertThat(name("Linux", Map.of("XDG_CURRENT_DESKTOP", "ubuntu:GNOME"))).isEqualTo("GNOME Keyring");
    assertThat(name("Linux", Map.of())).isEqualTo("the system keyring");
    assertThat(name("FreeBSD", Map.of("XDG_CURRENT_DESKTOP", "XFCE"))).isEqualTo("the system keyring");

    Map<String, String> xfce = Map.of("XDG_CURRENT_DESKTOP", "XFCE", "XDG_RUNTIME_DIR", runtime.toString());
    assertThat(name("Linux", xfce)).isEqualTo("the system keyring");
    Files.createDirectory(runtime.resolve("keyring"));
    assertThat(name("Linux", xfce)).isEqualTo("GNOME Keyring");
  }

  private static String name(String osName, Map<String, String> environment) {
    return KeyringSecretStore.ofSystem(environment, osName).name();
  }
}
