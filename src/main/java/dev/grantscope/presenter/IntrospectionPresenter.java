package dev.grantscope.presenter;

import dev.grantscope.core.api.Introspection;
import dev.grantscope.core.api.Introspection.Outcome;
import dev.grantscope.core.api.IntrospectionService;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.ServerUrl;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Asks the server about the token (RFC 7662), when the admin asks for it. The host that gave the token has both already; any other needs
 * a yes, whoever named it.
 */
public final class IntrospectionPresenter implements WorkbenchListener, CheckView.Actions {
  private static final int MOST_MEMBERS = 30;
  private static final int LONGEST_SHOWN = 80;

  private final CheckView view;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final IntrospectionService service;
  private final Errand errand;
  private final Texts texts;
  private final Map<UUID, String> typed = new HashMap<>();
  private final Map<UUID, Advertised> advertised = new HashMap<>();
  private final Map<UUID, Asked> asked = new HashMap<>();
  private final Set<Consent> consents = new HashSet<>();
  private Optional<Endpoint> question = Optional.empty();

  /** What the metadata of the token's issuer names, for the token of this run only. */
  private record Advertised(GrantRun run, String url) {}

  /** What was granted by one host may go to another, until the program ends. */
  private record Consent(UUID profile, String from, String to) {}

  /** What came, for the token of this run only, and its words, which are made once and off the UI thread. */
  private record Asked(GrantRun run, Introspection introspection, Notice words) {}

