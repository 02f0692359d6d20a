package dev.grantscope.core.scope;

import static dev.grantscope.core.scope.ScopeComparison.Result.GRANTED;
import static dev.grantscope.core.scope.ScopeComparison.Result.MISSING;
import static dev.grantscope.core.scope.ScopeComparison.Result.NOT_ASKED_FOR;
import static dev.grantscope.core.scope.ScopeComparison.Result.NOT_STATED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.scope.ScopeComparison.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScopeComparisonTest {
  private static final String GRAPH = "https://graph.example/.default";

  static Stream<Arguments> comparisons() {
    return Stream.of(
        argumentSet("equal", "a b", "a b", ScopeSource.RESPONSE, List.of(new Row("a", GRANTED), new Row("b", GRANTED))),
        argumentSet("order does not matter", "a b", "b a", ScopeSource.RESPONSE, List.of(new Row("a", GRANTED), new Row("b", GRANTED))),
        argumentSet("nor do repetitions", "a a", "a a a", ScopeSource.RESPONSE, List.of(new Row("a", GRANTED))),
        argumentSet("case does", "Read", "read", ScopeSource.RESPONSE, List.of(new Row("Read", MISSING), new Row("read", NOT_ASKED_FOR))),
        argumentSet("narrowed", "a b c", "b", ScopeSource.RESPONSE,
            List.of(new Row("a", MISSING), new Row("b", GRANTED), new Row("c", MISSING))),
        argumentSet("empty", "a", "", ScopeSource.RESPONSE, List.of(new Row("a", MISSING))),
        argumentSet("more", "a", "x a y", ScopeSource.RESPONSE,
            List.of(new Row("a", GRANTED), new Row("x", NOT_ASKED_FOR), new Row("y", NOT_ASKED_FOR))),
        argumentSet("nothing asked for", "", "x", ScopeSource.RESPONSE, List.of(new Row("x", NOT_ASKED_FOR))),
        argumentSet("nothing at all", "", "", ScopeSource.RESPONSE, List.of()),
        argumentSet(".default beside roles", GRAPH, "Mail.Read", ScopeSource.JWT_ROLES,
            List.of(new Row(GRAPH, NOT_STATED), new Row("Mail.Read", NOT_ASKED_FOR))),
        argumentSet(".default beside scp", GRAPH, "", ScopeSource.JWT_SCP, List.of(new Row(GRAPH, NOT_STATED))),
        argumentSet(".default in the response is a scope like others", GRAPH, "x", ScopeSource.RESPONSE,
            List.of(new Row(GRAPH, MISSING), new Row("x", NOT_ASKED_FOR))),
        argumentSet("default without its slash is one too", "x.default", "y", ScopeSource.JWT_SCOPE,
            List.of(new Row("x.default", MISSING), new Row("y", NOT_ASKED_FOR))));
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void compares(String asked, String given, ScopeSource source, List<Row> rows) {
    ScopeComparison comparison = ScopeComparison.of(ScopeSet.parse(asked), ScopeSet.parse(given), source);

    assertThat(comparison.rows()).isEqualTo(rows);
    assertThat(comparison.source()).isEqualTo(source);
    assertThat(comparison.requested()).isEqualTo(List.copyOf(ScopeSet.parse(asked).asSet()));
    assertThat(comparison.granted()).containsExactlyInAnyOrderElementsOf(ScopeSet.parse(given).asSet());
    assertThat(comparison.isNarrowed()).isEqualTo(rows.stream().anyMatch(row -> row.result() == MISSING));
  }

  @Test
  void listsWhatIsMissingAndWhatIsMore() {
    ScopeComparison comparison =
        ScopeComparison.of(ScopeSet.parse("a b c"), ScopeSet.parse("y b x"), ScopeSource.RESPONSE);

    assertThat(comparison.missing()).containsExactly("a", "c");
    assertThat(comparison.extra()).containsExactly("y", "x");
    assertThat(comparison.granted()).containsExactly("b", "y", "x");
  }

  @Test
  void absentIsNeitherEmptyNorNarrowed() {
    ScopeComparison absent = ScopeComparison.notStated(ScopeSet.parse("a b a"));

    assertThat(absent.rows()).containsExactly(new Row("a", NOT_STATED), new Row("b", NOT_STATED));
    assertThat(absent.source()).isEqualTo(ScopeSource.NOT_STATED);
    assertThat(absent.isNarrowed()).isFalse();
    assertThat(absent.missing()).isEmpty();
    assertThat(absent.granted()).isEmpty();
    assertThat(absent.requested()).containsExactly("a", "b");
  }
}
