package dev.grantscope.presenter;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.ApiCallService;
import dev.grantscope.core.api.CallPresets;
import dev.grantscope.core.api.CallPresets.Suggestion;
import dev.grantscope.core.api.CallVerdict;
import dev.grantscope.core.discovery.TenantConfiguration;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.token.TokenTimes;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The API call tab: what this token may and may not do. The token goes to a new host only after a yes. */
public final class CallPresenter implements WorkbenchListener {
  private static final int MOST_CALLS = 50;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final View view;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final Errand errand;
  private final ApiCallService service;
  private final GrantService grants;
  private final ProviderCatalog catalog;
  private final CallPresets presets = CallPresets.builtIn();
  private final CallVerdict verdict;
  private final Background background;
  private final Texts texts;
  private final Clock clock;
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

  private static final class Sheet {
    private String method = "GET";
    private String url = "";
    private boolean typed;
    private List<Entry> headers = List.of();
    private String body = "";
    private Optional<String> note = Optional.empty();
    private Optional<GrantRun> run = Optional.empty();
    private final Map<ApiUse.Call, Answered> answers = new HashMap<>();
    private List<ApiCall> waiting = List.of();
    /** Calls that are not kept, since a secret stands in their URL, and how they are shown. */
    private final Map<ApiUse.Call, String> passing = new LinkedHashMap<>();
    /** What Call all did not call, until it is called by itself. */
    private final Set<ApiUse.Call> leftOut = new HashSet<>();
  }

  /** An answer with its words, which are made off the UI thread, once: whatever of the server stands in them was redacted. */
  private record Answered(ApiAnswer answer, Tone tone, String word, String meaning) {}

  /** What came of the calls, and of the token that was fetched for them where the old one had expired. */
  private record Done(GrantRun run, boolean fetched, List<Answered> answers) {}

