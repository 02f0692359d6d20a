package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.KeyFile;
import dev.grantscope.core.profile.LastOutcome;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.profile.ProfileStore.Loaded;
import dev.grantscope.core.profile.ProfileStore.Trouble;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.secret.SecretKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonProfileStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");

  @TempDir Path folder;

  private JsonProfileStore store() {
    return new JsonProfileStore(folder, InstantSource.fixed(NOW));
  }

  private Path file() {
    return folder.resolve("profiles.json");
  }

  private static Profile profile(int number, String name) {
    return Profile.blank(new UUID(1, number), name, ProfileDraft.blank("cxone"));
  }

  private static Profile full(String text) {
    ProfileDraft draft =
        new ProfileDraft(
            "cxone", text, text, new GrantType(text), text, ClientAuthenticationMethod.BASIC_RAW, BodyFormat.JSON, text, text,
            List.of(new Entry(text, ""), new Entry("", text), new Entry(text, text)),
            List.of(new Entry("X-Trace", text)),
            new Connection(Connection.ProxyMode.NAMED, text, text, text, text, text),
            new KeyFile(text, text));
    return new Profile(
        new UUID(1, 2), text, text, draft,
        Set.of("b.example", "a.example"),
        Set.of(SecretKey.Kind.values()),
        Optional.of(new LastOutcome(LastOutcome.Result.ATTENTION, NOW)),
        new ApiUse(List.of(new ApiUse.Call("GET", text), new ApiUse.Call("POST", "https://api.example/x")), Set.of("api.example")),
        text);
  }

  @Test
  void aFileWithoutConnectionsLeavesThemToTheSettingsAndWhatItHasOfThemStays() throws Exception {
    store().save(List.of(profile(1, "one")));
    assertThat(Files.readString(file())).doesNotContain("connection");
    assertThat(store().load().profiles().getFirst().draft().connection()).isEqualTo(Connection.AS_SET);

    String later = Files.readString(file()).replace("\"headers\"", "\"connection\":{\"proxy\":\"none\",\"later\":1},\"headers\"");
    Files.writeString(file(), later);
    Profile read = store().load().profiles().getFirst();
    assertThat(read.draft().connection()).isEqualTo(Connection.AS_SET.withProxy(Connection.ProxyMode.NONE));
    JsonProfileStore store = store();
    store.load();
    store.save(List.of(read.withDraft(read.draft().withConnection(Connection.AS_SET))));
    JsonNode written = new JsonMapper().readTree(Files.readAllBytes(file())).path("profiles").path(0).path("connection");
    assertThat(written.path("proxy").stringValue()).isEqualTo("as-set");
    assertThat(written.path("later").intValue()).isEqualTo(1);
  }

  @Test
  void whatCouldNotBeReadAtStartIsNotWrittenOverLaterEither() throws Exception {
    java.nio.file.Path file = folder.resolve("profiles.json");
    java.nio.file.Files.createDirectory(file);
    JsonProfileStore store = new JsonProfileStore(folder, java.time.InstantSource.system());
    assertThat(store.load().trouble()).isEqualTo(Trouble.UNREADABLE);
    java.nio.file.Files.delete(file);
    new JsonProfileStore(folder, java.time.InstantSource.system()).save(OtherProcess.profiles("real", 2));

    org.assertj.core.api.Assertions.assertThatThrownBy(() -> store.save(OtherProcess.profiles("practice", 1)))
        .isInstanceOf(dev.grantscope.core.profile.StorageException.class);
    assertThat(new JsonProfileStore(folder, java.time.InstantSource.system()).load().profiles())
        .isEqualTo(OtherProcess.profiles("real", 2));
  }

  @Test
  void isFirstWhereNothingWasSaved() {
    assertThat(store().load()).isEqualTo(new Loaded(List.of(), Trouble.NONE));
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "Jürgen 🔑", "a\nb\r\n\t\u0000\u001b", "שלום \u202e", "\"\\/{}[]", "half \ud83d", "\udd11 half"})
  void givesBackWhatItSaved(String text) throws StorageException {
    List<Profile> profiles = List.of(profile(1, "one"), full(text), profile(3, "one"));
    store().save(profiles);

    assertThat(store().load()).isEqualTo(new Loaded(profiles, Trouble.NONE));
  }

  @Test
  void keepsThemReadableForPeople() throws Exception {
    store().save(List.of(full("Jürgen")));
    String text = Files.readString(file());

    assertThat(text).contains("\"version\" : 1", "\"name\" : \"Jürgen\"", "\"authentication\" : \"basic-raw\"");
    assertThat(text.indexOf("a.example")).isLessThan(text.indexOf("b.example"));
    store().save(List.of(full("Jürgen")));
    assertThat(Files.readString(file())).isEqualTo(text);
  }

  @Test
  void keepsMembersItDoesNotKnow() throws Exception {
    Files.writeString(
        file(),
        """
        {"version": 1, "theme": {"dark": true}, "profiles": [
          {"id": "%s", "name": "one", "colour": "red", "lastOutcome": {"result": "granted", "at": "2026-01-01T00:00:00Z"}},
          {"id": "%s", "name": "two", "colour": [1, 2.50]}], "zoom": 1.10}
        """
            .formatted(new UUID(1, 1), new UUID(1, 2)));
    JsonProfileStore store = store();
    assertThat(store.load().profiles()).extracting(Profile::name).containsExactly("one", "two");
    store.save(List.of(profile(2, "renamed"), profile(1, "one"), profile(3, "new")));
    store.save(List.of(profile(2, "renamed"), profile(1, "one"), profile(3, "new")));

    JsonNode root = new JsonMapper().readTree(Files.readString(file()));
    assertThat(root.path("theme").path("dark").booleanValue()).isTrue();
    assertThat(root.path("zoom").doubleValue()).isEqualTo(1.1);
    assertThat(root.at("/profiles/0/colour").size()).isEqualTo(2);
    assertThat(root.at("/profiles/0/name").stringValue()).isEqualTo("renamed");
    assertThat(root.at("/profiles/1/colour").stringValue()).isEqualTo("red");
    assertThat(root.at("/profiles/1/lastOutcome").isMissingNode()).isTrue();
    assertThat(root.at("/profiles/2/colour").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"text\"",
        "null",
        "{\"name\": \"no id\"}",
        "{\"id\": \"not a UUID\"}",
        "{\"id\": \"00000000-0000-0001-0000-000000000009\", \"authentication\": \"from-the-future\"}",
        "{\"id\": \"00000000-0000-0001-0000-000000000009\", \"scope\": [\"a\"]}",
        "{\"id\": \"00000000-0000-0001-0000-000000000009\", \"headers\": {}}",
        "{\"id\": \"00000000-0000-0001-0000-000000000009\", \"keptSecrets\": [\"key\"]}",
        "{\"id\": \"00000000-0000-0001-0000-000000000009\", \"lastOutcome\": {\"result\": \"granted\", \"at\": \"today\"}}",
        "{\"id\": \"00000000-0000-0001-0000-000000000001\", \"name\": \"the same id again\"}"
      })
  void readsAroundOneItCannotReadAndKeepsThat(String bad) throws Exception {
    Files.writeString(
        file(),
        """
        {"version": 1, "profiles": [{"id": "%s", "name": "one"}, %s, {"id": "%s", "name": "two"}]}
        """
            .formatted(new UUID(1, 1), bad, new UUID(1, 2)));
    JsonProfileStore store = store();
    assertThat(store.load()).isEqualTo(new Loaded(List.of(blank(1, "one"), blank(2, "two")), Trouble.PARTLY));
    store.save(List.of(blank(1, "one")));
    store.save(List.of(blank(1, "one"), blank(3, "three")));

    JsonNode root = new JsonMapper().readTree(Files.readString(file()));
    assertThat(root.path("profiles")).contains(new JsonMapper().readTree(bad)).hasSize(3);
  }

  private static Profile blank(int number, String name) {
    return Profile.blank(new UUID(1, number), name, ProfileDraft.blank(""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "{", "[]", "null", "7", "{}", "{\"version\": 1}", "{\"version\": \"1\", \"profiles\": []}",
        "{\"version\": 0, \"profiles\": []}", "{\"version\": 1, \"profiles\": {}}", "{\"version\": 1, \"profiles\": []} trailing",
        "{\"version\": 1, \"version\": 1, \"profiles\": []}", "\u0000\u0000\u0000\u0000"
      })
  void setsADamagedFileAsideAndReadsTheLastGoodCopy(String damaged) throws Exception {
    store().save(List.of(profile(1, "first")));
    store().save(List.of(profile(1, "second")));
    Files.writeString(file(), damaged);

    JsonProfileStore store = store();
    assertThat(store.load()).isEqualTo(new Loaded(List.of(profile(1, "first")), Trouble.RESTORED));
    assertThat(folder.resolve("profiles.json.corrupt-20261121-102030")).hasContent(damaged);
    assertThat(store().load()).isEqualTo(new Loaded(List.of(profile(1, "first")), Trouble.NONE));
    store.save(List.of(profile(1, "third")));
    assertThat(store().load().profiles()).containsExactly(profile(1, "third"));
  }

  @Test
  void isNeverFooledByATruncatedFile() throws Exception {
    store().save(List.of(profile(1, "first")));
    store().save(List.of(profile(1, "second")));
    byte[] whole = Files.readAllBytes(file());
    for (int length = 0; length < whole.length - 1; length++) {
      Files.write(file(), Arrays.copyOf(whole, length));
      assertThat(store().load().trouble()).isEqualTo(Trouble.RESTORED);
      Files.delete(folder.resolve("profiles.json.corrupt-20261121-102030"));
    }
    assertThat(whole).hasSizeGreaterThan(300);
  }

  @Test
  void setsBothAsideWhenBothAreDamaged() throws Exception {
    Files.writeString(file(), "damaged");
    Files.writeString(folder.resolve("profiles.json.bak"), "damaged too");
    JsonProfileStore store = store();

    assertThat(store.load()).isEqualTo(new Loaded(List.of(), Trouble.SET_ASIDE));
    store.save(List.of(profile(1, "one")));
    store.save(List.of(profile(1, "two")));
    assertThat(folder.resolve("profiles.json.corrupt-20261121-102030")).hasContent("damaged");
    assertThat(folder.resolve("profiles.json.bak.corrupt-20261121-102030")).hasContent("damaged too");
    assertThat(store().load().profiles()).containsExactly(profile(1, "two"));
  }

  @Test
  void setsTwoOfTheSameSecondAsideUnderTwoNames() throws Exception {
    Files.writeString(file(), "one");
    store().load();
    Files.writeString(file(), "two");
    store().load();

    assertThat(folder.resolve("profiles.json.corrupt-20261121-102030")).hasContent("one");
    assertThat(folder.resolve("profiles.json.corrupt-20261121-102030-2")).hasContent("two");
  }

  @Test
  void readsTheLastGoodCopyWhereTheFileIsGone() throws Exception {
    store().save(List.of(profile(1, "first")));
    store().save(List.of(profile(1, "second")));
    Files.delete(file());

    assertThat(store().load()).isEqualTo(new Loaded(List.of(profile(1, "first")), Trouble.RESTORED));
  }

  @Test
  void readsANewerVersionAndNeverWritesOverIt() throws Exception {
    String newer = "{\"version\": 2, \"profiles\": [{\"id\": \"" + new UUID(1, 1) + "\", \"name\": \"one\"}, 7]}";
    Files.writeString(file(), newer);
    JsonProfileStore store = store();

    assertThat(store.load()).isEqualTo(new Loaded(List.of(blank(1, "one")), Trouble.NEWER_VERSION));
    assertRefused(store);
    assertRefused(store());
    assertThat(file()).hasContent(newer);
  }

  @Test
  void neverWritesOverWhatItCouldNotRead() throws Exception {
    Files.createDirectory(file());
    Files.createFile(file().resolve("something"));
    JsonProfileStore store = store();

    assertThat(store.load()).isEqualTo(new Loaded(List.of(), Trouble.UNREADABLE));
    assertRefused(store);
    assertRefused(store());
    assertThat(file().resolve("something")).exists();
    assertThat(names()).containsExactly("profiles.json");
  }

  @Test
  void isUnreadableWhereOnlyACopyIsThatCannotBeRead() throws Exception {
    Files.createDirectory(folder.resolve("profiles.json.bak"));

    assertThat(store().load().trouble()).isEqualTo(Trouble.UNREADABLE);
    assertRefused(store());
  }

  private static void assertRefused(JsonProfileStore store) {
    assertThatThrownBy(() -> store.save(List.of(profile(1, "default")))).isInstanceOf(StorageException.class).hasNoCause();
  }

  @Test
  void readsBeforeItSavesTheFirstTime() throws Exception {
    Files.writeString(file(), "{\"version\": 1, \"profiles\": [], \"theme\": \"dark\"}");
    store().save(List.of(profile(1, "one")));

    assertThat(Files.readString(file())).contains("\"theme\" : \"dark\"");
  }

  @Test
  void saysWhereItCouldNotSave() {
    Path gone = folder.resolve("gone");

    assertThatThrownBy(() -> new JsonProfileStore(gone, InstantSource.fixed(NOW)).save(List.of()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(gone.toString())
        .hasNoCause();
  }

  @Test
  void keepsALinkToAFileElsewhere() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("dotfiles")).resolve("grantscope.json");
    Files.writeString(elsewhere, "{\"version\": 1, \"profiles\": []}");
    Files.createSymbolicLink(file(), elsewhere);
    store().save(List.of(profile(1, "one")));

    assertThat(file()).isSymbolicLink();
    assertThat(Files.readString(elsewhere)).contains("one");
  }

  @Test
  void takesTenThousand() throws StorageException {
    List<Profile> profiles = OtherProcess.profiles("Contact centre", 10_000);
    store().save(profiles);

    assertThat(store().load().profiles()).isEqualTo(profiles);
  }

  @Test
  void letsNobodyElseReadWhateverTheUmask() throws Exception {
    for (String umask : List.of("000", "022")) {
      assertThat(OtherProcess.start(umask, "save", folder.toString(), "5").waitFor()).isZero();
      assertThat(names()).containsExactlyInAnyOrder("profiles.json", "profiles.json.bak", "state.json");
      for (String name : names()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)))).isEqualTo("rw-------");
      }
      Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    }
  }

  /** Reliability D1, in small: killed at any point, the file is whole and holds the last save that was said to be done, or a later one. */
  @Test
  void losesNothingWhenItIsKilled() throws Exception {
    for (int kill = 0; kill < 30; kill++) {
      Process process = OtherProcess.start("022", "save", folder.toString(), "1000000");
      int committed = 0;
      try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
        for (int line = 0; line < 2 + kill % 8; line++) {
          committed = Integer.parseInt(lines.readLine());
        }
      } finally {
        process.destroyForcibly().waitFor();
      }

      Loaded loaded = store().load();
      assertThat(loaded.trouble()).isEqualTo(Trouble.NONE);
      assertThat(loaded.profiles()).hasSize(200).extracting(Profile::name).containsOnly(loaded.profiles().getFirst().name());
      assertThat(Integer.parseInt(loaded.profiles().getFirst().name())).isGreaterThanOrEqualTo(committed);
      assertThat(names()).as("what was left over is gone").containsExactlyInAnyOrder("profiles.json", "profiles.json.bak");
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
