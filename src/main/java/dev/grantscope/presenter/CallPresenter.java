package dev.grantscope.presenter;

import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.CallPresets.Suggestion;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.presenter.CallRun.Answered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The API call tab: what this token may and may not do. The token goes to a new host only after a yes. */
public final class CallPresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final Errand errand;
  private final CallRun run;
  private final CallSuggestions suggestions;
  private final Texts texts;
  private final Map<UUID, Sheet> sheets = new HashMap<>();

  /** What the tab can show. */
  public interface View {
    void showForm(Form form);

    void showRows(List<Row> rows);

    /** Asks whether the token may be sent to a host; empty when not. */
    void showQuestion(Optional<String> question);

    /** Brings the answer as it came to the front. */
    void showExchange();
  }

  /**
   * The line with what is to be called.
   *
   * @param about how the URL is attested, what is wrong with it, or why nothing can be called
   * @param presets to choose from, as method and URL
   */
  public record Form(
      String method, String url, List<OptionsPresenter.Row> headers, String body, Notice about, boolean canCall, List<Choice> presets) {}

  /**
   * One call of the table.
   *
   * @param answer in a word, empty while it was not called with this token
   */
  public record Row(String method, String url, Tone tone, String answer, String meaning) {}

  /** What there is to one profile. */
  private static final class Sheet {
    private final CallLine line = new CallLine();
    private final CallTable table;
    private Optional<String> note = Optional.empty();
    private List<ApiCall> waiting = List.of();

    Sheet(CallTable table) {
      this.table = table;
    }
  }

  CallPresenter(View view, Workbench workbench, Discoveries discoveries, Errand errand, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.errand = errand;
    this.run = new CallRun(with);
    this.suggestions = new CallSuggestions(workbench, discoveries, with.catalog(), with.texts());
    this.texts = with.texts();
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  public void onMethod(String method) {
    change(it -> it.setMethod(method));
  }

  public void onUrl(String url) {
    change(it -> it.setUrl(url));
  }

  public void onHeaders(List<Entry> headers) {
    change(it -> it.setHeaders(headers));
  }

  public void onBody(String body) {
    change(it -> it.setBody(body));
  }

  /** A suggestion was chosen by its index. */
  public void onPreset(String index) {
    Suggestion chosen = suggestions.all().get(Integer.parseInt(index));
    change(it -> it.choose(chosen));
  }

  private void change(Consumer<CallLine> change) {
    Sheet sheet = sheet();
    change.accept(sheet.line);
    sheet.waiting = List.of();
    sheet.note = Optional.empty();
    show();
  }

  /** Calls what stands in the line. */
  public void onCall() {
    sheet().line.call().ifPresent(call -> ask(List.of(call)));
  }

  /** Calls what only reads in the table, one after the other. */
  public void onCallAll() {
    if (workbench.isBusy() || workbench.result().grant().isEmpty()) {
      return;
    }
    List<ApiCall> calls = sheet().table.callAll();
    show();
    ask(calls);
  }

  /** The admin lets the token go to the hosts that were asked about. */
  public void onYes() {
    List<ApiCall> calls = sheet().waiting;
    sheet().waiting = List.of();
    for (ApiCall call : calls) {
      if (!call.endpoint().isLoopback()) {
        workbench.update(
            workbench.selected().id(), it -> it.withApi(it.api().withHost(call.endpoint().host())));
      }
    }
    show();
    ask(calls);
  }

  public void onNo() {
    sheet().waiting = List.of();
    show();
  }

  private void ask(List<ApiCall> calls) {
    Optional<GrantRun> granted = workbench.result().grant();
    if (calls.isEmpty() || granted.isEmpty() || workbench.isBusy()) {
      return;
    }
    Sheet sheet = sheet();
    if (!newHosts(calls, granted.get()).isEmpty()) {
      sheet.waiting = calls;
      show();
      return;
    }
    UUID profile = workbench.selected().id();
    sheet.table.remember(calls, granted.get());
    sheet.note = Optional.empty();
    show();
    errand.begin(
        texts.get("call.doing"),
        (settings, cancellation) -> run.run(granted.get(), calls, settings, cancellation, it -> keep(sheet, it)),
        done -> {
          if (done.fetched() && workbench.find(profile).isPresent()) {
            workbench.finish(profile, new Result.Finished(done.run()));
            sheet.note = Optional.of(texts.get(done.run().token().isPresent() ? "call.fetched" : "call.notFetched"));
          }
          keep(sheet, done);
        });
  }

  private void keep(Sheet sheet, CallRun.Done done) {
    sheet.table.answered(done.run(), done.answers());
    show();
  }

  private List<String> newHosts(List<ApiCall> calls, GrantRun granted) {
    Profile profile = workbench.selected();
    return calls.stream()
        .map(ApiCall::endpoint)
        .filter(it -> !it.isLoopback())
        .map(Endpoint::host)
        .filter(it -> !it.equals(granted.request().endpoint().host()) && !profile.api().hosts().contains(it))
        .distinct()
        .toList();
  }

  /** A row was chosen: the Request and Response tabs show its exchange. */
  public void onRow(int index) {
    if (sheet().table.has(index)) {
      workbench.inspect(
          sheet()
              .table
              .answer(index)
              .map(Answered::answer)
              .map(it -> new Workbench.Inspected(texts.get("call.inspected", index + 1), it.exchange(), it.secrets())));
    }
  }

  /** Enter or a double click on a row. */
  public void onOpenRow(int index) {
    onRow(index);
    if (sheet().table.answer(index).isPresent()) {
      view.showExchange();
    }
  }

  public void onRemove(int index) {
    sheet().table.remove(index);
    show();
  }

  private Sheet sheet() {
    return sheets.computeIfAbsent(workbench.selected().id(), id -> new Sheet(new CallTable(id, workbench, texts)));
  }

  private void show() {
    Sheet sheet = sheet();
    suggestions.all().stream().findFirst().ifPresent(sheet.line::suggest);
    view.showForm(form(sheet));
    view.showRows(sheet.table.rows());
    view.showQuestion(
        workbench
            .result()
            .grant()
            .filter(_ -> !sheet.waiting.isEmpty())
            .map(granted -> texts.get("call.question", String.join(", ", newHosts(sheet.waiting, granted)))));
  }

  private Form form(Sheet sheet) {
    CallLine line = sheet.line;
    return new Form(
        line.method(),
        line.url(),
        line.headers().stream().map(this::row).toList(),
        line.body(),
        sheet.note.map(it -> new Notice(Tone.ATTENTION, it)).orElseGet(() -> suggestions.about(line.url())),
        workbench.result().grant().isPresent() && line.call().isPresent(),
        suggestions.choices());
  }

  private OptionsPresenter.Row row(Entry entry) {
    return new OptionsPresenter.Row(
        entry.name(),
        entry.value(),
        CallLine.isForbidden(entry) ? Optional.of(texts.get("call.header.bad")) : Optional.empty());
  }

  @Override
  public void onSelected() {
    show();
  }

  @Override
  public void onDraft() {
    show();
  }

  @Override
  public void onResult() {
    sheet().waiting = List.of();
    show();
  }
}
