package dev.grantscope.adapter.files;

import dev.grantscope.core.profile.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The program's folders, by the custom of each system; {@code GRANTSCOPE_HOME} puts both below one folder.
 *
 * @param config profiles and the window's state
 * @param state the lock of the one instance, and the log
 */
public record AppDirectories(Path config, Path state) {
  private static final String HOME_VARIABLE = "GRANTSCOPE_HOME";

  private static final List<String> VARIABLES =
      List.of(HOME_VARIABLE, "HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME");

  /** Who has no home, such as a container's made-up user, has it here for GLib and so for us; that nothing can be saved here is then said. */
  private static final Path NOWHERE = Path.of("/");

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
      Path home = path(all).orElse(NOWHERE).toAbsolutePath();
      return new AppDirectories(home.resolve("config"), home.resolve("state"));
    }
    String system = osName.toLowerCase(Locale.ROOT);
    Path ofAccount = absolute(userHome).orElse(NOWHERE);
    // Java takes user.home from the password file; XDG and every other program here go by HOME.
    Path home = system.startsWith("windows") ? ofAccount : folder(environment, "HOME", ofAccount);
    if (system.startsWith("windows")) {
      Path roaming = folder(environment, "APPDATA", home.resolve("AppData").resolve("Roaming")).resolve("GrantScope");
      Path local = folder(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local")).resolve("GrantScope");
      return new AppDirectories(roaming, local.resolve("state"));
    }
    if (system.startsWith("mac") || system.startsWith("darwin")) {
      Path support = home.resolve("Library").resolve("Application Support").resolve("GrantScope");
      return new AppDirectories(support, support.resolve("state"));
    }
    return new AppDirectories(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("grantscope"),
        folder(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state")).resolve("grantscope"));
  }

  /** The variable whose folder cannot be named in the character set of this process, and so is not used. */
  public static Optional<String> unreadable(Map<String, String> environment) {
    return VARIABLES.stream().filter(it -> path(environment.getOrDefault(it, "")).isEmpty()).findFirst();
  }

  /** A relative path is ignored, as the XDG specification has it: it would be another folder wherever the program is started. */
  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    return absolute(environment.getOrDefault(variable, "")).orElse(otherwise);
  }

  private static Optional<Path> absolute(String text) {
    return path(text).filter(Path::isAbsolute);
  }

  private static Optional<Path> path(String text) {
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException _) {
      return Optional.empty();
    }
  }

  /**
   * Creates what is missing, and makes both readable for their owner only.
   *
   * @throws StorageException when one could not be created
   */
  public void create() throws StorageException {
    for (Path folder : List.of(config, state)) {
      try {
        Files.createDirectories(folder, OwnerOnly.folder(folder));
        OwnerOnly.restrictFolder(folder);
      } catch (IOException _) {
        throw new StorageException("The folder " + folder + " could not be created.");
      }
    }
  }
}
