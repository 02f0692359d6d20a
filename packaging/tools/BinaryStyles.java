import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/** Writes a stylesheet as JavaFX has read it, which takes a start less time than reading it; JavaFX looks for such a file beside each. */
public final class BinaryStyles {
  private BinaryStyles() {}

  /** Of the first file, into the second. */
  public static void main(String[] arguments) throws IOException {
    Stylesheet.convertToBinary(new File(arguments[0]), new File(arguments[1]));
  }
}
