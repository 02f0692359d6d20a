package dev.grantscope.core.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The scopes asked for beside the scopes granted, compared as sets (RFC 6749 §3.3, §5.1), and how we know.
 *
 * @param rows every scope once: first those asked for in their order, then those granted without being asked for
 * @param source where "granted" was read; with {@link ScopeSource#NOT_STATED} no row is called missing
 */
public record ScopeComparison(List<Row> rows, ScopeSource source) {
  /** What became of a scope. */
  public enum Result {
    GRANTED,
    MISSING,
    NOT_ASKED_FOR,
    NOT_STATED
  }

  /** One scope and what became of it. */
  public record Row(String scope, Result result) {}

  public ScopeComparison {
    rows = List.copyOf(rows);
  }

  /** Nobody said what was granted. Absent is not empty, and not narrowed. */
  public static ScopeComparison notStated(ScopeSet requested) {
    return new ScopeComparison(
        requested.asSet().stream().map(scope -> new Row(scope, Result.NOT_STATED)).toList(), ScopeSource.NOT_STATED);
  }

  /** The server said: {@code granted}, which may be empty. */
  public static ScopeComparison of(ScopeSet requested, ScopeSet granted, ScopeSource source) {
    Set<String> asked = requested.asSet();
    Set<String> given = granted.asSet();
    List<Row> rows = new ArrayList<>();
    for (String scope : asked) {
      rows.add(new Row(scope, given.contains(scope) ? Result.GRANTED : absent(scope, source)));
    }
    for (String scope : given) {
      if (!asked.contains(scope)) {
        rows.add(new Row(scope, Result.NOT_ASKED_FOR));
      }
    }
    return new ScopeComparison(rows, source);
  }

  /** Entra's {@code resource/.default} stands for whatever was consented; the token lists that, never the word itself. */
  private static Result absent(String scope, ScopeSource source) {
    return source != ScopeSource.RESPONSE && scope.endsWith("/.default") ? Result.NOT_STATED : Result.MISSING;
  }

  /** Every scope once, in the order of the rows. */
  public List<String> scopes() {
    return rows.stream().map(Row::scope).toList();
  }

  /** The same with the scopes written otherwise, such as without a secret in them; as many, and in the order of the rows. */
  public ScopeComparison withScopes(List<String> spelled) {
    List<Row> others = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      others.add(new Row(spelled.get(i), rows.get(i).result()));
    }
    return new ScopeComparison(others, source);
  }

  public List<String> requested() {
    return rows.stream().filter(row -> row.result() != Result.NOT_ASKED_FOR).map(Row::scope).toList();
  }

  /** All that the server says it granted, asked for or not. */
  public List<String> granted() {
    return rows.stream()
        .filter(row -> row.result() == Result.GRANTED || row.result() == Result.NOT_ASKED_FOR)
        .map(Row::scope)
        .toList();
  }

  public List<String> missing() {
    return with(Result.MISSING);
  }

  public List<String> extra() {
    return with(Result.NOT_ASKED_FOR);
  }

  public boolean isNarrowed() {
    return !missing().isEmpty();
  }

  private List<String> with(Result result) {
    return rows.stream().filter(row -> row.result() == result).map(Row::scope).toList();
  }
}
