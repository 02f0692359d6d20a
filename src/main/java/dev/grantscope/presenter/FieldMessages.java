package dev.grantscope.presenter;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import java.util.List;
import java.util.Optional;

/** The sentences that stand beside fields. */
final class FieldMessages {
  private final Texts texts;

  FieldMessages(Texts texts) {
    this.texts = texts;
  }

  /** The sentence about this field, when something is wrong with it. */
  Optional<String> first(List<FieldProblem> problems, Field field) {
    return problems.stream().filter(problem -> problem.field() == field).findFirst().map(this::sentence);
  }

  String sentence(FieldProblem problem) {
    // A name of a file, for instance, may hold anything.
    return texts.get(problem.key(), problem.arguments().stream().map(it -> VisibleText.of(it, 120)).toArray());
  }
}
