package dev.grantscope.adapter.files;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.provider.ProviderProblem;
import dev.grantscope.core.provider.ProviderProblem.Kind;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.provider.ProviderReader.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;

/** The admin's own providers in {@code providers.json}. It is only read; whatever stands in it, the program starts. */
public final class ProvidersFile {
  private static final int LARGEST = 1024 * 1024;

  private final Path path;

  /** The one in this folder. */
  public ProvidersFile(Path folder) {
    path = folder.resolve("providers.json");
  }

  /** Nothing where there is no file. */
  public Reading read() {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // A pipe would be waited for.
      return unreadable();
    }
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(LARGEST + 1);
      return bytes.length > LARGEST ? unreadable() : ProviderReader.own(JsonTree.readStrictly(bytes));
    } catch (NoSuchFileException _) {
      return Reading.NOTHING;
    } catch (IOException | JacksonException _) {
      return unreadable();
    }
  }

  private static Reading unreadable() {
    return new Reading(List.of(), List.of(new ProviderProblem("", Kind.FILE, "")));
  }
}
