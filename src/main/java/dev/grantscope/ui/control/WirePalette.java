package dev.grantscope.ui.control;

import dev.grantscope.core.render.TextKind;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The colours and the font of wire text as the style sheet has them, each read off one specimen.
 *
 * <p>A picture of JSON has a thousand pieces; to let JavaFX style each took two thirds of the time in which the window stood still.
 */
final class WirePalette extends Pane {
  static final String LINE_NUMBER = "line-number";
  static final String PLAIN = look(TextKind.PLAIN);
  static final String PUNCTUATION = look(TextKind.PUNCTUATION);
  static final String FOUND_CURRENT = "found-current";

  private final Map<String, Text> specimens = new LinkedHashMap<>();

  WirePalette() {
    getStyleClass().add("wire-palette");
    setManaged(false);
    setMouseTransparent(true);
    add(LINE_NUMBER);
    add(FOUND_CURRENT);
    for (TextKind kind : TextKind.values()) {
      add(look(kind));
    }
    getChildren().setAll(specimens.values());
  }

  /** The name of a look, which is the style class of its specimen. */
  static String look(TextKind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Paint colour(String look) {
    return specimen(look).getFill();
  }

  Font font() {
    return specimen(PLAIN).getFont();
  }

  /** Runs this whenever the style sheet says something else. */
  void subscribe(Runnable action) {
    specimens.values().forEach(specimen -> specimen.fillProperty().subscribe(action));
    specimen(PLAIN).fontProperty().subscribe(action);
  }

  private void add(String look) {
    Text specimen = new Text();
    specimen.getStyleClass().add(look);
    specimens.put(look, specimen);
  }

  private Text specimen(String look) {
    return Objects.requireNonNull(specimens.get(look), look);
  }
}
