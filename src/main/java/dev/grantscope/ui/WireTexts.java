package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.WireView;

/** The words of the find bar, from the bundle. */
final class WireTexts {
  private WireTexts() {}

  static WireView.Texts of(Texts texts) {
    return new WireView.Texts(
        texts.get("wire.find.prompt"),
        texts.get("wire.find.previous"),
        texts.get("wire.find.next"),
        texts.get("wire.find.close"),
        texts.get("wire.find.case"),
        texts.get("wire.find.none"),
        (number, all) -> texts.get("wire.find.count", number, all),
        new IntakeWords(texts));
  }
}
