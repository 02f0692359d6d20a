package dev.grantscope.presenter;

import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.WireText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Exchange;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows exchanges that carried no secret, what was sent and what came one below the other; made off the UI thread, the latest wins. */
final class FinderWire {
  private final Supplier<FinderView> view;
  private final Background background;
  private final Clipboard clipboard;
  private final Texts texts;
  private long latest;

  FinderWire(Supplier<FinderView> view, Services with) {
    this.view = view;
    this.background = with.background();
    this.clipboard = with.clipboard();
    this.texts = with.texts();
  }

  /** Copies the rows that are selected, as they are shown. */
  void copy(String text) {
    clipboard.put(RawText.forClipboard(text));
  }

  void show(List<Exchange> exchanges) {
    long mine = ++latest;
    if (exchanges.isEmpty()) {
      view.get().showWire(RawText.EMPTY, "");
      return;
    }
    int sent = exchanges.stream().mapToInt(it -> it.sent().size()).sum();
    int received = exchanges.stream().mapToInt(it -> it.received().size()).sum();
    background.run(
        () -> text(exchanges),
        text -> {
          if (mine == latest) {
            view.get().showWire(text, texts.get("finder.wire", sent, received));
          }
        });
  }

  /** What a server sends back may hold anything, and a proxy what it was told. */
  private static RawText text(List<Exchange> exchanges) {
    Redaction redaction = Redaction.of(exchanges.stream().flatMap(it -> it.secrets().stream()).toList());
    return WireText.raw(
        exchanges.stream()
            .flatMap(it -> Stream.of(it.sent(), it.received()))
            .map(it -> redaction.redact(RawText.of(it).source()))
            .collect(Collectors.joining("\r\n")));
  }
}
