package dev.grantscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.CallPresenter.Row;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Also of {@link OpenedRows}. */
@ExtendWith(ApplicationExtension.class)
class CallRowsTest {
  private final List<Integer> chosen = new ArrayList<>();
  private final List<Integer> opened = new ArrayList<>();
  @SuppressWarnings("NullAway.Init") // By twoRows, in the thread of the window.
  private CallRows rows;

  @BeforeEach
  void twoRows() {
    WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          rows = new CallRows(new Texts(), chosen::add, opened::add);
          rows.show(List.of(row("/a", ""), row("/b", "")));
        });
  }

  private static Row row(String path, String answer) {
    return new Row("GET", "https://api.example" + path, Tone.QUIET, answer, "");
  }

  private TableView<?> table() {
    return (TableView<?>) rows.getChildren().getFirst();
  }

  private void enter(boolean control) {
    table().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "\r", "", KeyCode.ENTER, false, control, false, false));
  }

  private void click(int count) {
    table()
        .fireEvent(
            new MouseEvent(
                MouseEvent.MOUSE_CLICKED, 1, 1, 1, 1, MouseButton.PRIMARY, count, false, false, false, false, true, false, false, true,
                false, false, null));
  }

  private void onUi(Runnable action) {
    WaitForAsyncUtils.waitForAsyncFx(5_000, action);
  }

  @Test
  void enterAndADoubleClickOpenTheRowThatIsChosen() {
    onUi(
        () -> {
          table().getSelectionModel().select(1);
          enter(false);
          click(2);
        });
    assertThat(opened).containsExactly(1, 1);
  }

  @Test
  void nothingElseOpensARow() {
    onUi(
        () -> {
          enter(false);
          click(2);
          table().getSelectionModel().select(0);
          enter(true);
          click(1);
        });
    assertThat(opened).isEmpty();
  }

  @Test
  void theChosenRowStaysChosenWhenItsAnswerComes() {
    onUi(
        () -> {
          table().getSelectionModel().select(1);
          rows.show(List.of(row("/a", "200"), row("/b", "403")));
        });
    assertThat(rows.chosen()).isEqualTo(1);
  }

  @Test
  void whenAllAreGoneNoneIsChosen() {
    onUi(
        () -> {
          table().getSelectionModel().select(0);
          rows.show(List.of());
        });
    assertThat(chosen).startsWith(0).endsWith(-1);
    assertThat(table().isVisible()).isFalse();
  }
}
