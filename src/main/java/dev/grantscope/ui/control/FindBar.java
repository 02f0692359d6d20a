package dev.grantscope.ui.control;

import dev.grantscope.core.profile.FieldLimit;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A line to type a query into, with the number of matches and the ways from one to the next. */
final class FindBar extends HBox {
  /** What the bar asks for. */
  interface Listener {
    void onQuery();

    void onNext();

    void onPrevious();

    void onClose();
  }

  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final WireView.Texts texts;
  private final TextField query = new TextField();
  private final Label count = new Label();
  private final ToggleButton matchCase = new ToggleButton("Aa");
  private final Button previous;
  private final Button next;

  FindBar(WireView.Texts texts, Listener listener) {
    this.texts = texts;
    previous = iconButton(Feather.CHEVRON_UP, texts.previous(), listener::onPrevious);
    next = iconButton(Feather.CHEVRON_DOWN, texts.next(), listener::onNext);
    Button close = iconButton(Feather.X, texts.close(), listener::onClose);
    getStyleClass().add("wire-find");
    setAlignment(Pos.CENTER_LEFT);
    query.setPromptText(texts.findPrompt());
    query.setAccessibleText(texts.findPrompt());
    new Intake(query, FieldLimit.NAME, texts.limit());
    query.getStyleClass().add("wire-find-query");
    matchCase.getStyleClass().add("flat");
    matchCase.setAccessibleText(texts.matchCase());
    matchCase.setTooltip(new Tooltip(texts.matchCase()));
    count.getStyleClass().add("wire-find-count");
    count.setMinWidth(USE_PREF_SIZE);
    query.textProperty().subscribe(listener::onQuery);
    matchCase.selectedProperty().subscribe(listener::onQuery);
    query.addEventHandler(KeyEvent.KEY_PRESSED, event -> onEnter(event, listener));
    getChildren().addAll(query, matchCase, previous, next, count, close);
  }

  /** Puts the keyboard into the query and marks it, so that typing replaces it. */
  void takeFocus() {
    query.requestFocus();
    query.selectAll();
  }

  String query() {
    return query.getText();
  }

  boolean ignoresCase() {
    return !matchCase.isSelected();
  }

  /** Says no number while that of a new text is looked for. */
  void showSearching() {
    count.setText("");
  }

  /** The number of the current match from 1, and how many there are. */
  void showCount(int number, int all) {
    boolean asked = !query.getText().isEmpty();
    count.setText(!asked ? "" : all == 0 ? texts.noMatch() : texts.count().of(number, all));
    count.pseudoClassStateChanged(NONE, asked && all == 0);
    previous.setDisable(all == 0);
    next.setDisable(all == 0);
  }

  private static void onEnter(KeyEvent event, Listener listener) {
    if (event.getCode() == KeyCode.ENTER) {
      if (event.isShiftDown()) {
        listener.onPrevious();
      } else {
        listener.onNext();
      }
      event.consume();
    }
  }

  private static Button iconButton(Ikon icon, String words, Runnable action) {
    Button button = new Button(null, new Icon(icon));
    button.getStyleClass().addAll("flat", "button-icon");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(_ -> action.run());
    return button;
  }
}
