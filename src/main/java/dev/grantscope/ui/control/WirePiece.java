package dev.grantscope.ui.control;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.text.Text;

/** A piece of a row in one colour. It has a style class to be found by, but its look from the {@link WirePalette}. */
final class WirePiece extends Text {
  private final String look;

  WirePiece(String text, String look) {
    super(text);
    this.look = look;
    getStyleClass().add("wire-" + look);
  }

  void dress(WirePalette palette, boolean selected) {
    boolean muted = look.equals(WirePalette.LINE_NUMBER) || look.equals(WirePalette.PUNCTUATION);
    setFont(palette.font());
    setFill(palette.colour(muted && selected ? WirePalette.PLAIN : look));
  }

  double width() {
    return getLayoutBounds().getWidth();
  }

  /** Of its first so many characters. */
  double widthOf(int length) {
    Text start = new Text(getText().substring(0, length));
    start.setFont(getFont());
    return start.getLayoutBounds().getWidth();
  }

  /** Nothing that a style sheet could set: so no time is spent on looking for it. */
  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return List.of();
  }
}
