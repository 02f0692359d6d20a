package dev.grantscope.presenter;

import dev.grantscope.core.api.Introspection;
import dev.grantscope.core.api.IntrospectionService;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks the server about the token (RFC 7662), when the admin asks for it. The host that gave the token has both already; any other needs
 * a yes, whoever named it.
 */
public final class IntrospectionPresenter implements WorkbenchListener, CheckView.Actions {
  private final CheckView view;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final IntrospectionService service;
  private final Errand errand;
  private final Texts texts;
  private final IntrospectionWords words;
  private final CheckUrl url;
  private final OfToken<String> advertised;
  private final OfToken<Asked> asked;
  private final Set<Consent> consents = new HashSet<>();
  private Optional<Endpoint> question = Optional.empty();

  /** What was granted by one host may go to another, until the program ends. */
  private record Consent(UUID profile, String from, String to) {}

  /** What came, and its words, which are made once and off the UI thread. */
  private record Asked(Introspection introspection, Notice words) {}

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
    this.words = new IntrospectionWords(texts);
    this.advertised = new OfToken<>(workbench);
    this.asked = new OfToken<>(workbench);
    this.url = new CheckUrl(workbench, () -> fromServer().stream());
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  /** The metadata of the issuer of this run's token is known: it may say where to ask. */
  void onMetadata(UUID profile, GrantRun run, Metadata metadata) {
    metadata.introspectionEndpoint().ifPresent(it -> advertised.put(profile, run, it));
    show();
  }

  @Override
  public void onUrl(String url) {
    this.url.onTyped(url);
    question = Optional.empty();
    show();
  }

  /** The button: asks, or first asks whether it may. */
  @Override
  public void onCheck() {
    Profile profile = workbench.selected();
    Optional<Endpoint> endpoint = url.endpoint();
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
          return new Asked(introspection, words.of(introspection));
        },
        done -> {
          asked.put(profile.id(), run, done);
          show();
        });
  }

  /** Shows the bytes of the request and its answer. */
  @Override
  public void onExchange() {
    asked
        .current()
        .ifPresent(
            it -> {
              workbench.inspect(
                  Optional.of(
                      new Workbench.Inspected(
                          texts.get("introspection.inspected"), it.introspection().exchange(), it.introspection().secrets())));
              view.showExchange();
            });
  }

  /** Where the server itself says to ask. */
  private Optional<String> fromServer() {
    return advertised.current().or(() -> discoveries.metadata().flatMap(Metadata::introspectionEndpoint));
  }

  /** What was asked about, while that is still what would be done. */
  private Optional<Endpoint> question() {
    return question.filter(it -> url.endpoint().filter(it::equals).isPresent());
  }

  private void show() {
    view.show(
        new CheckView.Check(
            url.text(),
            url.problem(texts).orElseGet(() -> new Notice(Tone.QUIET, texts.get(origin(url.text())))),
            url.endpoint().isPresent() && workbench.result().grant().isPresent(),
            question().map(it -> texts.get("introspection.question", it.host())),
            asked.current().map(Asked::words),
            asked.current().isPresent()));
  }

  private String origin(String text) {
    if (text.isEmpty()) {
      return "introspection.url.none";
    }
    return fromServer().filter(text::equals).isPresent() ? "introspection.url.advertised" : "introspection.url.typed";
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
