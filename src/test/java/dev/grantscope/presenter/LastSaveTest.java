package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.Settings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
}
