package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class KeyringQueueTest {
  private final ManualBackground background = new ManualBackground();
  private final List<String> heard = new ArrayList<>();
  private final KeyringQueue queue = new KeyringQueue(background, () -> heard.add("news"));

  @Test
  void asksTheNextQuestionWhenTheLastIsAnswered() {
    queue.ask(() -> "one", heard::add, _ -> {});
    queue.ask(() -> "two", heard::add, _ -> {});
    assertThat(background.waiting()).isOne();
    background.work();
    assertThat(heard).containsExactly("one", "news", "two", "news");
  }

  @Test
  void aFaultIsAnAnswerToo() {
    background.breakNext(new IllegalStateException());
    queue.ask(() -> "one", heard::add, _ -> heard.add("fault"));
    queue.ask(() -> "two", heard::add, _ -> {});
    background.work();
    assertThat(heard).containsExactly("fault", "news", "two", "news");
  }

  @Test
  void saysThatItWaitsAfterASecondUntilAllIsAnswered() {
    queue.ask(() -> "one", _ -> heard.add("waiting " + queue.isWaiting()), _ -> {});
    queue.ask(() -> "two", _ -> heard.add("waiting " + queue.isWaiting()), _ -> {});
    background.pass(Duration.ofMillis(900));
    assertThat(queue.isWaiting()).isFalse();
    background.pass(Duration.ofMillis(100));
    assertThat(queue.isWaiting()).isTrue();
    background.work();
    assertThat(heard).containsSubsequence("waiting true", "waiting false");
  }

  @Test
  void onTheWayOutItWaitsNoLongerThanItMay() {
    assertThat(KeyringQueue.askBefore(System.nanoTime() + Duration.ofSeconds(60).toNanos(), () -> "kept")).contains("kept");
    CountDownLatch never = new CountDownLatch(1);
    assertThat(
            KeyringQueue.askBefore(
                System.nanoTime(),
                () -> {
                  never.await();
                  return "kept";
                }))
        .isEmpty();
    never.countDown();
  }

  @Test
  void aFaultOnTheWayOutIsNotTakenForAnAnswer() {
    assertThatThrownBy(
            () ->
                KeyringQueue.askBefore(
                    System.nanoTime() + Duration.ofSeconds(60).toNanos(),
                    () -> {
                      throw new IllegalArgumentException();
                    }))
        .isInstanceOf(IllegalStateException.class);
  }
}
