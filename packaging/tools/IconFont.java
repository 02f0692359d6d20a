import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kordamp.ikonli.feather.FeatherIkonHandler;

/** Lays the font of the icons into the folder of the jars, where the program looks for it: JavaFX reads a file as it is. */
public final class IconFont {
  private IconFont() {}

  /** Into this folder. */
  public static void main(String[] arguments) throws IOException {
    try (InputStream font = new FeatherIkonHandler().getFontResourceAsStream()) {
      Files.copy(font, Path.of(arguments[0], "feather.ttf"));
    }
  }
}
