package dev.grantscope.ui;

import dev.grantscope.core.text.Texts;
import dev.grantscope.ui.control.WireView;
import java.util.function.Consumer;

/** Makes a view of wire text, with its words from the bundle. */
final class WireViews {
  private WireViews() {}

  /** Hands on what is copied. */
  static WireView of(Texts texts, Consumer<String> onCopy) {
    WireView.Texts words =
        new WireView.Texts(
            texts.get("wire.find.prompt"),
            texts.get("wire.find.previous"),
            texts.get("wire.find.next"),
            texts.get("wire.find.close"),
            texts.get("wire.find.case"),
            texts.get("wire.find.none"),
            (number, all) -> texts.get("wire.find.count", number, all),
            new IntakeWords(texts));
    return new WireView(words, new DesktopBackground(), onCopy);
  }
}
