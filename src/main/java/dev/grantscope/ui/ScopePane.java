package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.ScopePresenter;
import dev.grantscope.presenter.ScopePresenter.Chip;
import dev.grantscope.ui.control.Intake;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/** The Scope card. */
final class ScopePane extends Card implements ScopePresenter.View {
  private static final int MOST_CHIPS = 200;
  private static final int LONGEST_CHIP = 200;
  private static final int LINES = 3;

  /** Above and below the lines, as in app.css, with the border. */
  private static final double PADDING = 8;

  /** JavaFX 24 to 26 throws when right-to-left text wraps, so only what cannot be such text does. */
  private static final Pattern SAFE_TO_WRAP = Pattern.compile("[ -~\\n\\r\\t]{0,20000}");

  private final TextArea text =
      new TextArea() {
        @Override
        public void paste() {
          if (!intake.refusesPaste()) {
            super.paste();
          }
        }

        @Override
        protected Skin<?> createDefaultSkin() {
          return new LateScrollBars(this);
        }
      };
  private final Intake intake;
  private final FieldBox textBox;
  private final FlowPane chips = new FlowPane(4, 4);
  private final StackPane chipsPlace = new StackPane();
  private final Label count;
  private final NoticeLabel sentAs = new NoticeLabel();
  private boolean showing;
  private @Nullable ScopePresenter presenter;

  ScopePane(Texts texts) {
    this(texts, new Label());
  }

  private ScopePane(Texts texts, Label count) {
    super(texts.get("scope.title"), count);
    this.count = count;
    intake = new Intake(text, FieldLimit.SCOPE, new IntakeWords(texts));
    count.getStyleClass().add("card-note");
    count.setId("scope-count");
    text.setId("scope");
    text.getStyleClass().add("mono");
    text.fontProperty().addListener((_, _, font) -> fitLines(font));
    fitLines(text.getFont());
    text.setMinWidth(0);
    text.setPrefWidth(1);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::moveOnTab);
    text.textProperty()
        .addListener(
            (_, _, typed) -> {
              text.setWrapText(SAFE_TO_WRAP.matcher(typed).matches());
              if (!showing) {
                Objects.requireNonNull(presenter).onScopeEdited(typed);
              }
            });
    textBox = new FieldBox(texts.get("scope.label"), text);
    chips.setMinWidth(0);
    chipsPlace.setMinHeight(30);
    chipsPlace.setPrefHeight(58);
    VBox.setVgrow(chipsPlace, Priority.ALWAYS);
    sentAs.setId("sent-as");
    sentAs.wrap(2);
    getChildren().addAll(textBox, chipsPlace, sentAs);
  }

  /** Adds the chips, which the first picture can do without: they say once more what is in the field. */
  void addChips() {
    ScrollPane pane = new ScrollPane(chips);
    pane.setFitToWidth(true);
    pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    pane.getStyleClass().add("chips");
    pane.setFocusTraversable(false);
    chipsPlace.getChildren().add(pane);
  }

  /** As high as so many whole lines: of a longer list no half of one is to be seen, wherever it is scrolled. */
  private void fitLines(Font font) {
    Text line = new Text("x");
    line.setFont(font);
    double height = Math.ceil(LINES * line.getLayoutBounds().getHeight()) + PADDING;
    text.setMinHeight(height);
    text.setPrefHeight(height);
    text.setMaxHeight(height);
  }

  /** Tab goes on to the next field, as everywhere in the form; a scope has no use for one. */
  private void moveOnTab(KeyEvent event) {
    if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
      event.consume();
      text.requestFocusTraversal(
          event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
    }
  }

  void start(ScopePresenter newPresenter) {
    presenter = newPresenter;
  }

  @Override
  public void showScope(String scope) {
    if (!scope.equals(intake.text())) {
      showing = true;
      intake.show(scope);
      showing = false;
    }
  }

  @Override
  public void showChips(List<Chip> shown) {
    chips.getChildren().setAll(shown.stream().limit(MOST_CHIPS).map(this::chip).toList());
  }

  private Node chip(Chip chip) {
    Label label = new Label(VisibleText.of(chip.scope(), LONGEST_CHIP));
    label.getStyleClass().addAll("chip", "mono");
    label.setMinWidth(0);
    label.maxWidthProperty().bind(chips.widthProperty());
    chip.problem()
        .ifPresent(
            problem -> {
              label.setGraphic(NoticeLabel.sign(Tone.ATTENTION));
              label.pseudoClassStateChanged(NoticeLabel.style(Tone.ATTENTION), true);
              label.setAccessibleHelp(problem);
            });
    Hint.on(label, () -> chip.problem().orElse(chip.scope()));
    return label;
  }

  @Override
  public void showCount(String text) {
    count.setText(text);
  }

  @Override
  public void showSentAs(String text) {
    sentAs.show(Tone.QUIET, text);
  }

  @Override
  public void showProblem(Optional<String> problem) {
    textBox.showProblem(problem);
  }

  /** The boxes that may have a problem. */
  List<FieldBox> boxes() {
    return List.of(textBox);
  }
}
