package dev.grantscope.core.diagnosis.form;

import java.util.function.UnaryOperator;

/**
 * A change of the form that a button can apply.
 *
 * @param label what the button says
 * @param change touches only what it is about, so that it can be applied to a form that was edited since
 */
public record Fix(String label, UnaryOperator<Form> change) {
  public Form apply(Form form) {
    return change.apply(form);
  }
}
