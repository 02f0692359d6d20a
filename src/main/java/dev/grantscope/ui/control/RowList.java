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
}