  IntrospectionPresenter(
      CheckView view,
      Workbench workbench,
      Discoveries discoveries,
      IntrospectionService service,
      Errand errand,
      Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.service = service;
    this.errand = errand;
    this.texts = texts;
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  /** The metadata of the issuer of this run's token is known: it may say where to ask. */
  void onMetadata(UUID profile, GrantRun run, Metadata metadata) {
    metadata.introspectionEndpoint().ifPresent(url -> advertised.put(profile, new Advertised(run, url)));
    show();
  }

  @Override
  public void onUrl(String url) {
    typed.put(workbench.selected().id(), url);
    question = Optional.empty();
    show();
  }

  /** The button: asks, or first asks whether it may. */
  @Override
  public void onCheck() {
    Profile profile = workbench.selected();
    Optional<Endpoint> endpoint = endpoint();
    Optional<GrantRun> run = workbench.result().grant();
    if (endpoint.isEmpty() || run.isEmpty()) {
      return;
    }
    Consent needed = consent(profile, endpoint.get(), run.get());
    if (needed.from().equals(needed.to()) || consents.contains(needed)) {
      ask(profile, endpoint.get(), run.get());
    } else {
      question = endpoint;
      show();
    }
  }

  private static Consent consent(Profile profile, Endpoint endpoint, GrantRun run) {
    return new Consent(profile.id(), run.request().endpoint().host(), endpoint.host());
  }

  /** The admin lets the secret and the token go to that host. */
  @Override
  public void onYes() {
    Optional<Endpoint> endpoint = question();
    Optional<GrantRun> run = workbench.result().grant();
    if (endpoint.isPresent() && run.isPresent()) {
      question = Optional.empty();
      consents.add(consent(workbench.selected(), endpoint.get(), run.get()));
      ask(workbench.selected(), endpoint.get(), run.get());
    }
  }

  @Override
  public void onNo() {
    question = Optional.empty();
    show();
  }

  private void ask(Profile profile, Endpoint endpoint, GrantRun run) {
    Secret token = run.token().orElseThrow().accessToken();
    errand.begin(
        texts.get("introspection.doing"),
        (settings, cancellation) -> {
          Introspection introspection = service.ask(endpoint, run.request(), token, settings, cancellation);
          return new Asked(run, introspection, words(introspection));
        },
        done -> {
          asked.put(profile.id(), done);
          show();
        });
  }

  /** Shows the bytes of the request and its answer. */
  @Override
  public void onExchange() {
    current()
        .ifPresent(
            it -> {
              workbench.inspect(
                  Optional.of(
                      new Workbench.Inspected(
                          texts.get("introspection.inspected"), it.introspection().exchange(), it.introspection().secrets())));
              view.showExchange();
            });
  }

  private Optional<Asked> current() {
    return Optional.ofNullable(asked.get(workbench.selected().id()))
        .filter(it -> workbench.result().isOf(it.run()));
  }

  /** Where the server itself says to ask. */
  private Optional<String> fromServer() {
    return Optional.ofNullable(advertised.get(workbench.selected().id()))
        .filter(it -> workbench.result().isOf(it.run()))
        .map(Advertised::url)
        .or(() -> discoveries.metadata().flatMap(Metadata::introspectionEndpoint));
  }

  private String url() {
    UUID id = workbench.selected().id();
    return Optional.ofNullable(typed.get(id)).or(() -> fromServer().filter(ServerUrl::isPlain)).orElse("");
  }

  private Optional<Endpoint> endpoint() {
    return Endpoint.ifValid(url());
  }

  /** What was asked about, while that is still what would be done. */
  private Optional<Endpoint> question() {
    return question.filter(it -> endpoint().filter(it::equals).isPresent());
  }

  private void show() {
    String url = url();
    Optional<Endpoint> endpoint = endpoint();
    view.show(
        new CheckView.Check(
            url,
            about(url, endpoint),
            endpoint.isPresent() && workbench.result().grant().isPresent(),
            question().map(it -> texts.get("introspection.question", it.host())),
            current().map(Asked::words),
            current().isPresent()));
  }

  private Notice about(String url, Optional<Endpoint> endpoint) {
    if (url.isEmpty()) {
      return fromServer()
          .filter(it -> !ServerUrl.isPlain(it))
          .map(it -> new Notice(Tone.ATTENTION, texts.get("check.url.odd", VisibleText.of(it, LONGEST_SHOWN))))
          .orElseGet(() -> new Notice(Tone.QUIET, texts.get("introspection.url.none")));
    }
    if (endpoint.isEmpty()) {
      return new Notice(Tone.ATTENTION, texts.get("check.url.bad"));
    }
    return new Notice(Tone.QUIET, texts.get(fromServer().filter(url::equals).isPresent() ? "introspection.url.advertised" : "introspection.url.typed"));
  }

  private Notice words(Introspection introspection) {
    Redaction redaction = Redaction.of(introspection.secrets());
    return switch (introspection.outcome()) {
      case Outcome.Active it ->
          new Notice(
              Tone.GOOD,
              texts.get("introspection.active")
                  + it.members().stream()
                      .limit(MOST_MEMBERS)
                      .map(member -> TokenWords.safe(member.name() + ": " + member.text(), redaction))
                      .collect(Collectors.joining("\n", "\n", "")));
      case Outcome.Inactive _ -> new Notice(Tone.BAD, texts.get("introspection.inactive"));
      case Outcome.Refused it ->
          new Notice(
              Tone.BAD,
              texts.get(
                  "introspection.refused",
                  it.status(),
                  TokenWords.safe(it.error().code() + it.error().description().map(text -> ": " + text).orElse(""), redaction)));
      case Outcome.NotIntrospection it -> new Notice(Tone.BAD, texts.get("introspection.notIntrospection", it.status()));
      case Outcome.Other it when it.outcome() instanceof GrantOutcome.NotReached reached ->
          new Notice(Tone.BAD, texts.get("introspection.notReached", texts.of("phase.failed", reached.failure().phase())));
      case Outcome.Other it when it.outcome() instanceof GrantOutcome.NotOAuth other ->
          new Notice(Tone.BAD, texts.get("introspection.notIntrospection", other.status()));
      case Outcome.Other _ -> new Notice(Tone.QUIET, texts.get("introspection.cancelled"));
    };
  }

  @Override
  public void onSelected() {
    question = Optional.empty();
    show();
  }

  @Override
  public void onResult() {
    question = Optional.empty();
    show();
  }
}
