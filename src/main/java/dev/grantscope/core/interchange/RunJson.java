package dev.grantscope.core.interchange;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantOutcome.Granted;
import dev.grantscope.core.grant.GrantOutcome.Refused;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.TokenResponse;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.timing.CertificateFacts;
import dev.grantscope.core.timing.ClockSkew;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A run as the JSON of the command line's contract ({@code docs/command-line.md}). */
public final class RunJson {
  private final GrantRun run;
  private final boolean reveal;
  private final Redaction redaction;

  private RunJson(GrantRun run, boolean reveal) {
    this.run = run;
    this.reveal = reveal;
    this.redaction = Redaction.of(run.secrets()).learning(run.exchange());
  }

  /**
   * Writes it.
   *
   * @param reveal whether secrets and tokens stand in the wire text; never the default
   */
  public static ObjectNode of(GrantRun run, boolean reveal) {
    return new RunJson(run, reveal).write();
  }

  /** The word for an outcome, as in the contract. */
  private static String word(GrantOutcome outcome) {
    // Not one switch over the types: for that the JVM makes a class anew at each start of a command.
    if (outcome instanceof Granted granted) {
      return granted.scopes().isNarrowed() ? "narrowed" : "granted";
    }
    if (outcome instanceof Refused) {
      return "refused";
    }
    if (outcome instanceof GrantOutcome.NotOAuth) {
      return "not-oauth";
    }
    return outcome instanceof GrantOutcome.NotReached ? "not-reached" : "cancelled";
  }

  private ObjectNode write() {
    ObjectNode json = JsonTree.object();
    json.put("outcome", word(run.outcome()));
    json.put("url", safe(run.request().endpoint().text()));
    run.exchange().response().map(WireResponse::status).ifPresentOrElse(it -> json.put("status", it), () -> json.putNull("status"));
    error(json);
    scope(json);
    token(json);
    phases(json.putArray("phases"));
    route(json.putObject("route"), run.exchange().route());
    attempts(json.putArray("attempts"));
    ClockSkew.of(run.exchange()).ifPresent(it -> json.put("clockAheadSeconds", it.ahead().toSeconds()));
    run.exchange().tls().ifPresentOrElse(it -> tls(json.putObject("tls"), it), () -> json.putNull("tls"));
    run.exchange().failure().ifPresentOrElse(it -> failure(json.putObject("failure"), it), () -> json.putNull("failure"));
    wire(json, "request", run.exchange().sent());
    wire(json, "response", run.exchange().received());
    ArrayNode notes = json.putArray("notes");
    run.notes().forEach(note -> notes.add(note.kind().wireName()));
    return json;
  }

  private void error(ObjectNode json) {
    Optional<Refused> refused = run.outcome() instanceof Refused it ? Optional.of(it) : Optional.empty();
    json.put("error", refused.map(it -> safe(it.error().code())).orElse(null));
    json.put("errorDescription", refused.flatMap(it -> it.error().description()).map(this::safe).orElse(null));
  }

  private void scope(ObjectNode json) {
    ScopeComparison stated =
        run.outcome() instanceof Granted granted
            ? granted.scopes()
            : ScopeComparison.notStated(run.request().scope());
    ScopeComparison scopes = reveal ? stated : stated.withScopes(redaction.redactAll(stated.scopes()));
    ObjectNode scope = json.putObject("scope");
    words(scope.putArray("requested"), scopes.requested());
    words(scope.putArray("granted"), scopes.granted());
    words(scope.putArray("missing"), scopes.missing());
    words(scope.putArray("extra"), scopes.extra());
    scope.put("source", scopes.source().wireName());
  }

  private static void words(ArrayNode array, List<String> words) {
    words.forEach(array::add);
  }

  private void token(ObjectNode json) {
    if (!(run.outcome() instanceof Granted granted)) {
      json.putNull("token");
      return;
    }
    TokenResponse response = granted.response();
    ObjectNode token = json.putObject("token");
    token.put("type", safe(response.tokenType()));
    response.expiresIn().ifPresentOrElse(it -> token.put("expiresIn", it), () -> token.putNull("expiresIn"));
    response
        .jwt()
        .ifPresentOrElse(
            it -> {
              ObjectNode jwt = token.putObject("jwt");
              jwt.set("header", safe(it.header()));
              jwt.set("claims", safe(it.claims()));
            },
            () -> token.putNull("jwt"));
  }

  private void phases(ArrayNode phases) {
    run.exchange()
        .phases()
        .forEach(it -> phases.addObject().put("name", it.phase().wireName()).put("micros", it.elapsed().toNanos() / 1000));
  }

  private static void route(ObjectNode json, Route route) {
    route.proxy().ifPresentOrElse(it -> json.put("proxy", it.toString()), () -> json.putNull("proxy"));
    json.put("why", route.why().wireName());
    json.put("source", route.source());
  }

  private void attempts(ArrayNode attempts) {
    run.exchange()
        .attempts()
        .forEach(
            it ->
                attempts
                    .addObject()
                    .put("address", it.address())
                    .put("port", it.port())
                    .put("micros", it.elapsed().toNanos() / 1000)
                    .put("failure", it.failure().map(WireFailure.Kind::wireName).orElse(null)));
  }

  private static void tls(ObjectNode tls, TlsFacts facts) {
    tls.put("protocol", facts.protocol());
    tls.put("cipher", facts.cipher());
    ArrayNode chain = tls.putArray("chain");
    facts.chain().forEach(it -> certificate(chain.addObject(), CertificateFacts.of(it)));
    ArrayNode trustedBy = tls.putArray("trustedBy");
    facts.trustedBy().stream().sorted().forEach(it -> trustedBy.add(it.wireName()));
  }

  private static void certificate(ObjectNode json, CertificateFacts facts) {
    json.put("subject", facts.subject());
    json.put("issuer", facts.issuer());
    ArrayNode names = json.putArray("names");
    facts.names().forEach(names::add);
    json.put("notBefore", facts.notBefore().toString());
    json.put("notAfter", facts.notAfter().toString());
    json.put("selfSigned", facts.selfSigned());
    ArrayNode weaknesses = json.putArray("weaknesses");
    facts.weaknesses().stream().sorted().forEach(it -> weaknesses.add(it.name().toLowerCase(Locale.ROOT)));
  }

  private static void failure(ObjectNode json, WireFailure failure) {
    json.put("phase", failure.phase().wireName());
    json.put("kind", failure.kind().wireName());
    json.put("message", failure.message());
  }

  private void wire(ObjectNode json, String name, Bytes bytes) {
    if (bytes.isEmpty()) {
      json.putNull(name);
      return;
    }
    json.put(name, (reveal ? bytes : redaction.redact(bytes)).asText());
    if (reveal && !bytes.isText()) {
      json.put(name + "Base64", Base64.getEncoder().encodeToString(bytes.toArray()));
    }
  }

  /** A claim can hold a secret too. */
  private JsonNode safe(ObjectNode tree) {
    if (reveal) {
      return tree;
    }
    try {
      return JsonTree.read(redaction.redact(JsonTree.text(tree)));
    } catch (JacksonException e) {
      return JsonNodeFactory.instance.stringNode(Redaction.MARK);
    }
  }

  private String safe(String text) {
    return reveal ? text : redaction.redact(text);
  }
}
