package dev.grantscope.presenter;

import dev.grantscope.core.render.JsonText;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.WireText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One side of the wire, the request or the response: the exact bytes, redacted until asked otherwise, raw or with its JSON indented.
 *
 * <p>Text is made off the UI thread; what is made for a result that is no longer shown is dropped.
 */
public final class WirePresenter implements WorkbenchListener {
  /** JSON does not begin behind more white space than this. */
  private static final int BEFORE_JSON = 4096;

  private static final Duration NOTICEABLE = Duration.ofMillis(100);

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
  private @Nullable Made made;
  private boolean copying;

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

    /** Whether the text is still being made ready for the clipboard, which takes a while when it is large. */
    void showCopying(boolean copying);

    /** Why it did not come onto the clipboard. */
    void showCopyFault(String text);
  }

  /** The text that is shown, and as what. */
  private record Made(Content content, RawText text, boolean indented, boolean clear) {}

  /** What there is to show; what is slow about it is made when first asked for, off the UI thread. */
  private static final class Content {
    private final List<Secret> secrets;
    private final Bytes raw;
    private final Bytes body;
    private final String info;
    private final boolean canBePretty;
    private @Nullable Redaction redaction;

    Content(List<Secret> secrets, Bytes raw, Bytes body, String info) {
      this.secrets = secrets;
      this.raw = raw;
      this.body = body;
      this.info = info;
      canBePretty = JsonText.isLikely(body.first(BEFORE_JSON).asText());
    }

    RawText text(boolean indented, boolean clear) {
      return indented ? WireText.pretty(safe(WireText.head(raw), clear), safe(body, clear)) : WireText.raw(safe(raw, clear));
    }

    private Bytes safe(Bytes bytes, boolean clear) {
      return clear ? bytes : redaction().redact(bytes);
    }

    private synchronized Redaction redaction() {
      if (redaction == null) {
        redaction = Redaction.of(secrets).learning(raw);
      }
      return redaction;
    }
  }

  WirePresenter(
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
    copy(false, clipboard::put);
  }

  /** Copies the whole text with its secrets, as asked for. */
  public void onCopyWithSecret() {
    copy(true, clipboard::putSecret);
  }

  private void copy(boolean clear, Consumer<String> put) {
    Content content = shown;
    if (content == null || copying) {
      return;
    }
    boolean indented = pretty && content.canBePretty;
    Made here = made;
    boolean isThere = here != null && here.content == content && here.indented == indented && here.clear == clear;
    copying = true;
    Background.Timer slow = background.after(NOTICEABLE, () -> view.showCopying(true));
    background.run(
        () -> RawText.forClipboard((here != null && isThere ? here.text : content.text(indented, clear)).source()),
        text -> {
          put.accept(text);
          copied(slow);
        },
        fault -> {
          copied(slow);
          view.showCopyFault(fault.sentence(texts));
        });
  }

  private void copied(Background.Timer slow) {
    slow.cancel();
    copying = false;
    view.showCopying(false);
  }

  /** Copies the rows that are selected, as they are shown. */
  public void onCopySelection(String text) {
    if (made != null && !made.clear) {
      clipboard.put(RawText.forClipboard(text));
    } else {
      clipboard.putSecret(RawText.forClipboard(text));
    }
  }

  @Override
  public void onSelected() {
    onResult();
  }

  @Override
  public void onInspected() {
    onResult();
  }

  @Override
  public void onResult() {
    revealed = false;
    shown = workbench.inFront().flatMap(this::content).orElse(null);
    render();
  }

  private Optional<Content> content(Workbench.Inspected inFront) {
    Exchange exchange = inFront.exchange();
    boolean request = side == Side.REQUEST;
    Bytes raw = request ? exchange.sent() : exchange.received();
    Bytes body =
        request ? exchange.request().body() : exchange.response().map(WireResponse::body).orElse(Bytes.EMPTY);
    return raw.isEmpty()
        ? Optional.empty()
        : Optional.of(new Content(inFront.secrets(), raw, body, inFront.lead() + info(exchange, raw)));
  }

  private String info(Exchange exchange, Bytes raw) {
    String tls = exchange.request().endpoint().tls() ? "tls" : "plain";
    boolean cut =
        side == Side.RESPONSE && exchange.failure().filter(it -> it.kind() == WireFailure.Kind.TOO_LARGE).isPresent();
    String through =
        side == Side.REQUEST
            ? exchange.route().proxy().map(it -> " " + texts.get("wire.through", it.toString())).orElse("")
            : "";
    return texts.get("wire.info." + side + "." + tls, raw.size()) + through + (cut ? " " + texts.get("wire.cut") : "");
  }

  private void render() {
    long mine = ++latest;
    Content content = shown;
    if (content == null) {
      made = null;
      view.showModes(false, false, false);
      view.showEmpty(texts.get(emptyKey()));
      return;
    }
    boolean indented = pretty && content.canBePretty;
    boolean clear = revealed;
    view.showModes(content.canBePretty, indented, clear);
    if (made != null && (made.content != content || (made.clear && !clear))) {
      // Neither another answer nor a secret stays in sight until the new text is made.
      made = null;
      view.showText(RawText.EMPTY, content.info);
    }
    background.run(
        () -> content.text(indented, clear),
        text -> {
          if (mine == latest) {
            made = new Made(content, text, indented, clear);
            view.showText(text, content.info);
          }
        },
        fault -> {
          if (mine == latest) {
            made = null;
            view.showEmpty(fault.sentence(texts));
          }
        });
  }

  private String emptyKey() {
    String kind = workbench.result() instanceof Result.Finished ? "none" : "notRun";
    return "wire.empty." + side + "." + kind;
  }
}
