package dev.grantscope.ui;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.Notice;
import dev.grantscope.presenter.Presenters;
import dev.grantscope.presenter.TokenPresenter;
import dev.grantscope.presenter.TokenPresenter.Row;
import dev.grantscope.ui.control.Icon;
import dev.grantscope.ui.control.WireView;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Token tab: the members of the token at the left, how long it is good and what can be checked at the right. */
final class TokenPane extends BorderPane implements TokenPresenter.View {
  private static final double SIDE = 316;
  private static final double TWO_LINES = 44;

  private final Texts texts;
  private final Label title = new Label();
  private final Label note = new Label();
  private final ToggleButton reveal;
  private final SplitMenuButton copy = new SplitMenuButton();
  private final HBox bar;
  private final TableView<Row> table = new TableView<>();
  private final Label nothing = new Label();
  private final Label empty = new Label();
  private final WireView raw;
  private final Label lifetime = new Label();
  private final CheckSection signature;
  private final CheckSection introspection;
  private final ScrollPane side;
  private @Nullable Presenters presenters;

  TokenPane(Texts texts, Runnable bringExchange) {
    this.texts = texts;
    getStyleClass().add("token");
    signature =
        new CheckSection(
            texts,
            "signature",
            texts.get("signature.title"),
            texts.get("signature.url"),
            texts.get("signature.check"),
            bringExchange);
    introspection =
        new CheckSection(
            texts,
            "introspection",
            texts.get("introspection.title"),
            texts.get("introspection.url"),
            texts.get("introspection.check"),
            bringExchange);
    reveal = new ToggleButton(texts.get("token.show"), new Icon(Feather.EYE));
    reveal.setId("token-reveal");
    reveal.setMinWidth(USE_PREF_SIZE);
    reveal.setOnAction(_ -> presenter().onReveal(reveal.isSelected()));
    bar = bar();
    raw = WireViews.of(texts, rows -> presenter().onCopySelection(rows));
    raw.setId("token-text");
    raw.setAccessibleText(texts.get("token.text"));
    table();
    nothing.getStyleClass().add("empty-state");
    nothing.setId("token-nothing");
    empty.getStyleClass().add("empty-state");
    empty.setText(texts.get("token.empty"));
    side = side();
    setTop(bar);
    setCenter(new StackPane(table, empty, raw));
    setRight(side);
    showRaw(Optional.empty());
    showNothing("");
  }

  private HBox bar() {
    title.getStyleClass().add("cause-title");
    title.setId("token-title");
    title.setMinWidth(0);
    note.getStyleClass().add("card-note");
    note.setMinWidth(0);
    VBox words = new VBox(1, title, note);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    copy.setText(texts.get("token.copy"));
    copy.setGraphic(new Icon(Feather.COPY));
    copy.setId("token-copy");
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setOnAction(_ -> presenter().onCopyClaims());
    MenuItem copyToken = new MenuItem(texts.get("token.copyToken"));
    copyToken.setOnAction(_ -> presenter().onCopyToken());
    copy.getItems().add(copyToken);
    HBox row = new HBox(8, words, reveal, copy);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("wire-bar");
    return row;
  }

  private void table() {
    table.setId("token-table");
    table.setAccessibleText(texts.get("result.token"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.setFixedCellSize(TWO_LINES);
    table
        .getColumns()
        .setAll(
            List.of(
                new FaceColumn<>(texts.get("token.column.name"), 130, row -> twoLines(row.name(), row.part())),
                new FaceColumn<>(texts.get("token.column.value"), 400, TokenPane::value)));
    table.setRowFactory(
        _ ->
            new TableRow<>() {
              @Override
              protected void updateItem(@Nullable Row row, boolean none) {
                super.updateItem(row, none);
                setTooltip(row == null || none ? null : new Tooltip(whole(row)));
              }
            });
  }

  private static String whole(Row row) {
    return row.name() + ": " + row.value() + (row.time().isEmpty() ? "" : "\n" + row.time()) + (row.meaning().isEmpty() ? "" : "\n" + row.meaning());
  }

  private static Label mono(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("mono");
    return label;
  }

  /** The value, and under it what it means, where somebody defines that. */
  private static Node value(Row row) {
    String value = row.time().isEmpty() ? row.value() : row.time();
    return row.meaning().isEmpty() ? mono(value) : twoLines(value, row.meaning());
  }

  private static Node twoLines(String above, String below) {
    Label second = new Label(below);
    second.getStyleClass().add("card-note");
    VBox both = new VBox(1, mono(above), second);
    both.setAlignment(Pos.CENTER_LEFT);
    return both;
  }

  private ScrollPane side() {
    Label heading = new Label(texts.get("lifetime.title"));
    heading.getStyleClass().add("card-title");
    lifetime.setId("token-lifetime");
    lifetime.setWrapText(true);
    lifetime.setMinHeight(USE_PREF_SIZE);
    lifetime.setMaxWidth(Double.MAX_VALUE);
    lifetime.getStyleClass().add("notice");
    VBox box = new VBox(14, new VBox(6, heading, lifetime), signature, introspection);
    box.getStyleClass().add("token-side");
    ScrollPane scroll = new ScrollPane(box);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("plain-scroll", "token-side-scroll");
    scroll.setMinWidth(SIDE);
    scroll.setPrefWidth(SIDE);
    scroll.setMaxWidth(SIDE);
    return scroll;
  }

  void start(Presenters all) {
    presenters = all;
    signature.start(all.signature());
    introspection.start(all.introspection());
  }

  void onFront(boolean now) {
    if (presenters != null) {
      presenter().onFront(now);
    }
  }

  private Presenters presenters() {
    return Objects.requireNonNull(presenters);
  }

  private TokenPresenter presenter() {
    return presenters().token();
  }

  CheckSection signature() {
    return signature;
  }

  CheckSection introspection() {
    return introspection;
  }

  @Override
  public void showNothing(String text) {
    nothing.setText(text);
    table.getItems().clear();
    setTop(null);
    setRight(null);
    setCenter(nothing);
  }

  @Override
  public void showToken(String shownTitle, String shownNote, List<Row> rows, int left) {
    title.setText(shownTitle);
    note.setText(shownNote + (left > 0 ? " " + texts.get("token.more", left) : ""));
    note.setTooltip(new Tooltip(note.getText()));
    table.getItems().setAll(rows);
    copy.setDisable(rows.isEmpty());
    setTop(bar);
    setRight(side);
    setCenter(new StackPane(table, empty, raw));
    showRaw(Optional.empty());
  }

  @Override
  public void showLifetime(Notice notice) {
    lifetime.setText(notice.text());
    lifetime.setGraphic(NoticeLabel.sign(notice.tone()));
    NoticeLabel.dress(lifetime, notice.tone());
  }

  @Override
  public void showRaw(Optional<RawText> token) {
    raw.setText(token.orElse(RawText.EMPTY));
    raw.setVisible(token.isPresent());
    table.setVisible(token.isEmpty() && !table.getItems().isEmpty());
    empty.setVisible(token.isEmpty() && table.getItems().isEmpty());
    reveal.setSelected(token.isPresent());
  }
}
