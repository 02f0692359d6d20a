package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Candidate;
import dev.grantscope.core.discovery.DiscoveryWords;
import dev.grantscope.core.discovery.RegionAnswer;
import dev.grantscope.core.discovery.RegionAnswer.Sign;
import dev.grantscope.core.discovery.RegionSurvey;
import dev.grantscope.core.discovery.TenantConfiguration;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Cancellation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Which region is mine? All regions of a provider, listed before anything is sent, then asked without credentials.
 *
 * <p>An answer shows that something lives there. Only CXone's tenant discovery tells whose it is.
 */
public final class SurveyPresenter implements FinderView.Actions {
  private final Supplier<FinderView> view;
  private final FinderWire wire;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final FormUndo undo;
  private final RegionSurvey survey;
  private final DiscoveryWords words;
  private final Background background;
  private final Sending sending;
  private final Texts texts;
  private final Map<UUID, String> tenantIds = new HashMap<>();
  private final Map<Candidate, RegionAnswer> answers = new HashMap<>();
  private List<Candidate> candidates = List.of();
  private boolean byTenant;
  private String provider = "";
  private int chosen = -1;

  SurveyPresenter(Supplier<FinderView> view, Workbench workbench, Discoveries discoveries, FormUndo undo, Sending sending, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.undo = undo;
    this.sending = sending;
    this.survey = new RegionSurvey(with.discovery(), with.grants());
    this.background = with.background();
    this.texts = with.texts();
    this.words = new DiscoveryWords(texts);
    this.wire = new FinderWire(view, with);
  }

  /** What of a provider can be asked: its listed regions that have a URL. */
  static List<Candidate> candidates(Provider of) {
    return of.regions().stream()
        .flatMap(region -> of.tokenUrl(region.id()).flatMap(url -> Candidate.of(region.id(), region.label(), url)).stream())
        .toList();
  }

  /** The other regions of a practice scenario, where the tenant listens. */
  static List<Candidate> candidates(String scenario, List<Practice.Region> regions, String base) {
    return regions.stream()
        .flatMap(it -> Candidate.of(scenario, it.name(), Practice.at(base, it.tokenUrl())).stream())
        .toList();
  }

  /** Lists who would be asked; sends nothing. */
  void open(Provider of, List<Candidate> regions) {
    candidates = regions;
    provider = of.id();
    byTenant = of.discovery() == Provider.Discovery.CXONE_TENANT;
    answers.clear();
    chosen = -1;
    view.get().showScopes(List.of());
    view.get().showHead(new Notice(Tone.QUIET, texts.get(byTenant ? "survey.intro.tenant" : "survey.intro", candidates.size())));
    showTenant(Optional.empty());
    view.get().open(texts.get("survey.title"));
    show();
  }

  private String tenantId() {
    return byTenant ? tenantIds.getOrDefault(workbench.selected().id(), "") : "";
  }

  private void showTenant(Optional<String> problem) {
    view.get().showTenant(byTenant ? Optional.of(tenantId()) : Optional.empty(), problem);
  }

  @Override
  public void onCopy(String text) {
    wire.copy(text);
  }

  @Override
  public void onTenant(String tenantId) {
    tenantIds.put(workbench.selected().id(), tenantId);
    showTenant(Optional.empty());
  }

  @Override
  public void onAsk() {
    String tenantId = tenantId().strip();
    if (sending.isRunning() || candidates.isEmpty()) {
      return;
    }
    if (!tenantId.isEmpty() && !TenantConfiguration.isTenantId(tenantId)) {
      showTenant(Optional.of(texts.get("survey.tenant.problem")));
      return;
    }
    answers.clear();
    chosen = -1;
    wire.show(List.of());
    view.get().showHead(new Notice(Tone.QUIET, texts.get("survey.running")));
    List<Candidate> asked = candidates;
    sending.begin(
        (settings, cancellation) ->
            survey.survey(
                asked,
                Optional.of(tenantId).filter(it -> !it.isEmpty()),
                settings,
                cancellation,
                answer -> background.onUi(() -> onAnswer(cancellation, answer))),
        _ -> stopped(conclusion(!tenantId.isEmpty())),
        why -> stopped(new Notice(Tone.ATTENTION, why)));
    show();
  }

