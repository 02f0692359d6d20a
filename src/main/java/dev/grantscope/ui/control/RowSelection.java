package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import java.util.BitSet;
import javafx.collections.ObservableList;
import javafx.collections.ObservableListBase;
import javafx.scene.control.ListView;
import javafx.scene.control.MultipleSelectionModel;
import javafx.scene.control.SelectionMode;

/**
 * Which rows are selected, a bit each.
 *
 * <p>JavaFX's own selection makes the item of every row that is selected: all rows of a large answer took it seconds.
 */
final class RowSelection extends MultipleSelectionModel<RawRow> {
  private final ListView<RawRow> list;
  private final SelectedRows rows = new SelectedRows();
  private final ObservableList<RawRow> items =
      new ObservableListBase<>() {
        @Override
        public RawRow get(int index) {
          return list.getItems().get(rows.get(index));
        }

        @Override
        public int size() {
          return rows.size();
        }
      };

  RowSelection(ListView<RawRow> list) {
    this.list = list;
    setSelectionMode(SelectionMode.MULTIPLE);
  }

  /** The first selected row from here on, or -1. */
  int nextSelected(int from) {
    return rows.bits().nextSetBit(from);
  }

  /** The first row from here on that is not selected. */
  int nextUnselected(int from) {
    return rows.bits().nextClearBit(from);
  }

  @Override
  public ObservableList<Integer> getSelectedIndices() {
    return rows;
  }

  @Override
  public ObservableList<RawRow> getSelectedItems() {
    return items;
  }

  @Override
  public void select(int row) {
    selectIndices(row);
  }

  @Override
  public void select(RawRow row) {
    select(list.getItems().indexOf(row));
  }

  @Override
  public void selectIndices(int row, int... others) {
    BitSet more = copy();
    int lead = row;
    add(more, row, row + 1);
    for (int other : others) {
      add(more, other, other + 1);
      lead = other;
    }
    change(more, lead);
  }

  /** From {@code start} to {@code end}, exclusive, in either direction. */
  @Override
  public void selectRange(int start, int end) {
    if (start != end) {
      BitSet more = copy();
      add(more, start < end ? start : end + 1, start < end ? end : start + 1);
      change(more, start < end ? end - 1 : end + 1);
    }
  }

  /** From one row to the other, both inclusive, and nothing else; the other gets the keyboard. */
  void selectOnly(int one, int other) {
    BitSet range = new BitSet();
    add(range, Math.min(one, other), Math.max(one, other) + 1);
    change(range, other);
  }

  @Override
  public void selectAll() {
    BitSet all = new BitSet();
    add(all, 0, count());
    int focused = list.getFocusModel().getFocusedIndex();
    change(all, focused < 0 ? count() - 1 : focused);
  }

  @Override
  public void clearAndSelect(int row) {
    BitSet one = new BitSet();
    add(one, row, row + 1);
    change(one, row);
  }

  @Override
  public void clearSelection(int row) {
    if (isSelected(row)) {
      BitSet less = copy();
      less.clear(row);
      change(less, getSelectedIndex() == row ? less.length() - 1 : getSelectedIndex());
    }
  }

  @Override
  public void clearSelection() {
    change(new BitSet(), -1);
  }

  @Override
  public boolean isSelected(int row) {
    return row >= 0 && rows.bits().get(row);
  }

  @Override
  public boolean isEmpty() {
    return rows.bits().isEmpty();
  }

  @Override
  public void selectFirst() {
    select(0);
  }

  @Override
  public void selectLast() {
    select(count() - 1);
  }

  @Override
  public void selectPrevious() {
    select(getSelectedIndex() < 0 ? count() - 1 : getSelectedIndex() - 1);
  }

  @Override
  public void selectNext() {
    select(getSelectedIndex() + 1);
  }

  private int count() {
    return list.getItems().size();
  }

  private BitSet copy() {
    return (BitSet) rows.bits().clone();
  }

  /** As far as there are such rows. */
  private void add(BitSet bits, int from, int to) {
    int first = Math.max(0, from);
    bits.set(first, Math.max(first, Math.min(to, count())));
  }

  /** The last one selected gets the keyboard, too. */
  private void change(BitSet selected, int last) {
    boolean there = last >= 0 && last < count();
    setSelectedIndex(there ? last : -1);
    setSelectedItem(there ? list.getItems().get(last) : null);
    if (there) {
      list.getFocusModel().focus(last);
    }
    rows.set(selected);
  }
}
