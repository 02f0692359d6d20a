package dev.grantscope.core.scope;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * Scopes as RFC 6749 §3.3 has them: case-sensitive, without order, separated by spaces.
 *
 * <p>It keeps the text as typed and the problems in it. What is sent is what was typed, with each run of white space made one space:
 * the program shows a mistake, it does not hide it.
 *
 * @param raw the text as typed
 * @param values the scopes in the order typed, a repeated one repeated
 * @param problems in the order of their place
 */
public record ScopeSet(String raw, List<String> values, List<ScopeProblem> problems) {
  /** No scope: the parameter is not sent at all (RFC 6749 §3.2 reads an empty one as omitted, some servers refuse it). */
  public static final ScopeSet EMPTY = parse("");

  public ScopeSet {
    values = List.copyOf(values);
    problems = List.copyOf(problems);
  }

  public static ScopeSet parse(String raw) {
    List<String> values = new ArrayList<>();
    List<ScopeProblem> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int at = 0;
    while (at < raw.length()) {
      if (isSpace(raw.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < raw.length() && !isSpace(raw.charAt(end))) {
        end++;
      }
      String value = raw.substring(at, end);
      if (!seen.add(value)) {
        problems.add(new ScopeProblem(ScopeProblem.Kind.DUPLICATE, at, end, value));
      }
      values.add(value);
      findIllegal(raw, at, end, problems);
      at = end;
    }
    return new ScopeSet(raw, values, problems);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }

  private static void findIllegal(String raw, int from, int to, List<ScopeProblem> problems) {
    for (int i = from; i < to; ) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      if (c == ',' || c == ';') {
        problems.add(new ScopeProblem(ScopeProblem.Kind.SEPARATOR, i, next, raw.substring(i, next)));
      } else if (!isScopeCharacter(c)) {
        problems.add(new ScopeProblem(ScopeProblem.Kind.ILLEGAL_CHARACTER, i, next, raw.substring(i, next)));
      }
      i = next;
    }
  }

  /** RFC 6749 §3.3: scope-token = 1*( %x21 / %x23-5B / %x5D-7E ). */
  private static boolean isScopeCharacter(int c) {
    return c == 0x21 || (c >= 0x23 && c <= 0x5B) || (c >= 0x5D && c <= 0x7E);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  /** The parameter's value before form encoding. */
  public String parameterValue() {
    return String.join(" ", values);
  }

  /** The scopes once each, in the order typed. */
  public SequencedSet<String> asSet() {
    return new LinkedHashSet<>(values);
  }
}
