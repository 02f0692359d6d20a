package dev.grantscope.presenter;

import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.ApiUse;
import dev.grantscope.core.profile.ApiUse.Call;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.presenter.CallPresenter.Row;
import dev.grantscope.presenter.CallRun.Answered;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The calls of one profile, and what each was answered with the token of its last run. */
final class CallTable {
  private static final int MOST_CALLS = 50;
  private static final Set<String> READING = Set.of("GET", "HEAD");

  private final UUID profile;
  private final Workbench workbench;
  private final Texts texts;
  private final Map<Call, Answered> answers = new HashMap<>();
  private Optional<GrantRun> run = Optional.empty();
  /** Calls that are not kept, since a secret stands in their URL, and how they are shown. */
  private final Map<Call, String> passing = new LinkedHashMap<>();
  /** What Call all did not call, until it is called by itself. */
  private final Set<Call> leftOut = new HashSet<>();

  CallTable(UUID profile, Workbench workbench, Texts texts) {
    this.profile = profile;
    this.workbench = workbench;
    this.texts = texts;
  }

  /** Keeps what is called, without headers and body, which may hold a secret; a URL that holds one stays only while the window is open. */
  void remember(List<ApiCall> called, GrantRun with) {
    Redaction redaction = Redaction.of(with.secrets());
    List<Call> all = new ArrayList<>(kept());
    for (ApiCall call : called) {
      Call it = key(call);
      String shown = redaction.redact(it.url());
      if (all.contains(it) || calls().size() >= MOST_CALLS) {
        continue;
      }
      if (shown.equals(it.url())) {
        all.add(it);
      } else {
        passing.put(it, shown);
      }
    }
    keep(all);
  }

  private void keep(List<Call> calls) {
    workbench.update(profile, it -> it.withApi(it.api().withCalls(calls)));
  }

  /** What only reads can be called all together; what changes something is called by itself, with its body. */
  List<ApiCall> callAll() {
    calls().stream().filter(it -> !READING.contains(it.method())).forEach(leftOut::add);
    return calls().stream()
        .filter(it -> READING.contains(it.method()))
        .flatMap(it -> Endpoint.ifValid(it.url()).map(endpoint -> new ApiCall(it.method(), endpoint, List.of(), "")).stream())
        .toList();
  }

  /** Answers with the token of this run; those of another count no longer. */
  void answered(GrantRun with, List<Answered> came) {
    if (!run.filter(it -> new Result.Finished(it).isOf(with)).isPresent()) {
      answers.clear();
      run = Optional.of(with);
    }
    for (Answered it : came) {
      answers.put(key(it.answer().call()), it);
      leftOut.remove(key(it.answer().call()));
    }
  }

  boolean has(int index) {
    return index >= 0 && index < calls().size();
  }

  /** The answer of that row, with the token that is there now. */
  Optional<Answered> answer(int index) {
    return has(index) ? answer(calls().get(index)) : Optional.empty();
  }

  private Optional<Answered> answer(Call call) {
    return run.filter(it -> workbench.result().isOf(it)).map(_ -> answers.get(call));
  }

  void remove(int index) {
    if (has(index)) {
      Call removed = calls().get(index);
      passing.remove(removed);
      keep(kept().stream().filter(it -> !it.equals(removed)).toList());
    }
  }

  List<Row> rows() {
    return calls().stream().map(this::row).toList();
  }

  private Row row(Call call) {
    Optional<Answered> answer = answer(call);
    String method = VisibleText.of(call.method(), 20);
    String meaning = answer.map(Answered::meaning).orElse("");
    return new Row(
        method,
        VisibleText.of(passing.getOrDefault(call, call.url()), 300),
        answer.map(Answered::tone).orElse(Tone.QUIET),
        answer.map(Answered::word).orElse(texts.get("call.word.none")),
        leftOut.contains(call) ? (texts.get("call.leftOut", method) + " " + meaning).strip() : meaning);
  }

  private static Call key(ApiCall call) {
    return new Call(call.method(), call.endpoint().text());
  }

  private List<Call> calls() {
    return Stream.concat(kept().stream(), passing.keySet().stream()).toList();
  }

  /** The practice tenant listens where there was room. */
  private List<Call> kept() {
    Profile owner = workbench.find(profile).orElseThrow();
    ApiUse api = owner.api();
    Optional<Endpoint> token = Endpoint.ifValid(owner.draft().tokenUrl());
    return owner.draft().provider().equals(Practice.PROVIDER) && token.isPresent()
        ? api.calls().stream().map(it -> new Call(it.method(), Practice.at("http://" + token.get().authority(), it.url()))).toList()
        : api.calls();
  }
}
