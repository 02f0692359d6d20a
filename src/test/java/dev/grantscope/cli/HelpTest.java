package dev.grantscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.core.provider.ProviderReader;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The help, as it stands in terminals of any width. */
class HelpTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(int columns, String... arguments) {
    return new CommandLineProgram(
            new CliServices(
                HelpTest::unasked,
                HelpTest::unasked,
                HelpTest::unasked,
                HelpTest::unasked,
                HelpTest::unasked,
                HelpTest::unasked,
                _ -> Secret.NONE,
                HelpTest::unasked,
                () -> ProviderReader.Reading.NOTHING,
                PracticeTenant::new,
                new Texts(),
                Map.of("COLUMNS", Integer.toString(columns)),
                InputStream.nullInputStream(),
                new PrintWriter(out),
                new PrintWriter(err),
                "test"))
        .run(arguments);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals")
  private static <T> T unasked() {
    throw new IllegalStateException("Help needs none of it");
  }

  @Test
  void discoverOffersNoCertificateSinceItShowsNone() {
    assertThat(run(80, "discover", "--help")).isZero();
    assertThat(out.toString()).contains("--ca=").doesNotContain("--client-cert");
    out.getBuffer().setLength(0);
    assertThat(run(80, "call", "--help")).isZero();
    assertThat(out.toString()).contains("--ca=", "--client-cert=", "--client-cert-password-env=");
  }

  /** How many columns are used of how many there are: picocli cannot lay out less than 55, and nobody reads more than 100. */
  @ParameterizedTest
  @CsvSource({"40, 55", "60, 60", "80, 80", "100, 100", "240, 100"})
  void noLineIsWiderThanTheTerminalAndNoLabelIsTornApart(int columns, int widest) {
    for (String command : List.of("run", "diagnose", "call", "discover", "practice")) {
      out.getBuffer().setLength(0);
      assertThat(run(columns, command, "--help")).isZero();
      assertThat(out.toString().lines())
          .allSatisfy(
              line -> {
                assertThat(line.length()).as(line).isLessThanOrEqualTo(widest);
                assertThat(line.chars().filter(it -> it == '"').count() % 2).as(line).isZero();
              });
      assertThat(out.toString()).startsWith("Usage: grantscope " + command + " ");
      assertThat(out.toString().lines().takeWhile(it -> it.startsWith("Usage:") || it.startsWith("    ")).count()).as(command).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @CsvSource({"55, 55", "80, 80"})
  void whoGivesNothingReadsTheSame(int columns, int widest) {
    assertThat(run(columns)).isEqualTo(2);
    assertThat(err.toString().lines().mapToInt(String::length)).allMatch(it -> it <= widest);
    assertThat(err.toString()).startsWith("Usage: grantscope ");
  }
}
