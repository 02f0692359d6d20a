package dev.grantscope.adapter.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderProblem;
import dev.grantscope.core.provider.ProviderProblem.Kind;
import dev.grantscope.core.provider.ProviderReader.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in the admin's provider file, the program starts. */
class ProvidersFileTest {
  @TempDir private Path home = Path.of("");

  private Reading read(String text) throws IOException {
    Files.writeString(home.resolve("providers.json"), text);
    return new ProvidersFile(home).read();
  }

  @Test
  void noFileIsNoProblem() {
    assertThat(new ProvidersFile(home.resolve("nowhere")).read()).isEqualTo(Reading.NOTHING);
  }

  @Test
  void theExampleOfTheDocumentationCanBeUsed() throws IOException {
    String text = Files.readString(Path.of("docs/providers.md"));
    String example = text.substring(text.indexOf("```json") + 7, text.indexOf("```", text.indexOf("```json") + 7));

    Reading reading = read(example);

    assertThat(reading.problems()).isEmpty();
    assertThat(reading.providers()).extracting(Provider::id).containsExactly("acme-login", "lab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "not json", "{\"providers\":[],\"providers\":[]}", "{\"providers\":1}", "\u0000"})
  void whatCannotBeReadIsSaid(String text) throws IOException {
    assertThat(read(text).problems()).extracting(ProviderProblem::kind).containsExactly(Kind.FILE);
  }

  @Test
  void whatIsTooLargeIsNotReadToItsEnd() throws IOException {
    assertThat(read("{\"providers\":[]}" + " ".repeat(1024 * 1024)).problems()).hasSize(1);
  }

  @Test
  void aFolderInItsPlaceIsSaid() throws IOException {
    Files.createDirectory(home.resolve("providers.json"));

    assertThat(new ProvidersFile(home).read().problems()).hasSize(1);
  }
}
