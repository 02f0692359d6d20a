package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An editor, a sync tool or a second window writes the same files while this one is open: nothing of it is lost without a word. */
class ChangedElsewhereTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:20:30Z");
  private static final String OTHER = "other-20261121-102030";

  @TempDir private Path folder = Path.of("");

  private final Profile one = profile(1, "one");
  private final Profile two = profile(2, "two");
  private final Profile three = profile(3, "three");
  private JsonProfileStore window = store();

  private JsonProfileStore store() {
    return new JsonProfileStore(folder, InstantSource.fixed(NOW));
  }

  private Path file() {
    return folder.resolve("profiles.json");
  }

  private static Profile profile(int number, String name) {
    return Profile.blank(new UUID(1, number), name, ProfileDraft.blank("cxone"));
  }

  @BeforeEach
  void open() throws StorageException {
    store().save(List.of(one, two));
    window = store();
    window.load();
  }

  private void elsewhere(Profile... profiles) throws StorageException {
    JsonProfileStore other = store();
    other.load();
    other.save(List.of(profiles));
  }

  private List<String> names() {
    return store().load().profiles().stream().map(Profile::name).toList();
  }

  @Test
  void whatAnotherAddedStaysThroughEverySave() throws Exception {
    elsewhere(one, two, three);
    window.save(List.of(one.withName("here"), two));
    assertThat(names()).containsExactly("here", "two", "three");
    assertThat(window.found()).contains(ProfileStore.Trouble.CHANGED_ELSEWHERE);

    window.save(List.of(one.withName("again"), two));
    assertThat(names()).containsExactly("again", "two", "three");
    assertThat(window.found()).as("said until the window closes").contains(ProfileStore.Trouble.CHANGED_ELSEWHERE);
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatAnotherChangedOrDeletedStaysWhereItWasNotChangedHere() throws Exception {
    elsewhere(one, two.withName("there"));
    window.save(List.of(one.withName("here"), two));
    assertThat(names()).containsExactly("here", "there");

    elsewhere(one.withName("here"));
    window.save(List.of(one.withName("here 2"), two));
    assertThat(names()).containsExactly("here 2");
    assertThat(kept()).isEmpty();
  }

  @Test
  void whatWasChangedOnBothSidesIsTheWindowsAndTheOtherIsKeptBeside() throws Exception {
    elsewhere(one.withName("there"), two);
    window.save(List.of(one.withName("here"), two));

    assertThat(names()).containsExactly("here", "two");
    assertThat(window.found()).contains(ProfileStore.Trouble.KEPT_BESIDE);
    assertThat(folder.resolve("profiles.json." + OTHER)).content().contains("there");
  }

  @Test
  void whatWasDeletedHereAndChangedThereIsKeptBeside() throws Exception {
    elsewhere(one.withName("there"), two);
    window.save(List.of(two));

    assertThat(names()).containsExactly("two");
    assertThat(folder.resolve("profiles.json." + OTHER)).content().contains("there");
  }

  @Test
  void aChangeFromElsewhereIsNotLostToALaterChangeHereEither() throws Exception {
    elsewhere(one, two.withName("there"));
    window.save(List.of(one.withName("here"), two));
    window.save(List.of(one.withName("here"), two.withName("here too")));

    assertThat(names()).containsExactly("here", "here too");
    assertThat(window.found()).contains(ProfileStore.Trouble.KEPT_BESIDE);
    assertThat(folder.resolve("profiles.json." + OTHER)).content().contains("there");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{ half an edi", "[]", "{\"version\":1,\"profiles\":0}"})
  void aFileThatWasDamagedMeanwhileIsKeptBeside(String content) throws Exception {
    Files.writeString(file(), content);
    window.save(List.of(one.withName("here"), two));

    assertThat(names()).containsExactly("here", "two");
    assertThat(folder.resolve("profiles.json." + OTHER)).hasContent(content);
  }

  @Test
  void aFileOfANewerVersionIsNotWrittenOver() throws Exception {
    String newer = "{\"version\":2,\"profiles\":[]}";
    Files.writeString(file(), newer);

    assertThatThrownBy(() -> window.save(List.of(one.withName("here"), two)))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("newer version");
    assertThat(file()).hasContent(newer);
  }

  @Test
  void aFileThatIsGoneIsWrittenAnew() throws Exception {
    Files.delete(file());
    window.save(List.of(one.withName("here"), two));

    assertThat(names()).containsExactly("here", "two");
    assertThat(window.found()).isEmpty();
  }

  @Test
  void nothingIsFoundWhereNobodyElseWrites() throws Exception {
    window.save(List.of(one.withName("a"), three));
    window.save(List.of(three.withName("b"), one.withName("a")));

    assertThat(names()).containsExactly("b", "a");
    assertThat(window.found()).isEmpty();
    assertThat(kept()).isEmpty();
  }

  @Test
  void settingsOfAnotherAreKeptBesideAndWhatIsNotUnderstoodOfThemStays() throws Exception {
    Settings none = new Settings(Connection.USUAL.withProxy(ProxyMode.NONE), Set.of());
    JsonSettingsStore settings = settings();
    settings.load();
    settings.save(none);
    assertThat(settings.found()).isEmpty();
    String other = "{\"version\":1,\"later\":7,\"connection\":{\"proxy\":\"system\"}}";
    Files.writeString(folder.resolve("settings.json"), other);

    settings.save(new Settings(none.connection().withProxy(ProxyMode.SYSTEM), Set.of()));
    assertThat(settings.found()).contains(SettingsStore.Trouble.KEPT_BESIDE);
    assertThat(folder.resolve("settings.json." + OTHER)).hasContent(other);
    assertThat(folder.resolve("settings.json")).content().contains("\"later\" : 7");

    String newer = "{\"version\":2}";
    Files.writeString(folder.resolve("settings.json"), newer);
    assertThatThrownBy(() -> settings.save(none)).isInstanceOf(StorageException.class).hasMessageContaining("newer version");
    assertThat(folder.resolve("settings.json")).hasContent(newer);
  }

  @Test
  void settingsThatCouldNotBeKeptBesideAreKeptByTheNextSave() throws Exception {
    Settings none = new Settings(Connection.USUAL.withProxy(ProxyMode.NONE), Set.of());
    JsonSettingsStore settings = settings();
    settings.load();
    settings.save(none);
    String other = "{\"version\":1,\"connection\":{\"proxy\":\"system\"}}";
    Files.writeString(folder.resolve("settings.json"), other);
    Path beside = folder.resolve("settings.json." + OTHER);
    List<Path> taken =
        IntStream.range(1, 100).mapToObj(n -> n == 1 ? beside : beside.resolveSibling(beside.getFileName() + "-" + n)).toList();
    for (Path path : taken) {
      Files.createFile(path);
    }

    assertThatThrownBy(() -> settings.save(none)).isInstanceOf(StorageException.class).hasMessageContaining("could not be kept");
    assertThat(folder.resolve("settings.json")).hasContent(other);

    for (Path path : taken) {
      Files.delete(path);
    }
    settings.save(none);
    assertThat(beside).hasContent(other);
  }

  private JsonSettingsStore settings() {
    return new JsonSettingsStore(folder, InstantSource.fixed(NOW));
  }

  private List<Path> kept() throws Exception {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(it -> it.toString().contains(".other-")).toList();
    }
  }

  /** As a sync tool would that fights with this window over the file. */
  @Test
  void ofWhatIsKeptBesideTheNewestFiveStayAndNothingTwice() throws Exception {
    Path notOurs = Files.writeString(folder.resolve("profiles.json.other-mine"), "stays");
    String theirs = Files.readString(file());
    for (int i = 0; i < 8; i++) {
      int number = i;
      for (int again = 0; again < 2; again++) {
        Files.writeString(file(), theirs.replace("\"one\"", "\"theirs " + number + "\""));
        window.save(List.of(one.withName("mine " + i + again), two));
      }
    }

    try (Stream<Path> files = Files.list(folder)) {
      List<Path> kept = files.filter(it -> it.getFileName().toString().contains(OTHER)).toList();
      List<String> contents = new ArrayList<>();
      for (Path one : kept) {
        contents.add(Files.readString(one).replaceFirst("(?s).*\"(theirs [0-9])\".*", "$1"));
      }
      assertThat(contents).containsExactlyInAnyOrder("theirs 3", "theirs 4", "theirs 5", "theirs 6", "theirs 7");
    }
    assertThat(notOurs).exists();
    assertThat(names()).first().isEqualTo("mine 71");
  }

  /** As most editors save: a new file in the place of the old one. */
  @Test
  void aReaderSeesOneWholeFileWhileTheWindowSavesAndAnEditorReplacesIt() throws Exception {
    Path fresh = folder.resolve("editor.tmp");
    String theirs = Files.readString(file());
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(
            () -> {
              int count = 0;
              do {
                ProfileStore.Loaded loaded = store().load();
                assertThat(loaded.trouble()).isEqualTo(ProfileStore.Trouble.NONE);
                assertThat(loaded.profiles()).hasSizeGreaterThanOrEqualTo(2);
                count++;
              } while (!ended.get());
              return count;
            });
    for (int i = 0; i < 60; i++) {
      window.save(List.of(one.withName("here " + i), two));
      Files.writeString(fresh, theirs.replace("\"two\"", "\"there " + i + "\""));
      Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
    window.save(List.of(one.withName("here at last"), two));
    ended.set(true);

    assertThat(reads.get(60, TimeUnit.SECONDS)).isPositive();
    assertThat(names()).contains("here at last");
  }
}
