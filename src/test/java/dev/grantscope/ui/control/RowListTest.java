package dev.grantscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.render.RawText;
import org.junit.jupiter.api.Test;

class RowListTest {
  private final RawText text = RawText.of("a\nb\n\nb");
  private final RowList rows = new RowList(text);

  /** JavaFX asks whether the new list equals the old one; with an answer that came again that was a look at each of its rows. */
  @Test
  void isEqualToItselfOnly() {
    assertThat(rows.equals(new RowList(text))).isFalse();
    assertThat(rows.equals(rows)).isTrue();
    assertThat(rows.hashCode()).isEqualTo(rows.hashCode());
  }

  @Test
  void knowsWhereARowIs() {
    assertThat(rows.indexOf(text.row(3))).isEqualTo(3);
    assertThat(rows.lastIndexOf(text.row(1))).isEqualTo(1);
    assertThat(rows.contains(text.row(2))).isTrue();
    assertThat(rows.indexOf(RawText.of("a\nc").row(1))).isEqualTo(-1);
    assertThat(rows.indexOf(RawText.of("a\nb\n\nb\nmore").row(4))).isEqualTo(-1);
    assertThat(new RowList(RawText.EMPTY).indexOf(text.row(0))).isEqualTo(-1);
  }
}
