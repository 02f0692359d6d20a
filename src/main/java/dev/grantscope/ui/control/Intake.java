package dev.grantscope.ui.control;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.profile.FieldLimit.Excess;
import dev.grantscope.core.render.VisibleText;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much a field takes in. What is too much is refused as a whole: the field stays as it was, and a sentence beside it says so. JavaFX
 * would hold the window for seconds over a line of megabytes, or of some ten thousand combining marks.
 *
 * <p>A saved text that is too much stays as it is: of it the field shows the start, and lets it be cleared, not edited.
 */
public final class Intake {
  private static final int EXCERPT = 60;

  private final TextInputControl control;
  private final FieldLimit limit;
  private final Words words;
  private @Nullable Tooltip elsewhere;
  private @Nullable String held;
  private boolean showing;

  /** A place that has room for the sentence. */
  public interface Place {
    /** Says it; nothing when there is nothing to say any longer. */
    void showRefusal(Optional<String> sentence);
  }

  /** The sentences. */
  public interface Words {
    /** What was to be put into the field and was not taken. */
    String refused(Excess excess);

    /** What is saved there, and is only shown in part. */
    String kept(Excess excess);
  }

  /** Watches over this control. */
  @SuppressWarnings("NullAway") // For JavaFX a change that is refused is null.
  public Intake(TextInputControl control, FieldLimit limit, Words words) {
    this.control = control;
    this.limit = limit;
    this.words = words;
    control.setTextFormatter(new TextFormatter<>(this::filter));
    control.textProperty().addListener((_, _, _) -> say(Optional.empty()));
    control
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && held == null) {
                say(Optional.empty());
              }
            });
    control.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Whether what is on the clipboard is refused; asked before JavaFX looks at each character of it. */
  public boolean refusesPaste() {
    @Nullable String pasted = Clipboard.getSystemClipboard().getString();
    return pasted != null && held == null && refuses(pasted);
  }

  /** Shows a saved text. */
  public void show(String text) {
    Optional<Excess> excess = limit.excess(text);
    showing = true;
    if (excess.isEmpty()) {
      held = null;
      control.setEditable(true);
      control.setText(text);
    } else if (!text.equals(held)) {
      held = text;
      control.setEditable(false);
      control.setText(excerpt(text));
      say(Optional.of(words.kept(excess.get())));
    }
    showing = false;
  }

  /** The text that counts: what stands in the field, or what it shows the start of. */
  public String text() {
    return held != null ? held : control.getText();
  }

  private static String excerpt(String text) {
    return VisibleText.of(text.substring(0, Math.min(text.length(), EXCERPT)), EXCERPT) + "…";
  }

  private TextFormatter.@Nullable Change filter(TextFormatter.Change change) {
    boolean grows = change.isContentChange() && !showing && !change.getText().isEmpty();
    return grows && refuses(change.getRangeStart(), change.getRangeEnd(), change.getText()) ? null : change;
  }

  private boolean refuses(String pasted) {
    return refuses(control.getSelection().getStart(), control.getSelection().getEnd(), pasted);
  }

  private boolean refuses(int start, int end, String more) {
    String now = control.getText();
    int length = now.length() - (end - start) + more.length();
    int few = Math.min(more.length(), limit.longest() + 1);
    int beyond =
        FieldLimit.beyondAscii(now, 0, start) + FieldLimit.beyondAscii(now, end, now.length()) + FieldLimit.beyondAscii(more, 0, few);
    Optional<Excess> excess = limit.excess(length, beyond);
    excess.ifPresent(it -> say(Optional.of(words.refused(it))));
    return excess.isPresent();
  }

  private void onKey(KeyEvent event) {
    if (held != null && (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE)) {
      event.consume();
      held = null;
      control.setEditable(true);
      control.clear();
    }
  }

  private void say(Optional<String> sentence) {
    for (Node node = control.getParent(); node != null; node = node.getParent()) {
      if (node instanceof Place place) {
        place.showRefusal(sentence);
        return;
      }
    }
    sentence.ifPresentOrElse(this::sayBelow, this::sayNothing);
  }

  private void sayNothing() {
    if (elsewhere != null && elsewhere.isShowing()) {
      elsewhere.hide();
      control.setAccessibleHelp(null);
    }
  }

  /** Where there is no room for it, below the field and above all else. */
  private void sayBelow(String sentence) {
    Bounds place = control.localToScreen(control.getBoundsInLocal());
    Tooltip popup = elsewhere == null ? popup() : elsewhere;
    elsewhere = popup;
    popup.setText(sentence);
    control.setAccessibleHelp(sentence);
    if (place != null) {
      popup.show(control, place.getMinX(), place.getMaxY() + 4);
    }
  }

  /** Made only when it is wanted: each costs a start as much as a control. */
  private static Tooltip popup() {
    Tooltip popup = new Tooltip();
    popup.setAutoHide(true);
    popup.setHideDelay(Duration.seconds(8));
    return popup;
  }
}
