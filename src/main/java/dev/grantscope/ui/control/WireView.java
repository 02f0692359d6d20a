package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawMatches;
import dev.grantscope.core.render.RawRow;
import dev.grantscope.core.render.RawText;
import dev.grantscope.presenter.Background;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows wire text read-only, with line numbers, selection of rows, copying of the true text, and find.
 *
 * <p>Only the rows in sight exist as nodes and none ever wraps, so text of any size and script is as quick as any other.
 */
public final class WireView extends BorderPane {
  /** The words of the find bar; the names of its buttons are read aloud and shown as tooltips. */
  public record Texts(
      String findPrompt,
      String previous,
      String next,
      String close,
      String matchCase,
      String noMatch,
      Count count,
      Intake.Words limit) {}

  /** Says for example "3 of 17"; both from 1. */
  @FunctionalInterface
  public interface Count {
    String of(int number, int all);
  }

  static final double ROW_HEIGHT = 19;

  private static final KeyCombination FIND = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination COPY_TOO = new KeyCodeCombination(KeyCode.INSERT, KeyCombination.CONTROL_DOWN);
  private static final double DIGIT = 7.25;
  private static final double LEFT = 16;

  private final ListView<RawRow> list = new ListView<>();
  private final RowSelection selection = new RowSelection(list);
  private final WirePalette palette = new WirePalette();
  private final WireScroll scroll = new WireScroll(list);
  private final WireDrag drag = new WireDrag(list, selection, scroll);
  private final ReadOnlyDoubleWrapper numberWidth = new ReadOnlyDoubleWrapper();
  private final Texts texts;
  private @Nullable FindBar findBar;
  private final Consumer<String> copyHandler;
  private final WireSearch search;
  private RawText text = RawText.EMPTY;

  /**
   * Shows nothing yet.
   *
   * @param background where to search
   * @param copyHandler takes the true text of the selected rows
   */
  public WireView(Texts texts, Background background, Consumer<String> copyHandler) {
    this.copyHandler = copyHandler;
    this.texts = texts;
    search = new WireSearch(background, this::showMatches);
    getStyleClass().add("wire-view");
    getStylesheets().add(Objects.requireNonNull(getClass().getResource("/dev/grantscope/ui/wire-view.css")).toExternalForm());
    list.getStyleClass().add("wire-list");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setCellFactory(_ -> new WireCell(palette, numberWidth, this::foundIn));
    list.setSelectionModel(selection);
    getChildren().add(palette);
    setCenter(list);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    accessibleTextProperty().subscribe(list::setAccessibleText);
    setText(RawText.EMPTY);
  }

  /** Shows this text from its start; an open find bar finds in it. */
  public void setText(RawText text) {
    this.text = text;
    search.clear();
    drag.end();
    int lines = text.rowCount() == 0 ? 1 : text.row(text.rowCount() - 1).line();
    numberWidth.set(LEFT + Math.max(2, Integer.toString(lines).length()) * DIGIT);
    selection.clearSelection();
    list.setItems(new RowList(text));
    list.scrollTo(0);
    scroll.toLineStart();
    if (isFindOpen()) {
      findBar().showSearching();
      find(0);
    }
  }

  public RawText text() {
    return text;
  }

  /** Shows the find bar and puts the keyboard into it. */
  public void openFind() {
    FindBar bar = findBar();
    if (!isFindOpen()) {
      setTop(bar);
      find(firstOffset());
    }
    bar.takeFocus();
  }

  /** Made when it is first wanted: there are six of these texts in the window, and most are never searched. */
  private FindBar findBar() {
    FindBar bar = findBar;
    if (bar == null) {
      bar = new FindBar(texts, new Finder());
      findBar = bar;
    }
    return bar;
  }

  public void closeFind() {
    setTop(null);
    search.clear();
    showMatches();
    list.requestFocus();
  }

  public boolean isFindOpen() {
    return getTop() != null;
  }

  /** Hands the selected rows to the copy handler; nothing when none is selected. */
  public void copySelection() {
    StringBuilder copied = new StringBuilder();
    int end;
    for (int first = selection.nextSelected(0); first >= 0; first = selection.nextSelected(end)) {
      end = selection.nextUnselected(first);
      RawText.Range part = text.rangeOf(first, end - 1);
      if (!copied.isEmpty() && copied.charAt(copied.length() - 1) != '\n') {
        copied.append('\n');
      }
      copied.append(text.source(), part.from(), part.to());
    }
    if (!copied.isEmpty()) {
      copyHandler.accept(copied.toString());
    }
  }

  /** Puts the keyboard into the text. */
  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  private void onKey(KeyEvent event) {
    boolean inText = list.isFocused();
    if (FIND.match(event)) {
      openFind();
    } else if (event.getCode() == KeyCode.F3) {
      step(event.isShiftDown() ? -1 : 1);
    } else if (event.getCode() == KeyCode.ESCAPE && isFindOpen()) {
      closeFind();
    } else if (inText && (COPY.match(event) || COPY_TOO.match(event))) {
      copySelection();
    } else {
      return;
    }
    event.consume();
  }

  /** Where to look from: the selected row, else the first in sight. */
  private int firstOffset() {
    int selected = selection.getSelectedIndex();
    int row = selected >= 0 ? selected : scroll.firstRow();
    return row < text.rowCount() ? text.rangeOf(row, row).from() : 0;
  }

  private void find(int from) {
    search.find(text, findBar().query(), findBar().ignoresCase(), from);
  }

  private void step(int by) {
    if (isFindOpen()) {
      search.step(by);
    } else {
      openFind();
    }
  }

  private void showMatches() {
    RawMatches matches = search.matches();
    findBar().showCount(search.current() + 1, matches.count());
    if (search.current() >= 0) {
      int start = matches.start(search.current());
      int row = text.rowAt(start);
      scroll.show(row, text.columns(row, start, matches.end(search.current())));
    }
    list.lookupAll(".wire-cell").forEach(cell -> ((WireCell) cell).showMatches());
  }

  private List<WireRow.Found> foundIn(RawRow row) {
    RawMatches matches = search.matches();
    List<WireRow.Found> found = new ArrayList<>();
    for (int m = matches.firstEndingAfter(row.start()); m < matches.count() && matches.start(m) < row.end(); m++) {
      RawRow.Columns columns = text.columns(text.rowAt(row.start()), matches.start(m), matches.end(m));
      found.add(new WireRow.Found(columns.from(), columns.to(), m == search.current()));
    }
    return found;
  }

  private final class Finder implements FindBar.Listener {
    @Override
    public void onQuery() {
      find(search.current() >= 0 ? search.matches().start(search.current()) : firstOffset());
    }

    @Override
    public void onNext() {
      step(1);
    }

    @Override
    public void onPrevious() {
      step(-1);
    }

    @Override
    public void onClose() {
      closeFind();
    }
  }
}
