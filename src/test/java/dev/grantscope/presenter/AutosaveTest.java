package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileStore;
import dev.grantscope.core.profile.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class AutosaveTest {
  private final Desk desk = new Desk();
  private final List<List<Profile>> saved = new ArrayList<>();
  private final List<Optional<String>> told = new ArrayList<>();
  private boolean broken;
  private boolean faulty;
  private final Autosave autosave = new Autosave(desk.workbench, new Store(), desk.background, told::add, desk.texts);

  @Test
  void changesAreSavedTogetherAMomentLater() {
    desk.form.credentials().onClientId("a");
    desk.form.credentials().onClientId("ab");
    assertThat(saved).isEmpty();
    desk.background.pass(Duration.ofSeconds(1));
    desk.background.work();

    assertThat(saved).hasSize(1);
    assertThat(saved.getFirst().getFirst().draft().clientId()).isEqualTo("ab");
  }

  @Test
  void theWayOutSavesWhatIsNotSavedAndOnlyThat() {
    assertThat(autosave.flush()).isEmpty();
    assertThat(saved).isEmpty();
    desk.form.scope().onScopeEdited("late");
    assertThat(autosave.flush()).isEmpty();
    assertThat(saved).hasSize(1);
    desk.background.pass(Duration.ofSeconds(1));
    desk.background.work();
    assertThat(saved).hasSize(1);
  }

  @Test
  void aSaveThatFailsIsSaidAndTriedAgain() {
    broken = true;
    desk.form.scope().onScopeEdited("x");
    desk.background.pass(Duration.ofSeconds(1));
    desk.background.work();
    assertThat(told).containsExactly(Optional.of("disk full"));
    assertThat(autosave.flush()).hasValue("disk full");

    broken = false;
    assertThat(autosave.flush()).isEmpty();
    assertThat(saved).hasSize(1);
  }

  @Test
  void aFaultOfTheProgramIsSaidWithoutItsMessageAndTheNextSaveTriesAgain() {
    faulty = true;
    desk.form.scope().onScopeEdited("x");
    desk.background.pass(Duration.ofSeconds(1));
    desk.background.work();
    assertThat(told).singleElement().satisfies(AutosaveTest::saysTheFault);
    assertThat(autosave.flush()).satisfies(AutosaveTest::saysTheFault);

    faulty = false;
    desk.form.scope().onScopeEdited("y");
    desk.background.pass(Duration.ofSeconds(1));
    desk.background.work();
    assertThat(told).last().isEqualTo(Optional.empty());
    assertThat(saved.getLast().getFirst().draft().scope()).isEqualTo("y");
  }

  @Test
  void whatCouldNotBeSavedStaysSaidWhileSomethingElseIsSaved() {
    TroubleLine line = new TroubleLine(told::add, Optional.of("The file was damaged."));
    assertThat(told).containsExactly(Optional.of("The file was damaged."));
    Consumer<Optional<String>> profiles = line.saver();
    Consumer<Optional<String>> settings = line.saver();
    profiles.accept(Optional.of("Disk full."));
    settings.accept(Optional.empty());
    assertThat(told).last().isEqualTo(Optional.of("Disk full."));
    settings.accept(Optional.of("Not allowed."));
    assertThat(told).last().isEqualTo(Optional.of("Disk full. Not allowed."));
    profiles.accept(Optional.empty());
    settings.accept(Optional.empty());
    assertThat(told).last().isEqualTo(Optional.of("The file was damaged."));
  }

  private static void saysTheFault(Optional<String> said) {
    assertThat(said.orElse("")).contains("IllegalStateException at AutosaveTest").doesNotContain("canary-secret");
  }

  private final class Store implements ProfileStore {
    @Override
    public Loaded load() {
      return new Loaded(List.of(), Trouble.NONE);
    }

    @Override
    public void save(List<Profile> profiles) throws StorageException {
      if (faulty) {
        throw new IllegalStateException("canary-secret");
      }
      if (broken) {
        throw new StorageException("disk full");
      }
      saved.add(profiles);
    }
  }
}
