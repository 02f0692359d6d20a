package dev.grantscope.core.scope;

import static dev.grantscope.core.scope.ScopeProblem.Kind.DUPLICATE;
import static dev.grantscope.core.scope.ScopeProblem.Kind.ILLEGAL_CHARACTER;
import static dev.grantscope.core.scope.ScopeProblem.Kind.SEPARATOR;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeSetTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        argumentSet("empty", "", List.of(), ""),
        argumentSet("blank", " \t\r\n ", List.of(), ""),
        argumentSet("one", "openid", List.of("openid"), "openid"),
        argumentSet("order kept", "b a", List.of("b", "a"), "b a"),
        argumentSet("case kept", "Read read", List.of("Read", "read"), "Read read"),
        argumentSet("tab and line breaks separate", "a\tb\r\nc\nd", List.of("a", "b", "c", "d"), "a b c d"),
        argumentSet("blanks at the ends", "  a  b  ", List.of("a", "b"), "a b"),
        argumentSet("repeated is sent repeated", "a b a", List.of("a", "b", "a"), "a b a"),
        argumentSet("comma is sent as typed", "a,b", List.of("a,b"), "a,b"),
        argumentSet("no-break space does not separate", "a\u00A0b", List.of("a\u00A0b"), "a\u00A0b"),
        argumentSet("URL scope", "https://graph.example/.default", List.of("https://graph.example/.default"),
            "https://graph.example/.default"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void readsScopes(String raw, List<String> values, String sent) {
    ScopeSet scopes = ScopeSet.parse(raw);

    assertThat(scopes.raw()).isEqualTo(raw);
    assertThat(scopes.values()).isEqualTo(values);
    assertThat(scopes.parameterValue()).isEqualTo(sent);
    assertThat(scopes.isEmpty()).isEqualTo(values.isEmpty());
  }

  static Stream<Arguments> problems() {
    return Stream.of(
        argumentSet("every legal character", "!#[]~ " + legal(), List.of()),
        argumentSet("comma", "a,b", List.of(new ScopeProblem(SEPARATOR, 1, 2, ","))),
        argumentSet("comma and blank", "a, b", List.of(new ScopeProblem(SEPARATOR, 1, 2, ","))),
        argumentSet("semicolon", "x a;b", List.of(new ScopeProblem(SEPARATOR, 3, 4, ";"))),
        argumentSet("quotation marks", "\"a\"",
            List.of(new ScopeProblem(ILLEGAL_CHARACTER, 0, 1, "\""), new ScopeProblem(ILLEGAL_CHARACTER, 2, 3, "\""))),
        argumentSet("backslash", "a\\b", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 1, 2, "\\"))),
        argumentSet("non-ASCII", "lé", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 1, 2, "é"))),
        argumentSet("no-break space", "a\u00A0b", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 1, 2, "\u00A0"))),
        argumentSet("delete", "a\u007F", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 1, 2, "\u007F"))),
        argumentSet("NUL", "\u0000", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 0, 1, "\u0000"))),
        argumentSet("emoji counts two", "a 🔑,", List.of(
            new ScopeProblem(ILLEGAL_CHARACTER, 2, 4, "🔑"), new ScopeProblem(SEPARATOR, 4, 5, ","))),
        argumentSet("lone surrogate", "\uD83D", List.of(new ScopeProblem(ILLEGAL_CHARACTER, 0, 1, "\uD83D"))),
        argumentSet("duplicate", "a b a a",
            List.of(new ScopeProblem(DUPLICATE, 4, 5, "a"), new ScopeProblem(DUPLICATE, 6, 7, "a"))),
        argumentSet("other case is no duplicate", "read Read", List.of()));
  }

  private static String legal() {
    return IntStream.rangeClosed(0x21, 0x7E)
        .filter(c -> "\"\\,;".indexOf(c) < 0)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("problems")
  void saysWhatIsWrongAndWhere(String raw, List<ScopeProblem> expected) {
    assertThat(ScopeSet.parse(raw).problems()).isEqualTo(expected);
  }

  @Test
  void comparesWithoutOrderAndRepetition() {
    assertThat(ScopeSet.parse("a b").asSet()).isEqualTo(ScopeSet.parse("b  a b").asSet()).isNotEqualTo(ScopeSet.parse("A b").asSet());
    assertThat(ScopeSet.parse(" \n").asSet()).isEmpty();
    assertThat(ScopeSet.parse("b a b").asSet()).containsExactly("b", "a");
  }

  /** 4 MB is what an answer may hold; a list searched for each scope would take hours. */
  @Test
  void readsAnEndlessListInTime() {
    String raw = IntStream.range(0, 500_000).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));

    ScopeSet scopes = assertTimeoutPreemptively(ofSeconds(20), () -> ScopeSet.parse(raw));

    assertThat(scopes.values()).hasSize(500_000);
  }
}
