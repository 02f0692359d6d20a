package dev.grantscope.ui;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.WirePresenter;
import dev.grantscope.ui.control.Icon;
import dev.grantscope.ui.control.WireView;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Request or the Response tab: the bytes on the wire, and what can be done with them. */
final class WirePane extends VBox implements WirePresenter.View {
  private final ToggleButton pretty;
  private final ToggleButton raw;
  private final HBox modes;
  private final Label info = new Label();
  private final ToggleButton reveal;
  private final SplitMenuButton copy = new SplitMenuButton();
  private final String copyWord;
  private final String copyingWord;
  private final HBox bar;
  private final WireView text;
  private final Label empty = new Label();
  private @Nullable WirePresenter presenter;

  WirePane(Texts texts, String id) {
    getStyleClass().add("wire-pane");
    setId(id);
    pretty = new ToggleButton(texts.get("wire.pretty"));
    raw = new ToggleButton(texts.get("wire.raw"));
    pretty.setId(id + "-pretty");
    raw.setId(id + "-raw");
    pretty.setOnAction(_ -> presenter().onPretty(true));
    raw.setOnAction(_ -> presenter().onPretty(false));
    ToggleGroup group = new ToggleGroup();
    group.getToggles().addAll(pretty, raw);
    modes = new HBox(pretty, raw);
    pretty.getStyleClass().add("left-pill");
    raw.getStyleClass().add("right-pill");
    modes.setMinWidth(USE_PREF_SIZE);
    info.getStyleClass().add("card-note");
    info.setId(id + "-info");
    info.setMinWidth(0);
    reveal = new ToggleButton(texts.get("wire.reveal"), new Icon(Feather.EYE));
    reveal.setId(id + "-reveal");
    reveal.setOnAction(_ -> presenter().onReveal(reveal.isSelected()));
    text = WireViews.of(texts, rows -> presenter().onCopySelection(rows));
    text.setAccessibleText(texts.get("result." + id));
    text.setId(id + "-text");
    Button find = new Button(texts.get("wire.find"), new Icon(Feather.SEARCH));
    find.setId(id + "-find");
    Hint.on(find, () -> "Ctrl+F");
    find.setOnAction(_ -> text.openFind());
    copyWord = texts.get("wire.copy");
    copyingWord = texts.get("wire.copying");
    copy.setText(copyWord);
    copy.setGraphic(new Icon(Feather.COPY));
    copy.setId(id + "-copy");
    copy.setOnAction(_ -> presenter().onCopyRedacted());
    MenuItem withSecret = new MenuItem(texts.get("wire.copyWithSecret"));
    withSecret.setOnAction(_ -> presenter().onCopyWithSecret());
    copy.getItems().add(withSecret);
    for (Region each : new Region[] {reveal, find, copy}) {
      each.setMinWidth(USE_PREF_SIZE);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    bar = new HBox(8, modes, info, space, reveal, find, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("wire-bar");
    empty.getStyleClass().add("empty-state");
    StackPane content = new StackPane(text, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    getChildren().addAll(bar, content);
  }

  void start(WirePresenter newPresenter) {
    presenter = newPresenter;
  }

  private WirePresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  @Override
  public void showEmpty(String says) {
    text.setText(RawText.EMPTY);
    empty.setText(says);
    show(false);
  }

  @Override
  public void showText(RawText shown, String says) {
    text.setText(shown);
    info.setText(says);
    show(true);
  }

  private void show(boolean something) {
    Shown.when(something, bar);
    text.setVisible(something);
    empty.setVisible(!something);
  }

  @Override
  public void showModes(boolean canBePretty, boolean isPretty, boolean isRevealed) {
    Shown.when(canBePretty, modes);
    pretty.setSelected(isPretty);
    raw.setSelected(!isPretty);
    reveal.setSelected(isRevealed);
  }

  @Override
  public void showCopying(boolean copying) {
    copy.setText(copying ? copyingWord : copyWord);
  }

  @Override
  public void showCopyFault(String says) {
    info.setText(says);
  }

  void openFind() {
    if (text.isVisible()) {
      text.openFind();
    }
  }
}
