package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.profile.StorageException;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The end of the session comes on a thread of its own, in the middle of whatever the window does. */
class LastSaveTest {
  @Test
  void noProfileIsMissingOrTwiceWhileTheListIsChanged() throws InterruptedException {
    List<Profile> all = IntStream.range(0, 50).mapToObj(it -> Desk.profile(new UUID(0, it), "p" + it)).toList();
    Workbench workbench = new Workbench(all, Optional.empty(), Settings.USUAL);
    List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    AtomicBoolean changing = new AtomicBoolean(true);
    Thread last =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (changing.get() && wrong.isEmpty()) {
                    look(workbench, wrong);
                  }
                });

    for (int i = 0; i < 20_000; i++) {
      workbench.moveBehindItsGroup(all.get(i % all.size()).id());
    }
    changing.set(false);
    last.join();

    assertThat(wrong).isEmpty();
  }

  private static void look(Workbench workbench, List<String> wrong) {
    try {
      Set<UUID> ids = new HashSet<>(workbench.profiles().stream().map(Profile::id).toList());
      if (ids.size() != 50) {
        wrong.add(ids.size() + " profiles");
      }
    } catch (RuntimeException e) {
      wrong.add(e.getClass().getSimpleName());
    }
  }

  /** A disk that takes nothing until it is let. */
  private static final class SlowDisk implements ProfileStore {
    private final CountDownLatch let = new CountDownLatch(1);
    private final List<List<Profile>> saved = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void save(List<Profile> profiles) throws StorageException {
      try {
        let.await();
      } catch (InterruptedException e) {
        throw new StorageException("interrupted");
      }
      saved.add(profiles);
    }

    @Override
    public Loaded load() {
      throw new AssertionError();
    }
  }

  /** Asked only when there are settings to save, and there are none here. */
  private static final class NoDisk implements SettingsStore {
    @Override
    public Settings load() {
      throw new AssertionError();
    }

    @Override
    public void save(Settings settings) {
      throw new AssertionError();
    }
  }

  private static final Duration LONG = Duration.ofSeconds(60);

  private final Desk desk = new Desk();
  private final SlowDisk disk = new SlowDisk();
  private final LastSave last =
      new LastSave(
          new Autosave(desk.workbench, disk, desk.background, _ -> {}, desk.texts),
          new SettingsAutosave(desk.workbench, new NoDisk(), desk.background, _ -> {}, desk.texts),
          desk.form.secrets(),
          desk.background,
          desk.texts);

  @Test
  void aDiskThatHangsHoldsTheWindowNoLongerThanItsTime() {
    desk.form.scope().onScopeEdited("late");
    AtomicBoolean least = new AtomicBoolean();

    assertThat(last.within(Duration.ofMillis(20), () -> {})).hasValue("The profiles are not saved: the disk did not take them within 0 s.");
    assertThat(last.atEndOfSession(true, LONG, Duration.ofMillis(20))).containsExactly("The profiles are not saved: the disk did not take them within 0 s.");

    disk.let.countDown();
    assertThat(last.within(LONG, () -> least.set(true))).isEmpty();
    assertThat(disk.saved).last().satisfies(it -> assertThat(it.getFirst().draft().scope()).isEqualTo("late"));
    assertThat(least).isTrue();
  }

  @Test
  void aSecretTypedLastIsKeptAtTheEndOfTheSessionAndItsProfileKnows() {
    disk.let.countDown();
    desk.typeSecret("typed-last");

    assertThat(last.atEndOfSession(true, LONG, LONG)).isEmpty();
    assertThat(desk.store.kept).containsValue(Secret.of("typed-last"));
    assertThat(disk.saved).singleElement().satisfies(it -> assertThat(it.getFirst().keptSecrets()).containsExactly(Kind.CLIENT_SECRET));
  }

  @Test
  void whatMayBeHalfASecretDoesNotTakeThePlaceOfOneThatIsKept() {
    disk.let.countDown();
    desk.store.kept.put(desk.workbench.selected().key(Kind.CLIENT_SECRET), Secret.of("stored"));
    desk.workbench.update(Desk.FIRST, it -> it.withKeptSecret(Kind.CLIENT_SECRET, true));
    desk.typeSecret("ha");

    assertThat(last.atEndOfSession(true, LONG, LONG)).singleElement().satisfies(it -> assertThat(it).endsWith("One that was there before is still there.").doesNotContain("“ha”"));
    assertThat(desk.store.kept).containsValue(Secret.of("stored"));
  }

  @Test
  void aKeyringThatHangsIsSaid() {
    disk.let.countDown();
    desk.typeSecret("typed-last");
    CountDownLatch answers = new CountDownLatch(1);
    desk.store.meanwhile =
        () -> {
          try {
            answers.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        };

    assertThat(last.atEndOfSession(true, Duration.ofMillis(20), LONG)).singleElement().satisfies(it -> assertThat(it).contains("Test Keyring and is lost"));
    answers.countDown();
  }

  @Test
  void aWindowThatIsGoneIsNotWaitedFor() {
    desk.typeSecret("typed-last");

    assertThat(last.atEndOfSession(false, LONG, Duration.ofMillis(20))).isEmpty();
    assertThat(desk.store.kept).isEmpty();
  }
}
