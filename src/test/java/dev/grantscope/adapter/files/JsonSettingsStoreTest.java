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
    JsonSettingsStore store = new JsonSettingsStore(folder);
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).isEmpty();
    store.save(FULL);
    assertThat(new JsonSettingsStore(folder).load()).isEqualTo(FULL);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
  }

  @Test
  void whatIsNotUnderstoodStays() throws Exception {
    Files.writeString(file(), "{\"version\":1,\"later\":7,\"connection\":{\"proxy\":\"none\",\"other\":8}}");
    JsonSettingsStore store = new JsonSettingsStore(folder);
    assertThat(store.load()).isEqualTo(new Settings(Connection.USUAL.withProxy(ProxyMode.NONE), Set.of()));
    store.save(FULL);
    assertThat(Files.readString(file())).contains("\"later\" : 7").contains("\"other\" : 8").contains("me ä");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"version\":2}", "{\"version\":1,\"version\":1}", "{\"version\":1,\"connection\":{\"proxy\":\"magic\"}}"})
  void whatCannotBeReadIsNotWrittenOver(String content) throws Exception {
    Files.writeString(file(), content);
    JsonSettingsStore store = new JsonSettingsStore(folder);
    assertThat(store.load()).isEqualTo(Settings.USUAL);
    assertThat(store.trouble()).contains(content.contains("2") ? Trouble.NEWER_VERSION : Trouble.UNREADABLE);
    assertThatThrownBy(() -> store.save(FULL)).isInstanceOf(StorageException.class);
    assertThat(Files.readString(file())).isEqualTo(content);
  }
}
