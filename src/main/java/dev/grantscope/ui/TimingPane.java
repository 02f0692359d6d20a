package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.TimingPresenter;
import dev.grantscope.presenter.TimingPresenter.Bar;
import dev.grantscope.presenter.TimingPresenter.Fact;
import dev.grantscope.presenter.TimingPresenter.Section;
import dev.grantscope.ui.control.Icon;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Timing tab: a bar for each phase, then what was observed on the way. Server's words stand on one line each, never wrapped. */
final class TimingPane extends BorderPane implements TimingPresenter.View {
  private final Label total = new Label();
  private final Label nothing = new Label();
  private final VBox content = new VBox(16);
  private final ScrollPane scroll = new ScrollPane(content);
  private final HBox bar;
  private @Nullable TimingPresenter presenter;

  TimingPane(Texts texts) {
    getStyleClass().add("timing");
    total.setId("timing-total");
    total.getStyleClass().add("cause-title");
    total.setMinWidth(0);
    total.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(total, Priority.ALWAYS);
    Button copy = new Button(texts.get("timing.copy"), new Icon(Feather.COPY));
    copy.setId("timing-copy");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> Objects.requireNonNull(presenter).onCopy());
    bar = new HBox(8, total, copy);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("wire-bar");
    nothing.getStyleClass().add("empty-state");
    nothing.setId("timing-nothing");
    content.getStyleClass().add("timing-content");
    scroll.setId("timing-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setFocusTraversable(true);
    scroll.setAccessibleText(texts.get("result.timing"));
  }

  void start(TimingPresenter newPresenter) {
    presenter = newPresenter;
  }

  @Override
  public void showNothing(String text) {
    nothing.setText(text);
    setTop(null);
    setCenter(nothing);
  }

  @Override
  public void showTiming(String text, List<Bar> bars, List<Section> sections) {
    total.setText(text);
    content.getChildren().setAll(bars(bars));
    sections.forEach(section -> content.getChildren().add(section(section)));
    scroll.setVvalue(0);
    setTop(bar);
    setCenter(scroll);
  }

  private Node bars(List<Bar> bars) {
    GridPane grid = new GridPane(12, 6);
    grid.setId("timing-bars");
    grid.getColumnConstraints().addAll(column(72, 72), growing(), column(72, 72));
    for (int row = 0; row < bars.size(); row++) {
      Bar each = bars.get(row);
      Label elapsed = new Label(each.elapsed());
      elapsed.getStyleClass().add("mono");
      TimeBar drawn = new TimeBar(each.from(), each.width(), each.failed());
      drawn.setAccessibleRole(AccessibleRole.TEXT);
      drawn.setAccessibleText(each.spoken());
      Label name = new Label(each.name());
      name.setGraphic(each.failed() ? NoticeLabel.sign(Tone.BAD) : null);
      name.getStyleClass().add("field-label");
      grid.addRow(row, name, drawn, elapsed);
      GridPane.setHalignment(elapsed, HPos.RIGHT);
      Tooltip.install(drawn, new Tooltip(each.spoken()));
    }
    grid.setAccessibleRole(AccessibleRole.TEXT);
    grid.setAccessibleText(bars.stream().map(Bar::spoken).collect(Collectors.joining(". ")));
    return grid;
  }

  private Node section(Section section) {
    Label title = new Label(section.title());
    title.getStyleClass().add("card-title");
    GridPane grid = new GridPane(12, 2);
    grid.getColumnConstraints().addAll(column(170, 280), growing());
    String before = "";
    for (int row = 0; row < section.facts().size(); row++) {
      Fact fact = section.facts().get(row);
      Label value = line(fact);
      if (fact.label().isEmpty()) {
        grid.add(value, 0, row, 2, 1);
      } else {
        Label name = new Label(fact.label().equals(before) ? "" : fact.label());
        name.getStyleClass().add("field-label");
        GridPane.setValignment(name, VPos.TOP);
        grid.addRow(row, name, value);
      }
      before = fact.label();
    }
    return new VBox(4, title, grid);
  }

  private static Label line(Fact fact) {
    Label line = new Label(fact.text());
    line.getStyleClass().addAll("notice", "timing-line");
    line.setMinWidth(0);
    line.setMaxWidth(Double.MAX_VALUE);
    line.setGraphic(fact.tone() == Tone.QUIET ? null : NoticeLabel.sign(fact.tone()));
    line.setTooltip(new Tooltip(fact.text()));
    line.setAccessibleText(fact.label().isEmpty() ? fact.text() : fact.label() + ": " + fact.text());
    NoticeLabel.dress(line, fact.tone());
    return line;
  }

  private static ColumnConstraints column(double min, double max) {
    ColumnConstraints column = new ColumnConstraints();
    column.setMinWidth(min);
    column.setMaxWidth(max);
    return column;
  }

  private static ColumnConstraints growing() {
    ColumnConstraints column = new ColumnConstraints();
    column.setHgrow(Priority.ALWAYS);
    column.setMinWidth(0);
    column.setFillWidth(true);
    return column;
  }
}
