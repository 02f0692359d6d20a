package dev.grantscope.presenter;

import dev.grantscope.core.api.KeyAnswer;
import dev.grantscope.core.api.KeyService;
import dev.grantscope.core.discovery.IssuerMatch;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.token.SignatureCheck;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.ServerUrl;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Checks the signature of a token with the keys of its issuer, which are fetched when the admin asks for it and without a secret. */
public final class SignaturePresenter implements WorkbenchListener, CheckView.Actions {
  private final CheckView view;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final KeyService keys;
  private final Errand errand;
  private final TokenWords words;
  private final Texts texts;
  private final IntrospectionPresenter introspection;
  private final CheckUrl url;
  private final OfToken<Checked> checked;

  /** What came of a check, and its words, which are made once and off the UI thread. */
  private record Checked(KeyAnswer answer, Notice words) {}

  SignaturePresenter(
      CheckView view,
      Workbench workbench,
      Discoveries discoveries,
      KeyService keys,
      Errand errand,
      TokenWords words,
      IntrospectionPresenter introspection,
      Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.discoveries = discoveries;
    this.keys = keys;
    this.errand = errand;
    this.words = words;
    this.introspection = introspection;
    this.texts = texts;
    this.url = new CheckUrl(workbench, () -> named().filter(it -> !ServerUrl.isPlain(it) || Endpoint.ifValid(it).isPresent()));
    this.checked = new OfToken<>(workbench);
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  @Override
  public void onUrl(String url) {
    this.url.onTyped(url);
    show();
  }

  /** Fetches the keys and checks. */
  @Override
  public void onCheck() {
    GrantRun run = workbench.result().grant().orElse(null);
    if (run == null || url.endpoint().isEmpty()) {
      return;
    }
    String asked = url.text();
    UUID id = workbench.selected().id();
    // A key set does not say whose it is; where discovery led to it, that says so.
    Optional<String> owner =
        discoveries.metadata().filter(it -> it.jwksUri().equals(Optional.of(asked))).flatMap(Metadata::issuer);
    errand.begin(
        texts.get("signature.doing"),
        (settings, cancellation) -> {
          try {
            KeyAnswer answer = keys.fetch(asked, settings, cancellation);
            return new Checked(answer, words(run, answer, owner));
          } catch (EndpointException e) {
            throw new IllegalStateException("The URL was checked before");
          }
        },
        done -> onChecked(id, run, done));
  }

  private void onChecked(UUID id, GrantRun run, Checked done) {
    checked.put(id, run, done);
    done.answer()
        .metadata()
        .filter(_ -> done.answer().match().filter(it -> it == IssuerMatch.SAME || it == IssuerMatch.SLASH).isPresent())
        .ifPresent(it -> introspection.onMetadata(id, run, it));
    show();
  }

  /** Shows the bytes of the last request. */
  @Override
  public void onExchange() {
    checked
        .current()
        .ifPresent(
            it -> {
              workbench.inspect(
                  Optional.of(
                      new Workbench.Inspected(texts.get("signature.inspected"), it.answer().exchanges().getLast(), List.of())));
              view.showExchange();
            });
  }

  private Optional<String> issuer() {
    return workbench.result().grant().flatMap(SignaturePresenter::issuer);
  }

  private static Optional<String> issuer(GrantRun run) {
    return run.token().flatMap(TokenResponse::jwt).flatMap(jwt -> jwt.text("iss"));
  }

  /** Where discovery says the keys are; else the issuer that the token names, which is not believed but shown before anything is sent. */
  private Stream<String> named() {
    return Stream.concat(discoveries.metadata().flatMap(Metadata::jwksUri).stream(), issuer().stream());
  }

  private void show() {
    boolean token = workbench.result().grant().flatMap(GrantRun::token).flatMap(TokenResponse::jwt).isPresent();
    view.show(
        new CheckView.Check(
            url.text(),
            url.problem(texts).orElseGet(() -> new Notice(Tone.QUIET, texts.get(origin(url.text())))),
            token && url.endpoint().isPresent(),
            Optional.empty(),
            checked.current().map(Checked::words),
            checked.current().filter(it -> !it.answer().exchanges().isEmpty()).isPresent()));
  }

  private String origin(String text) {
    if (text.isEmpty()) {
      return "signature.url.none";
    }
    if (discoveries.metadata().flatMap(Metadata::jwksUri).filter(text::equals).isPresent()) {
      return "signature.url.discovered";
    }
    return issuer().filter(text::equals).isPresent() ? "signature.url.issuer" : "signature.url.typed";
  }

  private Notice words(GrantRun run, KeyAnswer answer, Optional<String> owner) {
    if (answer.keySet().isEmpty()) {
      return new Notice(Tone.BAD, texts.of("keys.problem", answer.problem().orElseThrow()));
    }
    SignatureCheck.Outcome outcome = SignatureCheck.of(run.token().orElseThrow().accessToken(), answer.keySet().get());
    Notice notice = words.signature(outcome, Redaction.of(run.secrets()));
    boolean other =
        answer.match().filter(match -> match == IssuerMatch.DIFFERENT).isPresent()
            || answer
                .metadata()
                .flatMap(Metadata::issuer)
                .or(() -> owner)
                .filter(stated -> issuer(run).filter(iss -> !iss.equals(stated)).isPresent())
                .isPresent();
    return other
        ? new Notice(notice.tone() == Tone.GOOD ? Tone.ATTENTION : notice.tone(), notice.text() + " " + texts.get("signature.otherIssuer"))
        : notice;
  }

  @Override
  public void onSelected() {
    show();
  }

  @Override
  public void onResult() {
    show();
  }
}