  CallPresenter(View view, Workbench workbench, Discoveries discoveries, Errand errand, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.errand = errand;
    this.service = with.tokens().calls();
    this.grants = with.grants();
    this.catalog = with.catalog();
    this.verdict = new CallVerdict(with.texts());
    this.background = with.background();
    this.texts = with.texts();
    this.clock = with.clock();
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  public void onMethod(String method) {
    sheet().method = method;
    changed();
  }

  public void onUrl(String url) {
    sheet().url = url;
    sheet().typed = true;
    changed();
  }

  public void onHeaders(List<Entry> headers) {
    sheet().headers = List.copyOf(headers);
    changed();
  }

  public void onBody(String body) {
    sheet().body = body;
    changed();
  }

  /** A suggestion was chosen by its index. */
  public void onPreset(String index) {
    Suggestion chosen = suggestions().get(Integer.parseInt(index));
    sheet().method = chosen.method();
    sheet().url = chosen.url();
    sheet().typed = true;
    changed();
  }

  private void changed() {
    sheet().waiting = List.of();
    sheet().note = Optional.empty();
    show();
  }

  /** Calls what stands in the line. */
  public void onCall() {
    call(sheet()).ifPresent(call -> ask(List.of(call)));
  }

  /** Calls what only reads in the table, one after the other; what changes something is called by itself, with its body. */
  public void onCallAll() {
    if (workbench.isBusy() || workbench.result().grant().isEmpty()) {
      return;
    }
    calls().stream().filter(it -> !READING.contains(it.method())).forEach(sheet().leftOut::add);
    show();
    ask(
        calls().stream()
            .filter(it -> READING.contains(it.method()))
            .map(it -> Endpoint.ifValid(it.url()).map(endpoint -> new ApiCall(it.method(), endpoint, List.of(), "")))
            .flatMap(Optional::stream)
            .toList());
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
    Optional<GrantRun> run = workbench.result().grant();
    if (calls.isEmpty() || run.isEmpty() || workbench.isBusy()) {
      return;
    }
    if (!newHosts(calls, run.get()).isEmpty()) {
      sheet().waiting = calls;
      show();
      return;
    }
    Profile profile = workbench.selected();
    remember(calls, run.get());
    sheet().note = Optional.empty();
    show();
    errand.begin(
        texts.get("call.doing"),
        (settings, cancellation) -> work(profile.id(), run.get(), calls, settings, cancellation),
        done -> onDone(profile.id(), done));
  }

  private List<String> newHosts(List<ApiCall> calls, GrantRun run) {
    Profile profile = workbench.selected();
    return calls.stream()
        .map(ApiCall::endpoint)
        .filter(it -> !it.isLoopback())
        .map(Endpoint::host)
        .filter(it -> !it.equals(run.request().endpoint().host()) && !profile.api().hosts().contains(it))
        .distinct()
        .toList();
  }

  /** Keeps what is called, without headers and body, which may hold a secret; a URL that holds one stays only while the window is open. */
  private void remember(List<ApiCall> calls, GrantRun run) {
    Redaction redaction = Redaction.of(Stream.concat(run.secrets().stream(), Stream.of(token(run))).toList());
    List<ApiUse.Call> all = new ArrayList<>(kept());
    for (ApiCall call : calls) {
      ApiUse.Call it = key(call);
      String shown = redaction.redact(it.url());
      if (all.contains(it) || calls().size() >= MOST_CALLS) {
        continue;
      }
      if (shown.equals(it.url())) {
        all.add(it);
      } else {
        sheet().passing.put(it, shown);
      }
    }
    workbench.update(workbench.selected().id(), it -> it.withApi(it.api().withCalls(all)));
  }

  private Done work(UUID id, GrantRun before, List<ApiCall> calls, WireSettings settings, Cancellation cancellation) {
    boolean over = times(before).isOver(clock.instant());
    GrantRun run = over ? grants.run(before.request(), settings, cancellation, WireListener.NONE) : before;
    List<Answered> answers = new ArrayList<>();
    if (run.outcome() instanceof Granted granted) {
      for (ApiCall call : calls) {
        if (cancellation.isCancelled()) {
          break;
        }
        Secret token = granted.response().accessToken();
        answers.add(answered(service.call(call, token, run.secrets(), settings, cancellation, WireListener.NONE)));
        List<Answered> soFar = List.copyOf(answers);
        background.onUi(
            () -> {
              if (!cancellation.isCancelled()) {
                keep(id, run, soFar);
                show();
              }
            });
      }
    }
    return new Done(run, over, answers);
  }

  private Answered answered(ApiAnswer answer) {
    return new Answered(answer, CallVerdict.tone(answer.meaning()), verdict.word(answer), verdict.meaning(answer));
  }

  private void onDone(UUID id, Done done) {
    Sheet sheet = sheets.computeIfAbsent(id, _ -> new Sheet());
    if (done.fetched() && workbench.find(id).isPresent()) {
      workbench.finish(id, new Result.Finished(done.run()), RunPresenter.sign(done.run()));
      boolean got = done.run().outcome() instanceof Granted;
      sheet.note = Optional.of(texts.get(got ? "call.fetched" : "call.notFetched"));
    }
    keep(id, done.run(), done.answers());
    show();
  }

  private void keep(UUID id, GrantRun run, List<Answered> answers) {
    Sheet sheet = sheets.computeIfAbsent(id, _ -> new Sheet());
    if (!sheet.run.filter(it -> new Result.Finished(it).isOf(run)).isPresent()) {
      sheet.answers.clear();
      sheet.run = Optional.of(run);
    }
    for (Answered it : answers) {
      sheet.answers.put(key(it.answer().call()), it);
      sheet.leftOut.remove(key(it.answer().call()));
    }
  }

  private static TokenTimes times(GrantRun run) {
    Instant receivedAt = run.exchange().startedAt().plus(run.exchange().elapsed());
    return run.outcome() instanceof Granted granted
        ? TokenTimes.of(granted.response().jwt(), granted.response().expiresIn(), receivedAt)
        : TokenTimes.of(Optional.empty(), OptionalLong.empty(), receivedAt);
  }

  /** A row was chosen: the Request and Response tabs show its exchange, and the line what it calls. */
  public void onRow(int index) {
    if (index < 0 || index >= calls().size()) {
      return;
    }
    Optional<ApiAnswer> answer = answer(calls().get(index)).map(Answered::answer);
    workbench.inspect(
        answer.map(it -> new Workbench.Inspected(texts.get("call.inspected", index + 1), it.exchange(), it.secrets())));
  }

  /** Enter or a double click on a row. */
  public void onOpenRow(int index) {
    onRow(index);
    if (index >= 0 && index < calls().size() && answer(calls().get(index)).isPresent()) {
      view.showExchange();
    }
  }

  public void onRemove(int index) {
    if (index >= 0 && index < calls().size()) {
      ApiUse.Call removed = calls().get(index);
      List<ApiUse.Call> left = kept().stream().filter(it -> !it.equals(removed)).toList();
      sheet().passing.remove(removed);
      workbench.update(workbench.selected().id(), it -> it.withApi(it.api().withCalls(left)));
      show();
    }
  }

  private Optional<Answered> answer(ApiUse.Call call) {
    Sheet sheet = sheet();
    return sheet.run.filter(run -> workbench.result().isOf(run)).map(_ -> sheet.answers.get(call));
  }

  private static ApiUse.Call key(ApiCall call) {
    return new ApiUse.Call(call.method(), call.endpoint().text());
  }

  private static Secret token(GrantRun run) {
    return ((Granted) run.outcome()).response().accessToken();
  }

  private List<ApiUse.Call> calls() {
    return Stream.concat(kept().stream(), sheet().passing.keySet().stream()).toList();
  }

  /** The practice tenant listens where there was room. */
  private List<ApiUse.Call> kept() {
    Profile profile = workbench.selected();
    Optional<Endpoint> token = Endpoint.ifValid(profile.draft().tokenUrl());
    return profile.draft().provider().equals(Practice.PROVIDER) && token.isPresent()
        ? profile.api().calls().stream()
            .map(it -> new ApiUse.Call(it.method(), Practice.at("http://" + token.get().authority(), it.url())))
            .toList()
        : profile.api().calls();
  }

  private Sheet sheet() {
    return sheets.computeIfAbsent(workbench.selected().id(), _ -> new Sheet());
  }

  private static List<Header> headers(Sheet sheet) {
    return sheet.headers.stream()
        .filter(it -> !it.name().isBlank() || !it.value().isBlank())
        .map(it -> new Header(it.name(), it.value().strip()))
        .toList();
  }

  /** What stands in the line, when it can be sent as it is. */
  private static Optional<ApiCall> call(Sheet sheet) {
    List<Header> headers = headers(sheet);
    return Header.isToken(sheet.method) && headers.stream().allMatch(ApiCall::isAllowed) && Secret.of(sheet.body).isWellFormed()
        ? Endpoint.ifValid(sheet.url).map(endpoint -> new ApiCall(sheet.method, endpoint, headers, sheet.body))
        : Optional.empty();
  }

  private List<Suggestion> suggestions() {
    ProfileDraft draft = workbench.draft();
    Optional<String> api =
        workbench.result().grant().flatMap(CallPresets::apiOf).or(() -> discoveries.tenant().flatMap(TenantConfiguration::apiEndpoint));
    return presets.of(catalog.byId(draft.provider()), draft.region(), draft.tokenUrl(), api);
  }

  private void show() {
    Sheet sheet = sheet();
    List<Suggestion> suggestions = suggestions();
    if (!sheet.typed && !suggestions.isEmpty()) {
      sheet.url = suggestions.getFirst().url();
      sheet.method = suggestions.getFirst().method();
    }
    List<Choice> choices = new ArrayList<>();
    for (Suggestion it : suggestions) {
      choices.add(new Choice(Integer.toString(choices.size()), VisibleText.of(it.method() + " " + it.url(), 120)));
    }
    boolean token = workbench.result().grant().isPresent();
    view.showForm(
        new Form(
            sheet.method,
            sheet.url,
            sheet.headers.stream().map(this::row).toList(),
            sheet.body,
            about(sheet, suggestions, token),
            token && call(sheet).isPresent(),
            choices));
    view.showRows(calls().stream().map(this::row).toList());
    view.showQuestion(
        workbench
            .result()
            .grant()
            .filter(_ -> !sheet.waiting.isEmpty())
            .map(run -> texts.get("call.question", String.join(", ", newHosts(sheet.waiting, run)))));
  }

  private OptionsPresenter.Row row(Entry entry) {
    boolean blank = entry.name().isBlank() && entry.value().isBlank();
    return new OptionsPresenter.Row(
        entry.name(),
        entry.value(),
        blank || ApiCall.isAllowed(new Header(entry.name(), entry.value().strip()))
            ? Optional.empty()
            : Optional.of(texts.get("call.header.bad")));
  }

  private Row row(ApiUse.Call call) {
    Optional<Answered> answer = answer(call);
    String meaning = answer.map(Answered::meaning).orElse("");
    return new Row(
        VisibleText.of(call.method(), 20),
        VisibleText.of(sheet().passing.getOrDefault(call, call.url()), 300),
        answer.map(Answered::tone).orElse(Tone.QUIET),
        answer.map(Answered::word).orElse(texts.get("call.word.none")),
        sheet().leftOut.contains(call) ? (texts.get("call.leftOut", VisibleText.of(call.method(), 20)) + " " + meaning).strip() : meaning);
  }

  private Notice about(Sheet sheet, List<Suggestion> suggestions, boolean token) {
    if (sheet.note.isPresent()) {
      return new Notice(Tone.ATTENTION, sheet.note.get());
    }
    if (!token) {
      return new Notice(Tone.QUIET, texts.get("call.noToken"));
    }
    if (sheet.url.contains("{api}")) {
      return new Notice(Tone.ATTENTION, texts.get("call.apiUnknown"));
    }
    if (Endpoint.ifValid(sheet.url).isEmpty()) {
      return new Notice(sheet.url.isEmpty() ? Tone.QUIET : Tone.ATTENTION, texts.get(sheet.url.isEmpty() ? "call.empty" : "call.url.bad"));
    }
    return suggestions.stream()
        .filter(it -> it.url().equals(sheet.url))
        .findFirst()
        .map(it -> new Notice(Tone.QUIET, texts.of("call.attestation", it.attestation())))
        .orElseGet(() -> new Notice(Tone.QUIET, texts.get("call.typed")));
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
