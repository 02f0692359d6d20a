package dev.grantscope.ui.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
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
    // From a stream JavaFX first writes a file of its own, under a random name: 4 ms, and the file stays there when the process is killed.
    if (besideProgram().map(font -> Font.loadFont(font, 0)).isEmpty()) {
      try (InputStream font = Objects.requireNonNull(new FeatherIkonHandler().getFontResourceAsStream())) {
        Font.loadFont(font, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Where it would be; nothing outside of a jar. Not by the code source of a class: with an AOT cache that is where the package was built. */
  private static Optional<String> besideProgram() {
    String here = String.valueOf(Icon.class.getResource("Icon.class"));
    int end = here.indexOf("!/");
    // JavaFX takes the path of the URL as it stands: a space must not be %20.
    return here.startsWith("jar:") && end > 0
        ? Optional.of("file:" + URI.create(here.substring("jar:".length(), end)).resolve(FILE).getPath())
        : Optional.empty();
  }

  public Icon(Ikon sign) {
    super(Character.toString(sign.getCode()));
    // What the theme knows icons by.
    getStyleClass().add("ikonli-font-icon");
  }
}
