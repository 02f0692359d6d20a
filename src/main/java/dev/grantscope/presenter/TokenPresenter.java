package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.render.RawText;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.token.TokenClaims;
import dev.grantscope.core.token.TokenContent;
import dev.grantscope.core.token.TokenTimes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The Token tab: what stands in the access token, for how long it is good, and the token itself on explicit request. */
public final class TokenPresenter implements WorkbenchListener {
  private static final Duration TICK = Duration.ofSeconds(1);

  private final View view;
  private final Workbench workbench;
  private final TokenWords words;
  private final Background background;
  private final Clipboard clipboard;
  private final Texts texts;
  private final Clock clock;
  private @Nullable Sheet shown;
  private Background.@Nullable Timer timer;
  private boolean front;
  private boolean revealed;
  private long latest;

  /** What the tab can show. */
  public interface View {
    /** Instead of a token, what there is to say. */
    void showNothing(String text);

    /**
     * The token.
     *
     * @param left how many rows there was no room for
     */
    void showToken(String title, String note, List<Row> rows, int left);

    void showLifetime(Notice lifetime);

    /** The token itself instead of its members; empty to hide it again. */
    void showRaw(Optional<RawText> token);
  }

  /**
   * One member of the header or of the claims.
   *
   * @param time in words where it is a time, else empty
   * @param meaning empty where nobody defines it
   */
  public record Row(String part, String name, String value, String time, String meaning) {}

  private record Sheet(GrantRun run, TokenResponse response, TokenContent content, TokenClaims claims, TokenTimes times) {
    static Sheet of(GrantRun run) {
      TokenResponse response = run.token().orElseThrow();
      TokenContent content = TokenContent.of(response.accessToken().reveal());
      return new Sheet(
          run,
          response,
          content,
          TokenClaims.of(content),
          TokenTimes.of(content.readable(), response.expiresIn(), run.exchange().endedAt()));
    }

    Redaction redaction() {
      return Redaction.of(run.secrets());
    }
  }

  private record Page(Sheet sheet, String title, List<Row> rows) {}

  TokenPresenter(View view, Workbench workbench, TokenWords words, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.words = words;
    this.background = with.background();
    this.clipboard = with.clipboard();
    this.texts = with.texts();
    this.clock = with.clock();
    workbench.addListener(this);
    onResult();
  }

  /** The tab came to the front or went: only there the lifetime ticks. */
  public void onFront(boolean now) {
    front = now;
    tick();
  }

  /** The admin asked to see the token, or to hide it again. */
  public void onReveal(boolean wanted) {
    revealed = wanted && shown != null;
    view.showRaw(
        Optional.ofNullable(shown).filter(_ -> revealed).map(it -> RawText.of(it.response().accessToken().reveal())));
  }

  /** Copies header and claims without secrets. */
  public void onCopyClaims() {
    Sheet sheet = shown;
    if (sheet != null && !sheet.claims().json().isEmpty()) {
      background.run(() -> RawText.forClipboard(sheet.redaction().redact(sheet.claims().json())), clipboard::put);
    }
  }

  /** Copies the token itself, as asked for. */
  public void onCopyToken() {
    if (shown != null) {
      clipboard.putSecret(shown.response().accessToken().reveal());
    }
  }

  /** Copies a part of the token that is shown. */
  public void onCopySelection(String text) {
    clipboard.putSecret(RawText.forClipboard(text));
  }

  @Override
  public void onSelected() {
    onResult();
  }

  @Override
  public void onResult() {
    long mine = ++latest;
    shown = null;
    onReveal(false);
    Optional<GrantRun> run = workbench.result().grant();
    if (run.isEmpty()) {
      view.showNothing(texts.get(workbench.result() instanceof Result.None ? "token.notRun" : "token.none"));
      return;
    }
    background.run(
        () -> {
          Sheet sheet = Sheet.of(run.get());
          Redaction redaction = sheet.redaction();
          return new Page(
              sheet, words.title(sheet.content(), redaction), words.rows(sheet.claims(), redaction, clock.instant()));
        },
        page -> {
          if (mine == latest) {
            show(page);
          }
        });
  }

  private void show(Page page) {
    shown = page.sheet();
    view.showToken(
        page.title(), words.note(page.sheet().content()), page.rows(), TokenWords.left(page.sheet().claims()));
    tick();
  }

  private void tick() {
    if (timer != null) {
      timer.cancel();
      timer = null;
    }
    if (shown != null) {
      view.showLifetime(words.lifetime(shown.times(), clock.instant()));
      if (front && shown.times().until().isPresent()) {
        timer = background.after(TICK, this::tick);
      }
    }
  }
}
