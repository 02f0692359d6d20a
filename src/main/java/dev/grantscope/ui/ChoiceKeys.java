package dev.grantscope.ui;

import dev.grantscope.presenter.Choice;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Control;
import javafx.scene.control.SingleSelectionModel;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The same keys for everything that is chosen from a list: arrows, the first letters, and what opens it. */
final class ChoiceKeys {
  /** Letters that follow each other within this time are one beginning. */
  private static final long TOGETHER_NANOS = 700_000_000;

  private final SingleSelectionModel<Choice> chosen;
  private final List<Choice> choices;
  private final Runnable open;
  private String typed = "";
  private long last;

  private ChoiceKeys(SingleSelectionModel<Choice> chosen, List<Choice> choices, Runnable open) {
    this.chosen = chosen;
    this.choices = choices;
    this.open = open;
  }

  /**
   * Gives a field these keys.
   *
   * @param off while it is true the keys are the field's own: it is open, or text is typed into it
   */
  static void on(
      Control field, SingleSelectionModel<Choice> chosen, List<Choice> choices, ObservableBooleanValue off, Runnable open) {
    ChoiceKeys keys = new ChoiceKeys(chosen, choices, open);
    // Filters: a choice box answers none of these, and the arrows would carry the keyboard away.
    field.addEventFilter(
        KeyEvent.ANY,
        event -> {
          if (!off.get() && !event.isShortcutDown() && keys.took(event)) {
            event.consume();
          }
        });
  }

  private boolean took(KeyEvent event) {
    if (event.getEventType() == KeyEvent.KEY_TYPED) {
      return began(event.getCharacter());
    }
    boolean pressed = event.getEventType() == KeyEvent.KEY_PRESSED;
    KeyCode code = event.getCode();
    if (code == KeyCode.F4 || code == KeyCode.SPACE || (event.isAltDown() && code == KeyCode.DOWN)) {
      return now(!pressed, open);
    } else if (event.isAltDown()) {
      return false;
    }
    return switch (code) {
      case DOWN -> now(pressed, chosen::selectNext);
      case UP -> now(pressed, chosen::selectPrevious);
      case HOME -> now(pressed, chosen::selectFirst);
      case END -> now(pressed, chosen::selectLast);
      default -> false;
    };
  }

  private static boolean now(boolean due, Runnable action) {
    if (due) {
      action.run();
    }
    return true;
  }

  private boolean began(String character) {
    if (character.isBlank() || character.codePointAt(0) < ' ') {
      return false;
    }
    long time = System.nanoTime();
    boolean more = !typed.isEmpty() && time - last < TOGETHER_NANOS;
    last = time;
    typed = (more ? typed : "") + character.toLowerCase(Locale.ROOT);
    // A first letter again goes to the next one that has it.
    int from = chosen.getSelectedIndex() + (more ? 0 : 1);
    IntStream.range(0, choices.size())
        .map(i -> Math.floorMod(from + i, choices.size()))
        .filter(i -> choices.get(i).label().toLowerCase(Locale.ROOT).startsWith(typed))
        .findFirst()
        .ifPresent(chosen::select);
    return true;
  }
}
