package dev.grantscope.core.api;

import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.wire.ServerUrl;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Calls that are worth trying with a token of a provider, from {@code calls.json}, each with how well it is attested. */
public final class CallPresets {
  private static final Pattern ISSUER = Pattern.compile("(?<origin>[a-z]+://[^/?#]+)(?<first>/[^/?#]*)?.*", Pattern.CASE_INSENSITIVE);

  /** A longer token response is not looked through a second time. */
  private static final int LONGEST_ANSWER = 64 * 1024;

  private final List<Preset> presets;

  private CallPresets(List<Preset> presets) {
    this.presets = presets;
  }

  private record Preset(String provider, String method, String url, Attestation attestation) {}

  /**
   * One call.
   *
   * @param url with {@code {api}} left in it where nobody said which host the API has
   */
  public record Suggestion(String method, String url, Attestation attestation) {}

  /** Reads the ones that are built in. */
  public static CallPresets builtIn() {
    return new CallPresets(
        JsonTree.resource(CallPresets.class, "calls.json").path("calls").valueStream().map(CallPresets::preset).toList());
  }

  private static Preset preset(JsonNode json) {
    return new Preset(
        json.path("provider").stringValue(),
        json.path("method").stringValue("GET"),
        json.path("url").stringValue(),
        Attestation.valueOf(json.path("attestation").stringValue().toUpperCase(Locale.ROOT)));
  }

  /**
   * Those for a provider.
   *
   * @param api where its API is, when somebody said so; not taken where it is no plain URL
   */
  public List<Suggestion> of(Provider provider, String region, String tokenUrl, Optional<String> api) {
    Matcher issuer = ISSUER.matcher(tokenUrl);
    boolean known = issuer.matches();
    String origin = known ? issuer.group("origin") : "{api}";
    String first = known && issuer.group("first") != null ? issuer.group("first") : "";
    String value = provider.region(region).flatMap(it -> it.value()).orElse(region);
    return presets.stream()
        .filter(it -> it.provider().equals(provider.id()))
        .map(
            it ->
                new Suggestion(
                    it.method(),
                    it.url()
                        .replace("{issuer}", origin + first)
                        .replace("{origin}", origin)
                        .replace("{region}", value.isEmpty() ? "{region}" : value)
                        .replace("{api}", api.filter(ServerUrl::isPlain).map(CallPresets::withoutSlash).orElse("{api}")),
                    it.attestation()))
        .toList();
  }

  /** Where the legacy server of CXone says that its API is, beside the token. */
  public static Optional<String> apiOf(GrantRun run) {
    boolean small = run.exchange().received().size() <= LONGEST_ANSWER;
    return small && JsonAnswer.of(run.exchange()) instanceof JsonAnswer.Json json
        ? Optional.of(json.value().path("resource_server_base_uri")).filter(JsonNode::isString).map(JsonNode::stringValue)
        : Optional.empty();
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
