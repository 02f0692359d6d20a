package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.JsonText;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One side of the wire, the request or the response: the exact bytes, redacted until asked otherwise, raw or with its JSON indented.
 *
 * <p>Text is made off the UI thread; what is made for a result that is no longer shown is dropped.
 */
public final class WirePresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final Side side;
  private final Background background;
  private final Clipboard clipboard;
  private final Texts texts;
  private @Nullable Content shown;
  private boolean pretty = true;
  private boolean revealed;
  private long latest;

  /** Which way the bytes went. */
  public enum Side {
    REQUEST,
    RESPONSE
  }

  /** What the pane can show. */
  public interface View {
    /** What there is to say while there are no bytes. */
    void showEmpty(String text);

    void showText(RawText text, String info);

    /** Whether there is JSON to indent, and whether it is; whether secrets are shown in clear. */
    void showModes(boolean canBePretty, boolean pretty, boolean revealed);
  }

  /** The text as received or sent, and indented where that can be done. */
  private record Content(Redaction redaction, Bytes raw, Optional<Pretty> pretty, String info) {}

  /** Head and body apart, with the framing taken off. */
  private record Pretty(String head, Bytes body) {}

  public WirePresenter(
      View view, Workbench workbench, Side side, Background background, Clipboard clipboard, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.side = side;
    this.background = background;
    this.clipboard = clipboard;
    this.texts = texts;
    workbench.addListener(this);
    onResult();
  }

  public void onPretty(boolean wanted) {
    pretty = wanted;
    render();
  }

  /** The admin asked to see the secrets, or to hide them again. */
  public void onReveal(boolean wanted) {
    revealed = wanted;
    render();
  }

  /** Copies the whole text without secrets. */
  public void onCopyRedacted() {
    if (shown != null) {
      clipboard.put(text(shown, isPretty(shown), false));
    }
  }

  /** Copies the whole text with its secrets, as asked for. */
  public void onCopyWithSecret() {
    if (shown != null) {
      clipboard.putSecret(text(shown, isPretty(shown), true));
    }
  }

  /** Copies the rows that are selected, as they are shown. */
  public void onCopySelection(String text) {
    if (revealed) {
      clipboard.putSecret(text);
    } else {
      clipboard.put(text);
    }
  }

  @Override
  public void onSelected() {
    onResult();
  }

  @Override
  public void onResult() {
    revealed = false;
    shown = workbench.result() instanceof Result.Finished finished ? content(finished.run()) : null;
    render();
  }

  private @Nullable Content content(GrantRun run) {
    Bytes raw = side == Side.REQUEST ? run.exchange().sent() : run.exchange().received();
    return raw.isEmpty() ? null : new Content(Redaction.of(run.secrets()), raw, pretty(run), info(run, raw));
  }

  private Optional<Pretty> pretty(GrantRun run) {
    Bytes body =
        side == Side.REQUEST
            ? run.exchange().request().body()
            : run.exchange().response().map(WireResponse::body).orElse(Bytes.EMPTY);
    String start = body.asText().stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    byte[] all = (side == Side.REQUEST ? run.exchange().sent() : run.exchange().received()).toArray();
    int end = headEnd(all);
    return end < 0
        ? Optional.empty()
        : Optional.of(new Pretty(new String(all, 0, end, StandardCharsets.UTF_8), body));
  }

  /** After the last empty line before the body; interim answers stay in the head. */
  private static int headEnd(byte[] bytes) {
    int end = -1;
    int from = 0;
    do {
      int next = emptyLine(bytes, from);
      if (next < 0) {
        return end;
      }
      end = next;
      boolean interim = bytes.length > from + 12 && new String(bytes, from, 12, StandardCharsets.US_ASCII).matches("HTTP/1\\.[01] 1..*");
      from = interim ? end : bytes.length;
    } while (from < bytes.length);
    return end;
  }

  private static int emptyLine(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\n' && bytes[i + 1] == '\n') {
        return i + 2;
      }
      if (i + 3 < bytes.length && bytes[i] == '\r' && bytes[i + 1] == '\n' && bytes[i + 2] == '\r' && bytes[i + 3] == '\n') {
        return i + 4;
      }
    }
    return -1;
  }

  private String info(GrantRun run, Bytes raw) {
    String tls = run.request().endpoint().tls() ? "tls" : "plain";
    boolean cut =
        side == Side.RESPONSE
            && run.exchange().failure().filter(it -> it.kind() == WireFailure.Kind.TOO_LARGE).isPresent();
    return texts.get("wire.info." + side + "." + tls, raw.size()) + (cut ? " " + texts.get("wire.cut") : "");
  }

  private boolean isPretty(Content content) {
    return pretty && content.pretty().isPresent();
  }

  private void render() {
    long mine = ++latest;
    Content content = shown;
    if (content == null) {
      view.showModes(false, false, false);
      view.showEmpty(texts.get(emptyKey()));
      return;
    }
    boolean indented = isPretty(content);
    boolean clear = revealed;
    view.showModes(content.pretty().isPresent(), indented, clear);
    background.run(
        () -> clear && !indented ? RawText.of(content.raw()) : RawText.of(text(content, indented, clear)),
        text -> {
          if (mine == latest) {
            view.showText(text, content.info());
          }
        });
  }

  private String emptyKey() {
    String kind = workbench.result() instanceof Result.Finished ? "none" : "notRun";
    return "wire.empty." + side + "." + kind;
  }

  private static String text(Content content, boolean indented, boolean clear) {
    if (indented && content.pretty().isPresent()) {
      Pretty parts = content.pretty().get();
      String text = parts.head() + JsonText.pretty(parts.body().asText());
      return clear ? text : content.redaction().redact(text);
    }
    return clear ? content.raw().asText() : content.redaction().redact(content.raw());
  }
}
