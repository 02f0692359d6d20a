package dev.grantscope.ui;

import dev.grantscope.presenter.Choice;
import java.util.List;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Choices by their labels; a text that is none of them is a choice of its own. */
final class ChoiceLabels extends StringConverter<Choice> {
  private final List<Choice> choices;

  ChoiceLabels(List<Choice> choices) {
    this.choices = choices;
  }

  @Override
  public String toString(@Nullable Choice choice) {
    return choice == null ? "" : choice.label();
  }

  @Override
  public Choice fromString(String text) {
    return choices.stream()
        .filter(choice -> choice.label().equals(text) || choice.id().equals(text))
        .findFirst()
        .orElse(new Choice(text, text));
  }
}
