package dev.grantscope.core.interchange;

import dev.grantscope.core.discovery.Attempt;
import dev.grantscope.core.discovery.DiscoveryRun;
import dev.grantscope.core.discovery.Fit;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.discovery.MetadataFit;
import dev.grantscope.core.discovery.TenantConfiguration;
import dev.grantscope.core.discovery.TenantRun;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A discovery as the JSON of {@code grantscope discover} ({@code docs/command-line.md}). What is not stated is null. */
public final class DiscoveryJson {
  private DiscoveryJson() {}

  /**
   * Writes it.
   *
   * @param draft the grant that it is to be used for
   */
  public static ObjectNode of(DiscoveryRun run, ProfileDraft draft, Optional<TenantRun> tenant) {
    ObjectNode json = JsonTree.object();
    json.put("outcome", outcome(run));
    json.put("asked", run.issuer().text());
    json.put("document", run.found().map(it -> it.place().endpoint().text()).orElse(null));
    json.put("form", run.found().map(it -> it.place().form().wireName()).orElse(null));
    json.put("issuerMatch", run.match().map(it -> it.wireName()).orElse(null));
    run.metadata().ifPresentOrElse(it -> metadata(json.putObject("metadata"), it), () -> json.putNull("metadata"));
    run.metadata().ifPresentOrElse(it -> grant(json.putObject("grant"), it, draft), () -> json.putNull("grant"));
    run.notReached().ifPresentOrElse(it -> failure(json.putObject("failure"), it), () -> json.putNull("failure"));
    ArrayNode attempts = json.putArray("attempts");
    run.attempts().forEach(it -> attempt(attempts.addObject(), it));
    tenant.ifPresent(it -> tenant(json.putObject("tenant"), it));
    return json;
  }

  private static String outcome(DiscoveryRun run) {
    if (run.metadata().isPresent()) {
      return "found";
    }
    return run.isCancelled() ? "cancelled" : run.notReached().isPresent() ? "not-reached" : "not-metadata";
  }

  private static void metadata(ObjectNode json, Metadata metadata) {
    json.put("issuer", metadata.issuer().orElse(null));
    json.put("token_endpoint", metadata.tokenEndpoint().orElse(null));
    list(json, "token_endpoint_auth_methods_supported", metadata.tokenEndpointAuthMethods());
    list(json, "scopes_supported", metadata.scopes());
    list(json, "grant_types_supported", metadata.grantTypes());
    json.put("jwks_uri", metadata.jwksUri().orElse(null));
    json.put("introspection_endpoint", metadata.introspectionEndpoint().orElse(null));
    list(json, "introspection_endpoint_auth_methods_supported", metadata.introspectionEndpointAuthMethods());
    list(json, "unreadable", Optional.of(metadata.unreadable()));
    list(json, "notes", Optional.of(metadata.notes().stream().map(it -> it.kind().wireName()).toList()));
  }

  private static void list(ObjectNode json, String name, Optional<List<String>> values) {
    if (values.isEmpty()) {
      json.putNull(name);
    } else {
      ArrayNode array = json.putArray(name);
      values.get().forEach(array::add);
    }
  }

  private static void grant(ObjectNode json, Metadata metadata, ProfileDraft draft) {
    MetadataFit fit = new MetadataFit(metadata);
    json.putObject("grantType").put("value", draft.grantType().value()).put("advertised", advertised(fit.grantType(draft.grantType())));
    json.putObject("authentication")
        .put("value", MetadataFit.registeredName(draft.authentication()))
        .put("advertised", advertised(fit.authentication(draft.authentication())));
    ArrayNode scopes = json.putArray("scopes");
    for (MetadataFit.ScopeFit scope : fit.scopes(ScopeSet.parse(draft.scope()))) {
      scopes
          .addObject()
          .put("scope", scope.scope())
          .put("advertised", advertised(scope.fit()))
          .put("advertisedAs", scope.advertisedAs().orElse(null));
    }
    json.put("tokenUrlIsTheTokenEndpoint", draft.tokenUrl().isEmpty() ? null : metadata.tokenEndpoint().map(draft.tokenUrl()::equals).orElse(null));
  }

  private static @Nullable Boolean advertised(Fit fit) {
    return fit == Fit.NOT_STATED ? null : fit == Fit.ADVERTISED;
  }

  private static void attempt(ObjectNode json, Attempt attempt) {
    json.put("url", attempt.place().endpoint().text());
    json.put("form", attempt.place().form().wireName());
    json.put("result", attempt.metadata().isPresent() ? "metadata" : result(attempt.answer()));
    exchange(json, attempt.exchange());
  }

  private static String result(JsonAnswer answer) {
    return switch (answer) {
      case JsonAnswer.Json _ -> "other-json";
      case JsonAnswer.None none when none.outcome() instanceof NotOAuth it -> it.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case JsonAnswer.None none when none.outcome() instanceof GrantOutcome.Cancelled -> "cancelled";
      case JsonAnswer.None _ -> "not-reached";
    };
  }

  private static void tenant(ObjectNode json, TenantRun run) {
    json.put("result", run.configuration().isPresent() ? "found" : result(run.answer()));
    Optional<TenantConfiguration> tenant = run.configuration();
    json.put("tenantId", tenant.flatMap(TenantConfiguration::tenantId).orElse(null));
    json.put("area", tenant.flatMap(TenantConfiguration::area).orElse(null));
    json.put("cluster", tenant.flatMap(TenantConfiguration::cluster).orElse(null));
    json.put("domain", tenant.flatMap(TenantConfiguration::domain).orElse(null));
    json.put("api_endpoint", tenant.flatMap(TenantConfiguration::apiEndpoint).orElse(null));
    json.put("auth_endpoint", tenant.flatMap(TenantConfiguration::authEndpoint).orElse(null));
    json.put("url", run.exchange().request().endpoint().text());
    exchange(json, run.exchange());
  }

  private static void exchange(ObjectNode json, Exchange exchange) {
    exchange.response().map(WireResponse::status).ifPresentOrElse(it -> json.put("status", it), () -> json.putNull("status"));
    exchange.failure().ifPresentOrElse(it -> failure(json.putObject("failure"), it), () -> json.putNull("failure"));
    json.put("request", wire(exchange.sent()));
    json.put("response", wire(exchange.received()));
  }

  /** Nothing secret was sent; what came may be anything. */
  private static @Nullable String wire(Bytes bytes) {
    return bytes.isEmpty() ? null : Redaction.of(List.of()).redact(bytes).asText();
  }

  private static void failure(ObjectNode json, WireFailure failure) {
    json.put("phase", failure.phase().wireName()).put("kind", failure.kind().wireName()).put("message", failure.message());
  }
}
