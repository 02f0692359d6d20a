package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore.Trouble;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.secret.SecretKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSettingsStoreTest {
  private static final Settings FULL =
      new Settings(
          new Connection(ProxyMode.NAMED, "http://p.example:1", "me ä", "/ca.pem", "/client.p12", "p.example"),
          Set.of(SecretKey.Kind.PROXY_PASSWORD, SecretKey.Kind.CERTIFICATE_PASSPHRASE));

  @TempDir private Path folder = Path.of("");

  private Path file() {
    return folder.resolve("settings.json");
  }

  @Test
  void whatIsSavedIsLoadedAndForItsOwnerOnly() throws Exception {
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).isEmpty();
    store.save(FULL);
    assertThat(store().load()).isEqualTo(FULL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
  }

  @Test
  void whatAProcessLeftThatWasKilledWhileItWroteIsRemoved() throws Exception {
    Process ended = new ProcessBuilder("true").start();
    ended.waitFor();
    Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("gs.json");
    Files.writeString(elsewhere, "{\"version\":1}");
    Files.createSymbolicLink(file(), elsewhere);
    Path left = Files.createFile(elsewhere.resolveSibling("gs.json." + ended.pid() + ".new"));
    Path leftOfCopy = Files.createFile(folder.resolve("settings.json.bak." + ended.pid() + ".new"));
    Path other = Files.createFile(elsewhere.resolveSibling("gs.json." + ProcessHandle.current().pid() + ".new"));
    store().load();

    assertThat(left).doesNotExist();
    assertThat(leftOfCopy).doesNotExist();
    assertThat(other).as("its process lives").exists();
  }

  @Test
  void whatIsNotUnderstoodStays() throws Exception {
    Files.writeString(file(), "{\"version\":1,\"later\":7,\"connection\":{\"proxy\":\"none\",\"other\":8}}");
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(new Settings(Connection.USUAL.withProxy(ProxyMode.NONE), Set.of()));
    store.save(FULL);
    assertThat(Files.readString(file())).contains("\"later\" : 7").contains("\"other\" : 8").contains("me ä");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\":0}", "{\"version\":1,\"version\":1}", "{\"version\":1,\"connection\":{\"proxy\":\"magic\"}}"})
  void whatIsDamagedIsSaidEachTimeAndSetAsideByTheNextSave(String content) throws Exception {
    Files.writeString(file(), content);
    assertThat(store().load()).isEqualTo(Settings.USUAL);
    assertThat(file()).as("who only reads moves nothing").hasContent(content);
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).contains(Trouble.DAMAGED);
    store.save(FULL);
    assertThat(folder.resolve("settings.json.corrupt-20261121-120000")).hasContent(content);
    assertThat(store.trouble()).isEmpty();
    assertThat(store().load()).isEqualTo(FULL);

    Files.writeString(file(), content);
    store = store();
    store.load();
    store.save(FULL);
    assertThat(folder.resolve("settings.json.corrupt-20261121-120000-2")).hasContent(content);
  }

  @Test
  void theLastGoodCopyIsUsedMeanwhile() throws Exception {
    JsonSettingsStore store = store();
    store.load();
    store.save(FULL);
    Settings second = new Settings(Connection.USUAL.withProxy(ProxyMode.NONE), Set.of());
    store.save(second);
    Files.writeString(file(), "{");
    store = store();
    assertThat(store.load()).isEqualTo(FULL);
    assertThat(store.trouble()).contains(Trouble.COPY_USED);
    store.save(second);
    assertThat(folder.resolve("settings.json.corrupt-20261121-120000")).hasContent("{");
    JsonSettingsStore again = store();
    assertThat(again.load()).isEqualTo(second);
    assertThat(again.trouble()).isEmpty();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("settings.json.bak")))).isEqualTo("rw-------");
  }

  @Test
  void twoDamagedCopiesAreBothSetAside() throws Exception {
    Files.writeString(file(), "{");
    Files.writeString(folder.resolve("settings.json.bak"), "[");
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).contains(Trouble.DAMAGED);
    store.save(FULL);
    assertThat(folder.resolve("settings.json.corrupt-20261121-120000")).hasContent("{");
    assertThat(folder.resolve("settings.json.bak.corrupt-20261121-120000")).hasContent("[");
  }

  @Test
  void whatIsOfANewerVersionStaysAndIsNotWrittenOver() throws Exception {
    Files.writeString(file(), "{\"version\":2}");
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).contains(Trouble.NEWER_VERSION);
    assertThatThrownBy(() -> store.save(FULL)).isInstanceOf(StorageException.class);
    assertThat(file()).hasContent("{\"version\":2}");
  }

  @Test
  void whatCannotBeReadAtAllStaysAndIsNotWrittenOver() throws Exception {
    Files.createDirectory(file());
    JsonSettingsStore store = store();
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).contains(Trouble.UNREADABLE);
    assertThatThrownBy(() -> store.save(FULL)).isInstanceOf(StorageException.class);
    assertThat(file()).isDirectory();
  }

  private JsonSettingsStore store() {
    return new JsonSettingsStore(folder, InstantSource.fixed(Instant.parse("2026-11-21T12:00:00Z")));
  }
}
