package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppDirectoriesTest {
  @TempDir Path temp;

  @Test
  void followsXdgOnLinux() {
    assertThat(AppDirectories.of(Map.of(), "Linux", "/home/ada"))
        .isEqualTo(directories("/home/ada/.config/grantscope", "/home/ada/.local/state/grantscope"));
    assertThat(
            AppDirectories.of(
                Map.of("XDG_CONFIG_HOME", "/c", "XDG_STATE_HOME", "relative"), "Linux", "/home/ada"))
        .isEqualTo(directories("/c/grantscope", "/home/ada/.local/state/grantscope"));
  }

  @Test
  void followsHomeWhereItIsAnotherThanThePasswordFiles() {
    assertThat(AppDirectories.of(Map.of("HOME", "/empty"), "Linux", "/home/ada").config())
        .isEqualTo(Path.of("/empty/.config/grantscope"));
  }

  @Test
  void aHomeThatIsNoneIsPassedOver() {
    // NUL is in no path; nor is, with LANG unset, a letter beyond ASCII.
    for (String none : List.of("", "relative/home", "?", "\0")) {
      assertThat(AppDirectories.of(Map.of("HOME", none), "Linux", "/home/ada").config()).isEqualTo(Path.of("/home/ada/.config/grantscope"));
      assertThat(AppDirectories.of(Map.of("HOME", none), "Linux", none).state()).isEqualTo(Path.of("/.local/state/grantscope"));
      assertThat(AppDirectories.of(Map.of("HOME", none), "Mac OS X", none).state()).isAbsolute();
    }
    assertThat(AppDirectories.of(Map.of("GRANTSCOPE_HOME", "here"), "Linux", "/home/ada").config())
        .isEqualTo(Path.of("here/config").toAbsolutePath());
    assertThat(AppDirectories.of(Map.of("GRANTSCOPE_HOME", "\0"), "Linux", "/home/ada").config()).isEqualTo(Path.of("/config"));
  }

  @Test
  void namesTheVariableThatCannotBeRead() {
    assertThat(AppDirectories.unreadable(Map.of("HOME", "/home/ada", "XDG_STATE_HOME", ""))).isEmpty();
    assertThat(AppDirectories.unreadable(Map.of("HOME", "/home/\0"))).contains("HOME");
  }

  @Test
  void followsTheCustomOfMacOsAndWindows() {
    String mac = "/Users/ada/Library/Application Support/GrantScope";
    assertThat(AppDirectories.of(Map.of("XDG_CONFIG_HOME", "/c"), "Mac OS X", "/Users/ada"))
        .isEqualTo(directories(mac, mac + "/state"));
    assertThat(AppDirectories.of(Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), "Windows 11", "/ada"))
        .isEqualTo(directories("/roaming/GrantScope", "/local/GrantScope/state"));
    assertThat(AppDirectories.of(Map.of(), "Windows 11", "/ada").config()).isEqualTo(Path.of("/ada/AppData/Roaming/GrantScope"));
  }

  @Test
  void putsAllBelowOneFolderWhenTold() {
    for (String system : List.of("Linux", "Mac OS X", "Windows 11")) {
      assertThat(AppDirectories.of(Map.of("GRANTSCOPE_HOME", "/all", "XDG_CONFIG_HOME", "/c"), system, "/home/ada"))
          .isEqualTo(directories("/all/config", "/all/state"));
    }
  }

  private static AppDirectories directories(String config, String state) {
    return new AppDirectories(Path.of(config), Path.of(state));
  }

  @Test
  void letsNobodyElseInWhateverTheUmask() throws Exception {
    for (String umask : List.of("000", "022", "077")) {
      Path folder = Files.createDirectory(temp.resolve(umask));
      assertThat(OtherProcess.start(umask, "directories", folder.toString()).waitFor()).isZero();
      for (String name : List.of("a", "a/b", "c")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).isEqualTo("rwx------");
      }
    }
  }

  @Test
  void closesAFolderThatWasOpen() throws Exception {
    Path open = Files.createDirectory(temp.resolve("open"));
    Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
    new AppDirectories(open, open).create();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open))).isEqualTo("rwx------");
  }

  @Test
  void saysWhichFolderCouldNotBeCreated() throws Exception {
    Path file = Files.createFile(temp.resolve("file"));

    assertThatThrownBy(() -> new AppDirectories(file.resolve("config"), temp).create())
        .isInstanceOf(StorageException.class)
        .hasMessage("The folder " + file.resolve("config") + " could not be created.")
        .hasNoCause();
  }
}
