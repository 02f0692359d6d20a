import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.Stylesheet;

/**
 * Writes the stylesheets as JavaFX would have read them, which takes a start less time than reading them: the program's own, which JavaFX
 * looks for beside the readable one, and the themes without the controls that the program does not have, which are half of each.
 */
public final class BinaryStyles {
  private static final String ROOM = "dev/grantscope/ui/";
  private static final String THEMES = "atlantafx/base/theme/";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern RULE = Pattern.compile("([^{}]+)(\\{[^{}]*})");
  private static final Pattern STYLE_CLASS = Pattern.compile("\\.([A-Za-z][\\w-]*)");

  private BinaryStyles() {}

  /** Into the first folder; what is not used is in the second, a file with style classes, one on a line. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0], ROOM));
    Set<String> unused =
        Files.readAllLines(Path.of(arguments[1])).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .collect(Collectors.toUnmodifiableSet());
    write(read(ROOM + "app.css"), folder.resolve("app.bss"));
    for (String theme : List.of("primer-light", "primer-dark")) {
      write(without(read(THEMES + theme + ".css"), unused), folder.resolve(theme + ".bss"));
    }
  }

  private static String read(String resource) throws IOException {
    try (InputStream bytes = Objects.requireNonNull(BinaryStyles.class.getClassLoader().getResourceAsStream(resource), resource)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void write(String css, Path file) throws IOException {
    Path readable = Files.writeString(file.resolveSibling("styles.css"), css);
    Stylesheet.convertToBinary(readable.toFile(), file.toFile());
    Files.delete(readable);
  }

  private static String without(String css, Set<String> unused) {
    return RULE
        .matcher(COMMENT.matcher(css).replaceAll(""))
        .replaceAll(
            rule -> {
              String selectors = selectors(rule, unused);
              return Matcher.quoteReplacement(selectors.isEmpty() ? "" : selectors + rule.group(2));
            });
  }

  private static String selectors(MatchResult rule, Set<String> unused) {
    return Stream.of(rule.group(1).split(","))
        .filter(selector -> STYLE_CLASS.matcher(selector).results().noneMatch(it -> unused.contains(it.group(1))))
        .map(String::strip)
        .collect(Collectors.joining(", "));
  }
}
