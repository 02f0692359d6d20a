package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.WireView;

/** The words of the text pane, from the bundle. */
final class WireTexts {
  private WireTexts() {}

  static WireView.Words of(Texts texts) {
    return new WireView.Words("");
  }
}
