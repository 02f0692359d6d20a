package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeComparison.Row;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The banner and the Scope tab: what the run came to, and asked beside granted. */
public final class ResultPresenter implements WorkbenchListener {
  /** More scopes than this no table makes clear; they are in the response. */
  private static final int MOST_ROWS = 1000;

  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Runnable run;
  private final Clipboard clipboard;
  private final Texts texts;
  private final Verdict verdict;

  /** What the result area can show. */
  public interface View {
    void showBanner(Tone tone, String title, String detail, Optional<String> action);

    /** The table, and under it how we know. */
    void showScopes(List<ScopeRow> rows, String howWeKnow);

    /** Instead of a table, what there is to say. */
    void showNoScopes(String text);

    /** Where the answer departs from the RFCs without losing its meaning. */
    void showNotes(List<String> notes);
  }

  /** One scope, what became of it in one word, and what that means. */
  public record ScopeRow(String scope, ScopeComparison.Result result, String word, String meaning) {}

  ResultPresenter(
      View view, Workbench workbench, SecretDesk secrets, Runnable run, Clipboard clipboard, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.run = run;
    this.clipboard = clipboard;
    this.texts = texts;
    this.verdict = new Verdict(texts);
    workbench.addListener(this);
    onResult();
  }

  /** The banner's button: asks the keyring again and runs. */
  public void onAction() {
    secrets.onRetry();
    run.run();
  }

  /** Puts the table on the clipboard, tab-separated. */
  public void onCopyTable() {
    granted()
        .ifPresent(
            it ->
                clipboard.put(
                    rows(it).stream()
                        .map(row -> row.scope() + "\t" + row.word() + "\t" + row.meaning())
                        .collect(Collectors.joining("\n", "", "\n"))));
  }

  @Override
  public void onSelected() {
    onResult();
  }

  @Override
  public void onResult() {
    Result result = workbench.result();
    Verdict.Banner banner = banner(result);
    view.showBanner(
        banner.tone(),
        banner.title(),
        banner.detail(),
        result instanceof Result.NoSecret ? Optional.of(texts.get("banner.retryKeyring")) : Optional.empty());
    view.showNotes(notes(result));
    granted()
        .ifPresentOrElse(
            it -> {
              if (it.scopes().rows().isEmpty()) {
                view.showNoScopes(texts.get("scopes.noneAskedNoneStated"));
              } else {
                view.showScopes(rows(it), texts.of("scopes.howWeKnow", it.scopes().source()));
              }
            },
            () -> view.showNoScopes(texts.get(result instanceof Result.None ? "scopes.notRun" : "scopes.noToken")));
  }

  private Verdict.Banner banner(Result result) {
    return switch (result) {
      case Result.None _ -> banner(Tone.QUIET, "verdict.none");
      case Result.NotSent it ->
          new Verdict.Banner(
              Tone.BAD,
              it.inProfile() > 0
                  ? texts.get("verdict.notSent", it.inProfile(), it.inSettings())
                  : texts.get("verdict.notSent.settings", it.inSettings()),
              texts.get("verdict.notSent.detail", it.inOptions(), it.inSettings()));
      case Result.NoSecret noSecret -> new Verdict.Banner(Tone.BAD, texts.get("verdict.noSecret"), noSecret.reason());
      case Result.NoPractice _ -> banner(Tone.BAD, "verdict.noPractice");
      case Result.Faulted it ->
          new Verdict.Banner(
              Tone.BAD,
              texts.get(it.unsent() ? "verdict.fault.unsent" : "verdict.fault"),
              texts.get(it.unsent() ? "verdict.fault.unsent.detail" : "verdict.fault.detail", it.fault().kind(), it.fault().place()));
      case Result.Ended ended -> verdict.cancelled(ended.phase());
      case Result.Finished finished -> banner(finished);
    };
  }

  /** The cause says more than the answer, once it is proved. */
  private Verdict.Banner banner(Result.Finished finished) {
    Verdict.Banner answer = verdict.of(finished.run());
    return finished
        .cause()
        .map(it -> new Verdict.Banner(answer.tone(), it.sentence(), texts.get("banner.cause", answer.title())))
        .orElse(answer);
  }

  private Verdict.Banner banner(Tone tone, String key) {
    return new Verdict.Banner(tone, texts.get(key), texts.get(key + ".detail"));
  }

  private Optional<Granted> granted() {
    return workbench.result() instanceof Result.Finished finished && finished.run().outcome() instanceof Granted granted
        ? Optional.of(granted)
        : Optional.empty();
  }

  /** A server may say a secret back, anywhere. */
  private Redaction redaction() {
    return Redaction.of(workbench.result() instanceof Result.Finished finished ? finished.run().secrets() : List.of());
  }

  private List<ScopeRow> rows(Granted granted) {
    List<Row> first = granted.scopes().rows().stream().limit(MOST_ROWS).toList();
    ScopeComparison shown = new ScopeComparison(first, granted.scopes().source());
    return shown.withScopes(redaction().redactAll(shown.scopes())).rows().stream().map(row -> row(row, shown.source())).toList();
  }

  private ScopeRow row(Row row, ScopeSource source) {
    String meaning =
        row.result() == ScopeComparison.Result.MISSING && source != ScopeSource.RESPONSE
            ? texts.get("scope.meaning.MISSING.jwt")
            : texts.of("scope.meaning", row.result());
    return new ScopeRow(
        VisibleText.of(row.scope(), 200), row.result(), texts.of("scope.result", row.result()), meaning);
  }

  private List<String> notes(Result result) {
    if (!(result instanceof Result.Finished finished)) {
      return List.of();
    }
    GrantRun done = finished.run();
    Redaction redaction = redaction();
    int left = done.outcome() instanceof Granted granted ? granted.scopes().rows().size() - MOST_ROWS : 0;
    return Stream.concat(
            left > 0 ? Stream.of(texts.get("scopes.more", left)) : Stream.of(),
            done.notes().stream()
                .map(note -> texts.of("note", note.kind(), VisibleText.of(redaction.redact(note.detail()), 80))))
        .toList();
  }
}
