package dev.grantscope.cli;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.text.Texts;

/** What is wrong with a field, in a line. */
final class ProblemLine {
  private ProblemLine() {}

  static String of(FieldProblem problem, Texts texts) {
    // There is no field to enter it into.
    String key = problem.key().replace("problem.required.", "cli.required.");
    return texts.of("cli.field", problem.field()) + ": " + texts.get(key, problem.arguments().toArray());
  }
}
