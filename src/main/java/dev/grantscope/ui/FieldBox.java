package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.Notice;
import dev.grantscope.ui.control.Intake;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A field with its label above and, when there is something to say about it, a sentence below. */
final class FieldBox extends VBox implements Intake.Place {
  private final Label label;
  private final Control control;
  private final NoticeLabel message = new NoticeLabel();
  private Optional<Notice> notice = Optional.empty();
  private Optional<Notice> refusal = Optional.empty();

  /**
   * Puts them together.
   *
   * @param control what is labelled, and reddened when something is wrong
   * @param shown what is laid out: the control, or a box around it
   */
  FieldBox(String text, Control control, Node shown) {
    this(text, control, shown, List.of());
  }

  /** The same with links at the other end of the label's line. */
  FieldBox(String text, Control control, Node shown, List<Button> links) {
    this.control = control;
    this.label = new Label(text);
    label.getStyleClass().add("field-label");
    label.setLabelFor(control);
    label.setMinWidth(0);
    control.setAccessibleText(text);
    getStyleClass().add("field-box");
    setMinHeight(USE_PREF_SIZE);
    message.wrap(2);
    WhileVisible.fill(this, links.isEmpty() ? label : line(links), shown, message);
  }

  FieldBox(String text, Control control) {
    this(text, control, control);
  }

  private HBox line(List<Button> links) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, label, space);
    links.forEach(link -> link.getStyleClass().add("label-link"));
    WhileVisible.fill(line, links.toArray(Node[]::new));
    return line;
  }

  void setLabel(String text) {
    label.setText(text);
    control.setAccessibleText(text);
  }

  void showNotice(Optional<Notice> newNotice) {
    notice = newNotice;
    show();
  }

  /** What was just refused comes before what is to be said of what is there. */
  @Override
  public void showRefusal(Optional<String> sentence) {
    refusal = sentence.map(it -> new Notice(Tone.BAD, it));
    show();
  }

  private void show() {
    Optional<Notice> shown = refusal.or(() -> notice);
    message.show(shown);
    boolean bad = shown.filter(it -> it.tone() == Tone.BAD).isPresent();
    control.pseudoClassStateChanged(Styles.STATE_DANGER, bad);
    control.setAccessibleHelp(shown.map(Notice::text).orElse(null));
  }

  void showProblem(Optional<String> problem) {
    showNotice(problem.map(it -> new Notice(Tone.BAD, it)));
  }

  boolean hasProblem() {
    return control.getPseudoClassStates().contains(Styles.STATE_DANGER);
  }

  Control control() {
    return control;
  }
}
