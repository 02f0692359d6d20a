package dev.grantscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.grantscope.core.profile.FieldLimit.Excess;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.WireText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class WireViewTest {
  private static final String ANSWER =
      "HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\n\r\n{\"error\":\"invalid_grant\",\"n\":1,\"x\":\"\u202Eerror\"}";

  static final String LIGHT =
      "-gs-text:#1b2130;-gs-muted:#667085;-gs-wire:#f8f9fb;-gs-line:#e3e6eb;-gs-accent:#2f5bea;-gs-good:#147d4f;"
          + "-gs-attention:#9a5b00;-gs-bad:#b42318;-gs-accent-tint:#eaf0ff;-gs-attention-tint:#fff4e0;";

  private final List<String> copied = new CopyOnWriteArrayList<>();
  private final HoldingBackground background = new HoldingBackground();
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init") // By start, when there is a toolkit.
  private WireView view;

  @Start
  void start(Stage stage) {
    view = new WireView(texts(), background, copied::add);
    view.setStyle(LIGHT);
    stage.setScene(new Scene(view, 700, 400));
    stage.show();
    view.requestFocus();
  }

  @BeforeEach
  void collectWhatTheUiThreadThrows() {
    WaitForAsyncUtils.waitForAsyncFx(
        10_000, () -> Thread.currentThread().setUncaughtExceptionHandler((_, exception) -> thrown.add(exception)));
  }

  @AfterEach
  void nothingWasThrown() {
    assertThat(thrown).isEmpty();
  }

  @Test
  void showsRowsWithTheirLineNumbers(FxRobot robot) {
    show(robot, RawText.of("one\r\n" + "x".repeat(250) + "\r\nthree"));

    assertThat(shownRows()).containsExactly("1 one", "2 " + "x".repeat(200), " " + "x".repeat(50), "3 three");
  }

  @Test
  void coloursByStyleClass(FxRobot robot) {
    show(robot, WireText.pretty(ANSWER, ANSWER.substring(ANSWER.indexOf('{'))));

    assertThat(textsOf(".wire-start-line")).containsExactly("HTTP/1.1 400 Bad Request");
    assertThat(textsOf(".wire-header-name")).containsExactly("Content-Type:");
    assertThat(textsOf(".wire-key")).containsExactlyInAnyOrder("\"error\"", "\"n\"", "\"x\"");
    assertThat(textsOf(".wire-escape")).containsExactly("\\u202E");
  }

  @Test
  void everyPieceHasTheColourOfItsKind(FxRobot robot) {
    show(robot, WireText.pretty(ANSWER, ANSWER.substring(ANSWER.indexOf('{'))));

    assertThat(coloursOf(".wire-key")).containsOnly(Color.web("#2f5bea"));
    assertThat(coloursOf(".wire-number")).containsOnly(Color.web("#147d4f"));
    assertThat(coloursOf(".wire-string")).containsOnly(Color.web("#1b2130"));
    assertThat(coloursOf(".wire-punctuation")).containsOnly(Color.web("#667085"));
    assertThat(coloursOf(".wire-escape")).containsOnly(Color.web("#9a5b00"));
    assertThat(cells().getFirst().lookupAll(".wire-row > *"))
        .allSatisfy(node -> assertThat(((Text) node).getFont()).isEqualTo(Font.font("monospace", 12)));
  }

  @Test
  void nothingIsMutedInASelectedRow(FxRobot robot) {
    show(robot, RawText.of("one\r\ntwo"));

    robot.clickOn(cells().get(1));

    assertThat(coloursOf(".wire-line-number")).containsExactly(Color.web("#667085"), Color.web("#1b2130"));
  }

  @Test
  void anotherLookReachesTheRowsInSight(FxRobot robot) {
    show(robot, WireText.pretty(ANSWER, ANSWER.substring(ANSWER.indexOf('{'))));

    robot.interact(() -> view.setStyle(LIGHT.replace("-gs-accent:#2f5bea", "-gs-accent:#7da2ff")));

    WaitForAsyncUtils.waitForFxEvents();
    assertThat(coloursOf(".wire-key")).containsOnly(Color.web("#7da2ff"));
  }

  @Test
  void theRowsAreReadAloud(FxRobot robot) {
    show(robot, RawText.of("one\r\ntwo"));

    assertThat(cells()).extracting(WireCell::getAccessibleText).containsExactly("1 one", "2 two");
  }

  @Test
  void copiesTheTrueTextOfTheSelectedRows(FxRobot robot) {
    show(robot, RawText.of("one\r\ntwo\u202E\r\nthree\nfour"));

    robot.clickOn(cells().get(1));
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.push(KeyCode.CONTROL, KeyCode.A);
    robot.push(KeyCode.CONTROL, KeyCode.C);

    assertThat(copied).containsExactly("two\u202E\r\nthree\n", "two\u202E\r\nthree\nfour", "one\r\ntwo\u202E\r\nthree\nfour");
  }

  @Test
  void piecesThatAreNotNeighboursAreCopiedOnLinesOfTheirOwn(FxRobot robot) {
    show(robot, RawText.of("a".repeat(200) + "b".repeat(200) + "c".repeat(200)));

    robot.interact(() -> list().getSelectionModel().selectIndices(0, 2));
    robot.push(KeyCode.CONTROL, KeyCode.C);

    assertThat(copied).containsExactly("a".repeat(200) + "\n" + "c".repeat(200));
  }

  @Test
  void copyWithoutASelectionDoesNothing(FxRobot robot) {
    show(robot, RawText.of("one"));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    assertThat(copied).isEmpty();
  }

  @Test
  void findsCountsAndStepsWithTheKeyboardAlone(FxRobot robot) {
    show(robot, WireText.raw(ANSWER));

    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("ERROR");
    assertThat(count()).isEqualTo("1 of 2");
    robot.push(KeyCode.ENTER);
    assertThat(count()).isEqualTo("2 of 2");
    robot.push(KeyCode.F3);
    assertThat(count()).isEqualTo("1 of 2");
    robot.push(KeyCode.SHIFT, KeyCode.F3);
    assertThat(count()).isEqualTo("2 of 2");
    robot.push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(count()).isEqualTo("1 of 2");
    assertThat(textsOf(".wire-found-current")).containsExactly("error");
    assertThat(textsOf(".wire-found")).containsExactly("error");
  }

  @Test
  void escapeClosesFindAndGivesTheKeyboardBack(FxRobot robot) {
    show(robot, WireText.raw(ANSWER));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("error");
    waitForSearch();

    robot.push(KeyCode.ESCAPE);

    assertThat(view.isFindOpen()).isFalse();
    assertThat(list().isFocused()).isTrue();
    assertThat(textsOf(".wire-found-current")).isEmpty();
  }

  @Test
  void saysWhenNothingIsFound(FxRobot robot) {
    show(robot, WireText.raw(ANSWER));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("absent");

    assertThat(count()).isEqualTo("none");
    assertThat(buttons()).filteredOn(Button::isDisabled).hasSize(2);
    assertThat(buttons()).extracting(Button::getAccessibleText).containsExactly("previous", "next", "close");
  }

  @Test
  void caseCounts(FxRobot robot) {
    show(robot, RawText.of("Ab ab"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("ab");
    assertThat(count()).isEqualTo("1 of 2");

    robot.clickOn("Aa");

    assertThat(count()).isEqualTo("1 of 1");
  }

  @Test
  void onlyTheLatestQueryIsLookedForAndShown(FxRobot robot) {
    show(robot, RawText.of("a ab abc"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitForSearch();
    robot.interact(background::hold);

    robot.write("abc");
    robot.interact(() -> assertThat(background.held()).as("one at a time").isEqualTo(1));
    robot.interact(background::letGo);
    assertThat(count()).as("of a query that is no longer asked").isEmpty();
    robot.interact(background::letGo);

    assertThat(count()).isEqualTo("1 of 1");
    robot.interact(() -> assertThat(background.held()).isZero());
  }

  @Test
  void aStepAskedForTooEarlyIsTakenWhenTheMatchesAreThere(FxRobot robot) {
    show(robot, RawText.of("b b b"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitForSearch();
    robot.interact(background::hold);

    robot.write("b");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.F3);
    robot.interact(background::letGo);

    assertThat(count()).isEqualTo("3 of 3");
  }

  @Test
  void whatWasFoundInTheTextBeforeIsNeverShownInTheNewOne(FxRobot robot) {
    show(robot, RawText.of("xxxxxxxxb"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitForSearch();
    robot.interact(background::hold);
    robot.write("b");

    show(robot, RawText.of("b"));
    assertThat(count()).as("neither a number nor that there is none").isEmpty();
    robot.interact(background::letGo);
    assertThat(textsOf(".wire-found-current")).isEmpty();
    robot.interact(background::letGo);

    assertThat(count()).isEqualTo("1 of 1");
    assertThat(textsOf(".wire-found-current")).containsExactly("b");
  }

  @Test
  void aSearchThatEndsBehindTheClosedBarMarksNothing(FxRobot robot) {
    show(robot, RawText.of("b"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    waitForSearch();
    robot.interact(background::hold);
    robot.write("b");

    robot.push(KeyCode.ESCAPE);
    robot.interact(background::letGo);

    assertThat(textsOf(".wire-found-current")).isEmpty();
  }

  @Test
  void aMatchBehindWideLettersIsBroughtIntoSight(FxRobot robot) {
    show(robot, RawText.of("東".repeat(150) + "needle"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("needle");
    waitForSearch();

    robot.interact(() -> view.getScene().getRoot().layout());
    assertIsSeen((Text) view.lookup(".wire-found-current"));
  }

  @Test
  void aNewTextBeginsAtTheLeftEdge(FxRobot robot) {
    show(robot, RawText.of("-".repeat(190) + "needle"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("needle");
    waitForSearch();
    robot.push(KeyCode.ESCAPE);

    show(robot, RawText.of("start" + "-".repeat(190)));

    robot.interact(() -> view.getScene().getRoot().layout());
    assertIsSeen((Text) view.lookup(".wire-line-number"));
  }

  @Test
  void draggingSelectsTheRowsBetween(FxRobot robot) {
    show(robot, RawText.of("one\ntwo\nthree\nfour"));

    robot.moveTo(cells().get(2)).press(MouseButton.PRIMARY).moveTo(cells().get(1)).moveTo(cells().get(0)).release(MouseButton.PRIMARY);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.moveTo(cells().get(1)).press(MouseButton.PRIMARY).moveTo(cells().get(3)).moveTo(cells().get(2)).release(MouseButton.PRIMARY);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.moveTo(cells().get(3));
    robot.push(KeyCode.CONTROL, KeyCode.C);

    assertThat(copied).containsExactly("one\ntwo\nthree\n", "two\nthree\n", "two\nthree\n");
  }

  /** By events of its own: without a display a mouse that leaves the list is not followed. */
  @Test
  void draggingBeyondTheEdgeScrolls(FxRobot robot) throws TimeoutException {
    show(robot, RawText.of("line\n".repeat(1000)));
    WireCell cell = cells().get(5);

    robot.interact(
        () -> {
          mouse(cell, MouseEvent.MOUSE_PRESSED, 5);
          mouse(cell, MouseEvent.MOUSE_DRAGGED, list().getHeight() + 30);
        });
    WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, () -> list().getSelectionModel().getSelectedIndex() > 100);
    robot.interact(() -> mouse(cell, MouseEvent.MOUSE_RELEASED, list().getHeight()));

    int last = list().getSelectionModel().getSelectedIndex();
    assertThat(list().getSelectionModel().getSelectedIndices()).hasSize(last - 4).startsWith(5, 6).endsWith(last - 1, last);
  }

  private static void mouse(WireCell on, EventType<MouseEvent> type, double y) {
    boolean down = type != MouseEvent.MOUSE_RELEASED;
    Event.fireEvent(
        on,
        new MouseEvent(
            type, 50, y, 50, y, MouseButton.PRIMARY, 1, false, false, false, false, down, false, false, true, false, true, null));
  }

  private void assertIsSeen(Text piece) {
    Bounds seen = list().localToScene(list().getBoundsInLocal());
    Bounds there = piece.localToScene(piece.getBoundsInLocal());
    assertThat(seen.contains(there)).as("%s in %s", there, seen).isTrue();
  }

  @Test
  void aMatchFarAwayIsBroughtIntoSight(FxRobot robot) {
    assertThatTheLastRowIsFound(robot);
  }

  @Test
  void aMatchFarAwayIsBroughtIntoSightInTheThemeOfTheProgram(FxRobot robot) {
    robot.interact(() -> view.getScene().setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet()));

    assertThatTheLastRowIsFound(robot);
  }

  private void assertThatTheLastRowIsFound(FxRobot robot) {
    show(robot, RawText.of("line\r\n".repeat(5000) + "-".repeat(190) + "needle"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("needle");
    waitForSearch();

    robot.interact(() -> view.getScene().getRoot().layout());
    assertThat(textsOf(".wire-found-current")).containsExactly("needle");
    assertIsSeen((Text) view.lookup(".wire-found-current"));
  }

  @Test
  void anOpenFindLooksInTheNewText(FxRobot robot) {
    show(robot, RawText.of("a"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("b");
    assertThat(count()).isEqualTo("none");

    show(robot, RawText.of("b b"));

    assertThat(count()).isEqualTo("1 of 2");
  }

  @ParameterizedTest
  @CsvSource({
    "combining marks, a\u0301\u0302\u0303, 65536",
    "Arabic, \u0645\u0631\u062D\u0628\u0627 \u0628\u0643\u0645-, 65536",
    "Hebrew, \u05E9\u05DC\u05D5\u05DD \u05E2\u05D5\u05DC\u05DD-, 65536",
    "Zalgo emoji, \uD83D\uDE00\u200D\uFE0F, 65536",
    "line feeds, '\n', 4194304",
    "JSON, '{\"a\":1,\"b\":[true,\"x\"]},', 4194304",
    "no break, x, 10485760",
    "line feeds, '\n', 10485760"
  })
  void hostileTextOpensFindsScrollsAndSelects(String name, String unit, int length, FxRobot robot) {
    String source = unit.repeat(length / unit.length()) + "needle";
    RawText text = WireText.raw(source);
    try (Heartbeat heartbeat = new Heartbeat()) {
      show(robot, text);
      long opened = heartbeat.longestMillis();
      robot.push(KeyCode.END);
      robot.push(KeyCode.HOME);
      robot.push(KeyCode.PAGE_DOWN);
      long scrolled = heartbeat.longestMillis();
      robot.push(KeyCode.CONTROL, KeyCode.F);
      robot.write("needle");
      waitForSearch();
      long found = heartbeat.longestMillis();
      assertThat(count()).isEqualTo("1 of 1");
      robot.push(KeyCode.ESCAPE);
      robot.push(KeyCode.CONTROL, KeyCode.A);
      robot.push(KeyCode.CONTROL, KeyCode.C);
      System.out.printf(
          "%s, %d characters: the UI thread was away for at most %d ms (open), %d (scroll), %d (find), %d (select and copy all)%n",
          name, source.length(), opened, scrolled, found, heartbeat.longestMillis());
    }

    assertThat(copied.getLast()).isEqualTo(source);
    assertThat(cells()).allSatisfy(cell -> assertThat(cell.getItem()).isEqualTo(text.row(cell.getIndex())));
  }

  static WireView.Texts texts() {
    return new WireView.Texts("Find", "previous", "next", "close", "match case", "none", (number, all) -> number + " of " + all, new Limit());
  }

  private void show(FxRobot robot, RawText text) {
    robot.interact(() -> view.setText(text));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private ListView<?> list() {
    return (ListView<?>) view.lookup(".wire-list");
  }

  private void waitForSearch() {
    try {
      WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, background::isIdle);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }

  private String count() {
    waitForSearch();
    return ((Label) view.lookup(".wire-find-count")).getText();
  }

  private List<Button> buttons() {
    return view.lookupAll(".wire-find > .button").stream().map(Button.class::cast).toList();
  }

  private List<WireCell> cells() {
    return view.lookupAll(".wire-cell").stream()
        .map(WireCell.class::cast)
        .filter(cell -> !cell.isEmpty() && cell.isVisible())
        .sorted(Comparator.comparingInt(WireCell::getIndex))
        .toList();
  }

  private List<String> shownRows() {
    List<String> rows = new ArrayList<>();
    for (WireCell cell : cells()) {
      List<String> pieces = cell.row().getChildrenUnmodifiable().stream().map(node -> ((Text) node).getText()).toList();
      rows.add(pieces.getFirst() + " " + String.join("", pieces.subList(1, pieces.size())));
    }
    return rows;
  }

  private List<Paint> coloursOf(String selector) {
    return cells().stream().flatMap(cell -> cell.lookupAll(selector).stream()).map(node -> ((Text) node).getFill()).toList();
  }

  private List<String> textsOf(String selector) {
    return cells().stream().flatMap(cell -> cell.lookupAll(selector).stream()).map(node -> ((Text) node).getText()).toList();
  }

  private record Limit() implements Intake.Words {
    @Override
    public String refused(Excess excess) {
      return "refused " + excess.count();
    }

    @Override
    public String kept(Excess excess) {
      return "kept " + excess.count();
    }
  }
}
