package dev.grantscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.render.RawRow;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RowSelectionTest {
  private final CountedRows rows = new CountedRows();

  @SuppressWarnings("NullAway.Init") // By start, when there is a toolkit.
  private ListView<RawRow> list;

  @SuppressWarnings("NullAway.Init")
  private RowSelection selection;

  @Start
  void start(Stage stage) {
    list = new ListView<>(rows);
    selection = new RowSelection(list);
    list.setSelectionModel(selection);
  }

  @Test
  void selectingAMillionRowsMakesHardlyOne() {
    selection.selectAll();

    assertThat(selection.getSelectedIndices()).hasSize(1_000_000);
    assertThat(selection.nextSelected(0)).isZero();
    assertThat(selection.nextUnselected(0)).isEqualTo(1_000_000);
    assertThat(rows.made).as("JavaFX's own makes each").isLessThan(10);
  }

  @Test
  void rangesGoEitherWayAndAdd() {
    selection.clearAndSelect(5);
    selection.selectRange(7, 10);
    assertThat(selection.getSelectedIndices()).containsExactly(5, 7, 8, 9);
    assertThat(selection.getSelectedIndex()).isEqualTo(9);

    selection.selectRange(3, 1);
    assertThat(selection.getSelectedIndices()).containsExactly(2, 3, 5, 7, 8, 9);
    assertThat(selection.getSelectedIndex()).isEqualTo(2);
    assertThat(list.getFocusModel().getFocusedIndex()).isEqualTo(2);
  }

  @Test
  void singleRowsComeAndGo() {
    selection.select(3);
    selection.selectIndices(1, 2, 9);
    selection.clearSelection(2);

    assertThat(selection.getSelectedIndices()).containsExactly(1, 3, 9);
    assertThat(selection.isSelected(2)).isFalse();
    assertThat(selection.isSelected(9)).isTrue();
    assertThat(selection.getSelectedItems()).extracting(RawRow::line).containsExactly(2, 4, 10);

    selection.clearSelection();
    assertThat(selection.isEmpty()).isTrue();
    assertThat(selection.getSelectedIndex()).isEqualTo(-1);
    assertThat(selection.getSelectedItem()).isNull();
  }

  @Test
  void rowsThatAreNotThereAreNotSelected() {
    selection.selectRange(999_998, 1_000_005);
    selection.select(-1);

    assertThat(selection.getSelectedIndices()).containsExactly(999_998, 999_999);
  }

  @Test
  void aChangeIsToldOnceWithWhatWasAndWhatIs() {
    selection.selectRange(1, 3);
    List<String> told = new ArrayList<>();
    selection.getSelectedIndices().addListener((ListChangeListener<Integer>) change -> {
      while (change.next()) {
        told.add(change.getRemoved() + " by " + change.getAddedSubList());
      }
    });

    selection.clearAndSelect(8);
    selection.clearAndSelect(8);

    assertThat(told).containsExactly("[1, 2] by [8]");
  }

  private static final class CountedRows extends ObservableListBase<RawRow> {
    private int made;

    @Override
    public RawRow get(int index) {
      made++;
      return new RawRow(index + 1, false, index, index + 1, "", List.of());
    }

    @Override
    public int size() {
      return 1_000_000;
    }
  }
}
