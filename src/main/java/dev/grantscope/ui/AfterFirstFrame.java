package dev.grantscope.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.CacheHint;
import javafx.scene.Node;

/** What the first picture can do without: made after it, a part at a time, so that the form can be used meanwhile; or all at once. */
final class AfterFirstFrame {
  private final Deque<Runnable> parts;

  AfterFirstFrame(Runnable... parts) {
    this.parts = new ArrayDeque<>(List.of(parts));
  }

  /**
   * Begins once the first picture of this is drawn.
   *
   * @param last what else can wait
   */
  void begin(Node window, Runnable last) {
    parts.add(last);
    new AnimationTimer() {
      private int frames;

      @Override
      public void handle(long now) {
        frames++;
        if (frames == 2) {
          // Changes nothing that is seen, but a change has to wait for the picture before it to be drawn; else what comes next could be
          // in the way of the first one.
          window.setCacheHint(CacheHint.QUALITY);
        } else if (frames > 2) {
          stop();
          next();
        }
      }
    }.start();
  }

  private void next() {
    if (!parts.isEmpty()) {
      parts.remove().run();
      Platform.runLater(this::next);
    }
  }

  /** Makes at once what is still to be made. */
  void complete() {
    while (!parts.isEmpty()) {
      parts.remove().run();
    }
  }
}
