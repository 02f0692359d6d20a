package dev.grantscope.presenter;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.WireText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Exchange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows exchanges that carried no secret, what was sent and what came one below the other; made off the UI thread, the latest wins. */
final class FinderWire {
  private final FinderView view;
  private final Background background;
  private final Texts texts;
  private long latest;

  FinderWire(FinderView view, Background background, Texts texts) {
    this.view = view;
    this.background = background;
    this.texts = texts;
  }

  void show(List<Exchange> exchanges) {
    long mine = ++latest;
    if (exchanges.isEmpty()) {
      view.showWire(RawText.EMPTY, "");
      return;
    }
    int sent = exchanges.stream().mapToInt(it -> it.sent().size()).sum();
    int received = exchanges.stream().mapToInt(it -> it.received().size()).sum();
    background.run(
        () -> text(exchanges),
        text -> {
          if (mine == latest) {
            view.showWire(text, texts.get("finder.wire", sent, received));
          }
        });
  }

  /** What a server sends back may hold anything. */
  private static RawText text(List<Exchange> exchanges) {
    Redaction redaction = Redaction.of(List.of());
    return WireText.raw(
        exchanges.stream()
            .flatMap(it -> Stream.of(it.sent(), it.received()))
            .map(it -> redaction.redact(it).asText())
            .collect(Collectors.joining("\r\n")));
  }
}
