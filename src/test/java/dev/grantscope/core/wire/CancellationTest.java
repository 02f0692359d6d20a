package dev.grantscope.core.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class CancellationTest {
  private final List<String> ran = new ArrayList<>();

  @Test
  void runsOnlyTheNewestAction() {
    Cancellation cancellation = new Cancellation();
    cancellation.onCancel(() -> ran.add("connect"));
    cancellation.onCancel(() -> ran.add("receive"));
    assertThat(cancellation.isCancelled()).isFalse();

    cancellation.cancel();

    assertThat(cancellation.isCancelled()).isTrue();
    assertThat(ran).containsExactly("receive");
  }

  @Test
  void runsAnActionOnceHoweverOftenCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.onCancel(() -> ran.add("close"));

    cancellation.cancel();
    cancellation.cancel();

    assertThat(ran).containsExactly("close");
  }

  @Test
  void runsWhatComesTooLateAtOnce() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    cancellation.onCancel(() -> ran.add("first"));
    cancellation.onCancel(() -> ran.add("second"));

    assertThat(ran).containsExactly("first", "second");
  }

  @Test
  void anActionMayCancelAgain() {
    Cancellation cancellation = new Cancellation();
    cancellation.onCancel(cancellation::cancel);

    cancellation.cancel();

    assertThat(cancellation.isCancelled()).isTrue();
  }

  /** However the two threads meet, the action runs, and once. */
  @Test
  void losesNoActionInARace() throws Exception {
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < 2_000; i++) {
        Cancellation cancellation = new Cancellation();
        AtomicInteger count = new AtomicInteger();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> cancelling =
            other.submit(
                () -> {
                  together.await();
                  cancellation.cancel();
                  return count;
                });
        together.await();
        cancellation.onCancel(count::incrementAndGet);
        assertThat(cancelling.get()).isSameAs(count);
        assertThat(count).hasValue(1);
      }
    }
  }
}
