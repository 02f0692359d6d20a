package dev.grantscope.ui.control;

import dev.grantscope.core.render.RawRow;
import dev.grantscope.core.render.RawText;
import javafx.collections.ObservableListBase;

/** The rows of a text for a list view, each made when it is asked for. */
final class RowList extends ObservableListBase<RawRow> {
  private final RawText text;

  RowList(RawText text) {
    this.text = text;
  }

  @Override
  public RawRow get(int index) {
    return text.row(index);
  }

  @Override
  public int size() {
    return text.rowCount();
  }

  /** Without a look at the others: a row knows where it starts. JavaFX asks for the row that had the keyboard in the text before. */
  @Override
  public int indexOf(Object row) {
    if (row instanceof RawRow wanted && wanted.start() < text.source().length()) {
      int index = text.rowAt(wanted.start());
      return text.row(index).equals(wanted) ? index : -1;
    }
    return -1;
  }

  @Override
  public int lastIndexOf(Object row) {
    return indexOf(row);
  }

  @Override
  public boolean contains(Object row) {
    return indexOf(row) >= 0;
  }

  /** Itself only: JavaFX compares the new list with the old one, and a repeated answer is equal in all its rows. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(this);
  }
}
