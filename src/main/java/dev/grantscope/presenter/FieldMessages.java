package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connections.Resolved;
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

  /** What is wrong with a way that cannot be used, and where its field is. */
  static String ofConnection(Resolved way, Texts texts) {
    FieldProblem problem = way.problems().getFirst();
    String place = texts.get(problem.isOfSettings() ? "errand.connection.settings" : "errand.connection.options");
    return texts.get("errand.connection", new FieldMessages(texts).sentence(problem), place);
  }

  String sentence(FieldProblem problem) {
    // A name of a file, for instance, may hold anything.
    Object[] shown = problem.arguments().stream().map(it -> it instanceof String text ? VisibleText.of(text, 120) : it).toArray();
    return texts.get(problem.key(), shown);
  }
}
