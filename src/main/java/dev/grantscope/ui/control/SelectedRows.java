package dev.grantscope.ui.control;

import java.util.AbstractList;
import java.util.BitSet;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;

/** The numbers of the selected rows in ascending order, a bit each; a change is told as a whole, without a list of what it was. */
final class SelectedRows extends ObservableListBase<Integer> {
  private Numbers numbers = new Numbers(new BitSet());

  BitSet bits() {
    return numbers.bits;
  }

  void set(BitSet bits) {
    Numbers before = numbers;
    if (!bits.equals(before.bits)) {
      numbers = new Numbers(bits);
      fireChange(new Replaced(before));
    }
  }

  @Override
  public Integer get(int index) {
    return numbers.get(index);
  }

  @Override
  public int size() {
    return numbers.size();
  }

  /** Quick when asked in ascending order, and for the last. */
  private static final class Numbers extends AbstractList<Integer> {
    private final BitSet bits;
    private final int size;
    private int index = -1;
    private int number = -1;

    Numbers(BitSet bits) {
      this.bits = bits;
      size = bits.cardinality();
    }

    @Override
    public Integer get(int wanted) {
      if (wanted == size - 1) {
        return bits.length() - 1;
      }
      if (wanted < index) {
        index = -1;
        number = -1;
      }
      for (; index < wanted; index++) {
        number = bits.nextSetBit(number + 1);
      }
      return number;
    }

    @Override
    public int size() {
      return size;
    }
  }

  /** All there was by all there is. */
  private final class Replaced extends ListChangeListener.Change<Integer> {
    private final List<Integer> before;
    private boolean told;

    Replaced(List<Integer> before) {
      super(SelectedRows.this);
      this.before = before;
    }

    @Override
    public boolean next() {
      boolean first = !told;
      told = true;
      return first;
    }

    @Override
    public void reset() {
      told = false;
    }

    @Override
    public int getFrom() {
      return 0;
    }

    @Override
    public int getTo() {
      return size();
    }

    @Override
    public List<Integer> getRemoved() {
      return before;
    }

    @Override
    protected int[] getPermutation() {
      return new int[0];
    }
  }
}
