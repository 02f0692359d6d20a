package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The program's folders, by the custom of each system; {@code GRANTSCOPE_HOME} puts all three below one folder.
 *
 * @param config profiles and the window's state
 * @param data the history of runs
 * @param state the lock of the one instance, and the log
 */
public record AppDirectories(Path config, Path data, Path state) {
  private static final String HOME_VARIABLE = "GRANTSCOPE_HOME";

  /**
   * The folders for this environment; creates nothing.
   *
   * @param environment the process's environment
   * @param osName the system property {@code os.name}
   * @param userHome the system property {@code user.home}
   */
  public static AppDirectories of(Map<String, String> environment, String osName, String userHome) {
    String all = environment.getOrDefault(HOME_VARIABLE, "");
    if (!all.isEmpty()) {
      Path home = Path.of(all).toAbsolutePath();
      return new AppDirectories(home.resolve("config"), home.resolve("data"), home.resolve("state"));
    }
    String system = osName.toLowerCase(Locale.ROOT);
    // Java takes user.home from the password file; XDG and every other program here go by HOME.
    Path home = system.startsWith("windows") ? Path.of(userHome) : folder(environment, "HOME", Path.of(userHome));
    if (system.startsWith("windows")) {
      Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("GrantScope");
      Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("GrantScope");
      return new AppDirectories(roaming, local.resolve("data"), local.resolve("state"));
    }
    if (system.startsWith("mac") || system.startsWith("darwin")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve("GrantScope");
      return new AppDirectories(support, support.resolve("data"), support.resolve("state"));
    }
    return new AppDirectories(
        xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        xdg(environment, "XDG_DATA_HOME", home.resolve(".local").resolve("share")),
        xdg(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? otherwise : Path.of(value);
  }

  private static Path xdg(Map<String, String> environment, String variable, Path otherwise) {
    Path base = folder(environment, variable, otherwise);
    // The XDG specification has relative paths ignored.
    return (base.isAbsolute() ? base : otherwise).resolve("grantscope");
  }

  /**
   * Creates what is missing, and makes all three readable for their owner only.
   *
   * @throws StorageException when one could not be created
   */
  public void create() throws StorageException {
    for (Path folder : List.of(config, data, state)) {
      try {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        OwnerOnly.restrictFolder(folder);
      } catch (IOException _) {
        throw new StorageException("The folder " + folder + " could not be created.");
      }
    }
  }
}