  private void stopped(Notice head) {
    view.get().showHead(head);
    show();
  }

  private void onAnswer(Cancellation cancellation, RegionAnswer answer) {
    if (sending.isWanted(cancellation)) {
      answers.put(answer.candidate(), answer);
      if (answer.sign() instanceof Sign.Tenant) {
        chosen = candidates.indexOf(answer.candidate());
        wire.show(answer.exchanges());
      }
      show();
    }
  }

  private Notice conclusion(boolean tenantKnown) {
    if (!tenantKnown) {
      return new Notice(Tone.QUIET, texts.get("survey.done"));
    }
    if (answers.values().stream().allMatch(it -> it.sign() instanceof Sign.NotReached)) {
      return new Notice(Tone.BAD, texts.get("survey.done.noneReached"));
    }
    boolean found = answers.values().stream().anyMatch(it -> it.sign() instanceof Sign.Tenant);
    return new Notice(found ? Tone.GOOD : Tone.ATTENTION, texts.get(found ? "survey.done.tenant" : "survey.done.noTenant"));
  }

  private void show() {
    view.get().showRows(candidates.stream().map(this::row).toList(), chosen);
    boolean isRunning = sending.isRunning();
    view.get().showActions(
        isRunning,
        isRunning ? Optional.empty() : Optional.of(texts.get(answers.isEmpty() ? "survey.ask" : "finder.again")),
        isRunning || chosen < 0 ? Optional.empty() : Optional.of(texts.get("survey.use")));
  }

  private FinderView.Row row(Candidate candidate) {
    RegionAnswer answer = answers.get(candidate);
    String host = provider.equals(Practice.PROVIDER) ? candidate.endpoint().text() : candidate.endpoint().hostHeader();
    if (answer == null) {
      return new FinderView.Row(Tone.QUIET, candidate.label(), host, !sending.isRunning() ? "" : texts.get("survey.waiting"), "");
    }
    Tone tone =
        switch (answer.sign()) {
          case Sign.Tenant _ -> Tone.GOOD;
          case Sign.NotReached _ -> Tone.BAD;
          case Sign.Other _ -> Tone.ATTENTION;
          case Sign.Described _, Sign.OAuth _, Sign.NoTenant _, Sign.Cancelled _ -> Tone.QUIET;
        };
    return new FinderView.Row(tone, candidate.label(), host, words.region(answer), Durations.shown(answer.elapsed(), texts));
  }

  @Override
  public void onRow(int index) {
    if (index == chosen || index >= candidates.size()) {
      return;
    }
    chosen = index;
    RegionAnswer answer = index < 0 ? null : answers.get(candidates.get(index));
    wire.show(answer == null ? List.of() : answer.exchanges());
    show();
  }

  @Override
  public void onUse() {
    if (chosen < 0 || sending.isRunning()) {
      return;
    }
    Candidate candidate = candidates.get(chosen);
    undo.change(draft -> draft.withProvider(provider, candidate.region(), candidate.endpoint().text()));
    RegionAnswer answer = answers.get(candidate);
    if (answer != null && answer.sign() instanceof Sign.Tenant tenant) {
      discoveries.found(workbench.selected().id(), tenant.configuration());
    } else if (answer != null && answer.sign() instanceof Sign.Described described) {
      discoveries.found(workbench.selected().id(), described.metadata());
    }
    view.get().close();
  }

  @Override
  public void onScope(String scope, boolean wanted) {
    // Regions offer no scopes.
  }

  @Override
  public void onCancel() {
    if (sending.cancel()) {
      stopped(new Notice(Tone.QUIET, texts.get("answer.cancelled")));
    }
  }

  /** It was taken away; what is running ends. */
  public void onClosed() {
    onCancel();
  }
}
