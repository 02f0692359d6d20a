package dev.grantscope.presenter;

import dev.grantscope.core.api.KeyAnswer;
import dev.grantscope.core.api.KeyService;
import dev.grantscope.core.discovery.IssuerMatch;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.token.SignatureCheck;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.ServerUrl;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Checks the signature of a token with the keys of its issuer, which are fetched when the admin asks for it and without a secret. */
public final class SignaturePresenter implements WorkbenchListener, CheckView.Actions {
  private static final int LONGEST_SHOWN = 80;

  private final CheckView view;
  private final Workbench workbench;
  private final Discoveries discoveries;
  private final KeyService keys;
  private final Errand errand;
  private final TokenWords words;
  private final Texts texts;
  private final IntrospectionPresenter introspection;
  private final Map<UUID, String> typed = new HashMap<>();
  private final Map<UUID, Checked> checked = new HashMap<>();

  /** What came of a check, for the token of this run only, and its words, which are made once and off the UI thread. */
  private record Checked(GrantRun run, KeyAnswer answer, Notice words) {}

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
    workbench.addListener(this);
    discoveries.addListener(this::show);
    show();
  }

  @Override
  public void onUrl(String url) {
    typed.put(workbench.selected().id(), url);
    show();
  }

  /** Fetches the keys and checks. */
  @Override
  public void onCheck() {
    GrantRun run = workbench.result().grant().orElse(null);
    String url = url();
    if (run == null || Endpoint.ifValid(url).isEmpty()) {
      return;
    }
    UUID id = workbench.selected().id();
    // A key set does not say whose it is; where discovery led to it, that says so.
    Optional<String> owner =
        discoveries.metadata().filter(it -> it.jwksUri().equals(Optional.of(url))).flatMap(Metadata::issuer);
    errand.begin(
        texts.get("signature.doing"),
        (settings, cancellation) -> {
          try {
            KeyAnswer answer = keys.fetch(url, settings, cancellation);
            return new Checked(run, answer, words(run, answer, owner));
          } catch (EndpointException e) {
            throw new IllegalStateException("The URL was checked before");
          }
        },
        done -> onChecked(id, done));
  }

  private void onChecked(UUID id, Checked done) {
    checked.put(id, done);
    done.answer()
        .metadata()
        .filter(_ -> done.answer().match().filter(it -> it == IssuerMatch.SAME || it == IssuerMatch.SLASH).isPresent())
        .ifPresent(it -> introspection.onMetadata(id, done.run(), it));
    show();
  }

  /** Shows the bytes of the last request. */
  @Override
  public void onExchange() {
    current()
        .ifPresent(
            it -> {
              workbench.inspect(
                  Optional.of(
                      new Workbench.Inspected(texts.get("signature.inspected"), it.answer().exchanges().getLast(), List.of())));
              view.showExchange();
            });
  }

  private Optional<Checked> current() {
    return Optional.ofNullable(checked.get(workbench.selected().id()))
        .filter(it -> workbench.result().isOf(it.run()));
  }

  private Optional<String> issuer() {
    return workbench.result().grant().flatMap(SignaturePresenter::issuer);
  }

  private static Optional<String> issuer(GrantRun run) {
    return run.token().flatMap(TokenResponse::jwt).flatMap(jwt -> jwt.text("iss"));
  }

  /** What was typed; else where discovery says the keys are; else the issuer that the token names, which is not believed but shown before anything is sent. */
  private String url() {
    return Optional.ofNullable(typed.get(workbench.selected().id()))
        .or(() -> discoveries.metadata().flatMap(Metadata::jwksUri).filter(SignaturePresenter::isUsable))
        .or(() -> issuer().filter(SignaturePresenter::isUsable))
        .orElse("");
  }

  private static boolean isUsable(String url) {
    return ServerUrl.isPlain(url) && Endpoint.ifValid(url).isPresent();
  }

  private void show() {
    String url = url();
    boolean token = workbench.result().grant().flatMap(GrantRun::token).flatMap(TokenResponse::jwt).isPresent();
    view.show(
        new CheckView.Check(
            url,
            about(url),
            token && Endpoint.ifValid(url).isPresent(),
            Optional.empty(),
            current().map(Checked::words),
            current().filter(it -> !it.answer().exchanges().isEmpty()).isPresent()));
  }

  private Notice about(String url) {
    if (url.isEmpty()) {
      return discoveries
          .metadata()
          .flatMap(Metadata::jwksUri)
          .or(this::issuer)
          .filter(it -> !ServerUrl.isPlain(it))
          .map(it -> new Notice(Tone.ATTENTION, texts.get("check.url.odd", VisibleText.of(it, LONGEST_SHOWN))))
          .orElseGet(() -> new Notice(Tone.QUIET, texts.get("signature.url.none")));
    }
    if (Endpoint.ifValid(url).isEmpty()) {
      return new Notice(Tone.ATTENTION, texts.get("check.url.bad"));
    }
    return new Notice(
        Tone.QUIET,
        texts.get(
            discoveries.metadata().flatMap(Metadata::jwksUri).filter(url::equals).isPresent()
                ? "signature.url.discovered"
                : issuer().filter(url::equals).isPresent() ? "signature.url.issuer" : "signature.url.typed"));
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
