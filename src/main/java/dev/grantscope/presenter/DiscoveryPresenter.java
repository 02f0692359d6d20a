package dev.grantscope.presenter;

import dev.grantscope.core.discovery.Attempt;
import dev.grantscope.core.discovery.Discovery;
import dev.grantscope.core.discovery.DiscoveryRun;
import dev.grantscope.core.discovery.DiscoveryWords;
import dev.grantscope.core.discovery.Fact;
import dev.grantscope.core.discovery.Issuer;
import dev.grantscope.core.discovery.IssuerMatch;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.discovery.MetadataFit;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.ServerUrl;
import dev.grantscope.core.wire.WireListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Discover: the metadata of an issuer, each fact with how we know it, and one click that fills the form. */
public final class DiscoveryPresenter implements FinderView.Actions {
  private final Supplier<FinderView> view;
  private final FinderWire wire;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final FormUndo undo;
  private final Discovery discovery;
  private final DiscoveryWords words;
  private final Sending sending;
  private final Texts texts;
  private final Set<String> wanted = new LinkedHashSet<>();
  private List<List<Exchange>> exchanges = List.of();
  private @Nullable DiscoveryRun found;
  private @Nullable Issuer issuer;

  DiscoveryPresenter(Supplier<FinderView> view, Workbench workbench, Discoveries discoveries, FormUndo undo, Sending sending, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.undo = undo;
    this.sending = sending;
    this.discovery = with.discovery();
    this.texts = with.texts();
    this.words = new DiscoveryWords(texts);
    this.wire = new FinderWire(view, with);
  }

  /** Asks this issuer at once. */
  void open(Issuer asked) {
    issuer = asked;
    view.get().showTenant(Optional.empty(), Optional.empty());
    view.get().open(texts.get("discovery.title"));
    onAsk();
  }

  @Override
  public void onAsk() {
    Issuer asked = issuer;
    if (asked == null || sending.isRunning()) {
      return;
    }
    UUID profile = workbench.selected().id();
    found = null;
    view.get().showHead(new Notice(Tone.QUIET, texts.get("discovery.running", asked.places().getFirst().endpoint().hostHeader())));
    view.get().showRows(List.of(), -1);
    view.get().showScopes(List.of());
    view.get().showActions(true, Optional.empty(), Optional.empty());
    wire.show(List.of());
    sending.begin(
        (settings, cancellation) -> discovery.discover(asked, settings, cancellation, WireListener.NONE),
        run -> show(profile, run),
        this::stopped);
  }

  private void stopped(String why) {
    view.get().showHead(new Notice(Tone.ATTENTION, why));
    view.get().showActions(false, Optional.of(texts.get("finder.again")), Optional.empty());
  }

  private void show(UUID profile, DiscoveryRun run) {
    found = run;
    run.metadata().ifPresent(it -> discoveries.found(profile, it));
    List<FinderView.Row> rows = new ArrayList<>();
    List<List<Exchange>> behind = new ArrayList<>();
    run.found()
        .ifPresent(
            it -> {
              for (Fact fact : words.facts(run, workbench.draft())) {
                rows.add(new FinderView.Row(fact.tone(), fact.name(), fact.value(), fact.meaning(), ""));
                behind.add(List.of(it.exchange()));
              }
            });
    for (Attempt attempt : run.attempts()) {
      rows.add(asked(attempt));
      behind.add(List.of(attempt.exchange()));
    }
    exchanges = behind;
    view.get().showHead(head(run));
    view.get().showRows(rows, 0);
    onRow(0);
    offerScopes(run);
    view.get().showActions(
        false,
        run.metadata().isPresent() ? Optional.empty() : Optional.of(texts.get("finder.again")),
        usable(run).map(_ -> texts.get(isForeign(run) ? "discovery.useAnyway" : "discovery.use")));
  }

  private FinderView.Row asked(Attempt attempt) {
    return new FinderView.Row(
        attempt.metadata().isPresent() ? Tone.GOOD : Tone.QUIET,
        texts.get("discovery.asked"),
        attempt.place().endpoint().text(),
        texts.of("discovery.form", attempt.place().form()) + ": " + words.attempt(attempt),
        Durations.shown(attempt.exchange().elapsed(), texts));
  }

  private Notice head(DiscoveryRun run) {
    if (run.metadata().isPresent()) {
      return new Notice(isForeign(run) ? Tone.ATTENTION : Tone.GOOD, texts.get("discovery.found"));
    }
    return run.notReached()
        .map(it -> new Notice(Tone.BAD, words.failure(it)))
        .orElseGet(() -> new Notice(Tone.ATTENTION, texts.get("discovery.none.detail")));
  }

  private static boolean isForeign(DiscoveryRun run) {
    return run.match().filter(it -> it == IssuerMatch.DIFFERENT).isPresent();
  }

  private void offerScopes(DiscoveryRun run) {
    Set<String> asked = ScopeSet.parse(workbench.draft().scope()).asSet();
    wanted.clear();
    wanted.addAll(asked);
    List<String> advertised = usable(run).isPresent() ? run.metadata().flatMap(Metadata::scopes).orElse(List.of()) : List.of();
    view.get().showScopes(advertised.stream().distinct().map(it -> new FinderView.Offer(it, asked.contains(it))).toList());
  }

  @Override
  public void onScope(String scope, boolean wants) {
    if (wants) {
      wanted.add(scope);
    } else {
      wanted.remove(scope);
    }
  }

  /** The token endpoint, when a secret can be sent there. */
  private static Optional<String> usable(DiscoveryRun run) {
    return run.metadata()
        .flatMap(Metadata::tokenEndpoint)
        .filter(ServerUrl::isPlain)
        .filter(url -> Endpoint.ifValid(url).isPresent());
  }

  /** Only the admin says which host gets the secret first; another than the one he asked is asked about before. */
  private void markHost(String url, Issuer asked) {
    Endpoint.ifValid(url)
        .map(Endpoint::host)
        .filter(host -> !host.equals(asked.places().getFirst().endpoint().host()))
        .ifPresent(host -> workbench.update(workbench.selected().id(), it -> it.withNamedHost(host)));
  }

  @Override
  public void onUse() {
    DiscoveryRun run = found;
    Issuer asked = issuer;
    if (run == null || asked == null || usable(run).isEmpty()) {
      return;
    }
    String url = usable(run).get();
    markHost(url, asked);
    MetadataFit fit = new MetadataFit(run.metadata().orElseThrow());
    undo.change(
        draft -> {
          ProfileDraft filled = draft.withTokenUrl(url);
          // Where it fits already, what was chosen stays: of Basic there are two ways.
          boolean fits = fit.onlyAuthentication().filter(it -> MetadataFit.registeredName(it).equals(MetadataFit.registeredName(draft.authentication()))).isPresent();
          filled = fits ? filled : fit.onlyAuthentication().map(filled::withAuthentication).orElse(filled);
          return wanted.equals(ScopeSet.parse(draft.scope()).asSet()) ? filled : filled.withScope(String.join(" ", wanted));
        });
    view.get().close();
  }

  @Override
  public void onRow(int index) {
    wire.show(index >= 0 && index < exchanges.size() ? exchanges.get(index) : List.of());
  }

  @Override
  public void onCopy(String text) {
    wire.copy(text);
  }

  @Override
  public void onTenant(String tenantId) {
    // An issuer is asked for itself, not for a tenant.
  }

  @Override
  public void onCancel() {
    if (sending.cancel()) {
      stopped(texts.get("answer.cancelled"));
    }
  }

  /** It was taken away; what is running ends. */
  public void onClosed() {
    onCancel();
  }
}
