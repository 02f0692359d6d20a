package dev.grantscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.FieldLimit.Excess;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.WireText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.geometry.Bounds;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
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
  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

  @SuppressWarnings("NullAway.Init") // By start, when there is a toolkit.
  private WireView view;

  @Start
  void start(Stage stage) {
    view = new WireView(texts(), copied::add);
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
  void aMatchFarAwayIsBroughtIntoSight(FxRobot robot) {
    show(robot, RawText.of("line\r\n".repeat(5000) + "-".repeat(190) + "needle"));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("needle");
    WaitForAsyncUtils.waitForFxEvents();

    robot.interact(() -> view.getScene().getRoot().layout());
    assertThat(textsOf(".wire-found-current")).containsExactly("needle");
    Text needle = (Text) view.lookup(".wire-found-current");
    Bounds seen = list().localToScene(list().getBoundsInLocal());
    assertThat(seen.contains(needle.localToScene(needle.getBoundsInLocal()))).as("%s in %s", needle.localToScene(needle.getBoundsInLocal()), seen).isTrue();
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
      WaitForAsyncUtils.waitForFxEvents();
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

  private String count() {
    WaitForAsyncUtils.waitForFxEvents();
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
