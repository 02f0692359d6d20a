package dev.grantscope.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/**
 * A sign of Feather's font; size and colour come from the stylesheet.
 *
 * <p>Not Ikonli's {@code FontIcon}: that searches the class path for fonts, and has a style of its own in each icon, which JavaFX reads each
 * time.
 */
public final class Icon extends Text {
  /** In the package the font lies beside the program's jar. */
  private static final String FILE = "feather.ttf";

  static {
    String program = Icon.class.getProtectionDomain().getCodeSource().getLocation().toString();
    // From a stream JavaFX first writes a file of its own, under a random name: 4 ms, and the file stays there when the process is killed.
    if (Font.loadFont(URI.create(program).resolve(FILE).toString(), 0) == null) {
      try (InputStream font = Objects.requireNonNull(new FeatherIkonHandler().getFontResourceAsStream())) {
        Font.loadFont(font, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  public Icon(Ikon sign) {
    super(Character.toString(sign.getCode()));
    // What the theme knows icons by.
    getStyleClass().add("ikonli-font-icon");
  }
}
