package dev.grantscope.adapter.keyring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The operating systems whose keyrings differ, and what people call these. */
enum DesktopSystem {
  LINUX,
  MACOS,
  WINDOWS;

  /**
   * The system of this name; Linux where it is another Unix, since the Secret Service is the same there.
   *
   * @param osName the system property {@code os.name}
   */
  static DesktopSystem of(String osName) {
    String name = osName.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") || name.startsWith("darwin") ? MACOS : LINUX;
  }

  /**
   * The name for people, told from the outside: asking the keyring itself could already make it prompt.
   *
   * @param environment the process's environment
   */
  String keyringName(Map<String, String> environment) {
    return switch (this) {
      case WINDOWS -> "Windows Credential Manager";
      case MACOS -> "macOS Keychain";
      case LINUX -> linuxName(environment);
    };
  }

  private static String linuxName(Map<String, String> environment) {
    String desktop = environment.getOrDefault("XDG_CURRENT_DESKTOP", "").toUpperCase(Locale.ROOT);
    if (desktop.contains("KDE")) {
      return "KWallet";
    }
    // gnome-keyring-daemon makes this folder when it starts, whatever the desktop is called.
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    boolean running = !runtime.isEmpty() && Files.isDirectory(Path.of(runtime, "keyring"));
    return running || desktop.contains("GNOME") ? "GNOME Keyring" : "the system keyring";
  }
}
