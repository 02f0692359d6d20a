package dev.grantscope.cli;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.text.Texts;

/** What is wrong with a field, in a line. */
final class ProblemLine {
  private ProblemLine() {}

  static String of(FieldProblem problem, Texts texts) {
    return texts.of("cli.field", problem.field()) + ": " + texts.get(problem.key(), problem.arguments().toArray());
  }
}
