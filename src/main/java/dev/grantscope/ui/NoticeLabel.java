package dev.grantscope.ui;

import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.Notice;
import dev.grantscope.ui.control.Icon;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** A sentence with a sign and a colour; not there at all while there is nothing to say. What does not fit is in its tooltip. */
final class NoticeLabel extends Label {
  private static final double LINE = 16;

  NoticeLabel() {
    getStyleClass().add("notice");
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    Hint.on(this, this::getText);
    show(Optional.empty());
  }

  /** Lets it take so many lines. Only for sentences of ours: {@code docs/adr/0004-wrapping.md}. */
  void wrap(int lines) {
    setWrapText(true);
    setMaxHeight(lines * LINE);
  }

  void show(Optional<Notice> notice) {
    Shown.when(notice.isPresent(), this);
    setText(notice.map(Notice::text).orElse(""));
    Tone tone = notice.map(Notice::tone).orElse(Tone.QUIET);
    setGraphic(tone == Tone.QUIET ? null : sign(tone));
    dress(this, tone);
  }

  void show(Tone tone, String text) {
    show(text.isEmpty() ? Optional.empty() : Optional.of(new Notice(tone, text)));
  }

  /** Gives a node the style of this tone and of no other. */
  static void dress(Node node, Tone tone) {
    for (Tone each : Tone.values()) {
      node.pseudoClassStateChanged(style(each), each == tone);
    }
  }

  static Icon sign(Tone tone) {
    return new Icon(
        switch (tone) {
          case GOOD -> Feather.CHECK;
          case ATTENTION -> Feather.ALERT_TRIANGLE;
          case BAD -> Feather.X_CIRCLE;
          case QUIET -> Feather.INFO;
        });
  }

  /** The style of a tone: {@code :good}, {@code :attention}, {@code :bad}, {@code :quiet}. */
  static PseudoClass style(Tone tone) {
    return PseudoClass.getPseudoClass(
        switch (tone) {
          case GOOD -> "good";
          case ATTENTION -> "attention";
          case BAD -> "bad";
          case QUIET -> "quiet";
        });
  }
}
