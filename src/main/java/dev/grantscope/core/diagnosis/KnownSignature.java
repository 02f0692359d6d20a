package dev.grantscope.core.diagnosis;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.wire.WireResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * One entry of the catalogue: what an answer looks like, and what that means. All parts that are given must match.
 *
 * @param vendor whose server it is; empty when it does not depend on that
 * @param statuses any of them; empty for every status
 * @param error the codes of RFC 6749 §5.2, any of them; never the only part
 * @param parts patterns that must be found, by what they are looked for in: {@code description}, {@code contentType}, {@code kind},
 *     {@code body}, or {@code header:Name}
 * @param source where that is known from
 * @param advice the key of an advice of its own; empty for that of the cause
 */
public record KnownSignature(
    String vendor,
    List<Integer> statuses,
    List<String> error,
    Map<String, Pattern> parts,
    Cause cause,
    Strength strength,
    String source,
    String advice) {
  private static final int BODY_LOOKED_AT = 4096;

  public KnownSignature {
    statuses = List.copyOf(statuses);
    error = List.copyOf(error);
    parts = Map.copyOf(parts);
    if (parts.isEmpty() && statuses.isEmpty()) {
      throw new IllegalArgumentException("An error code alone is no signature: " + source);
    }
    if (strength == Strength.PROVED) {
      throw new IllegalArgumentException("A signature proves nothing: " + source);
    }
  }

  static KnownSignature read(JsonNode json) {
    Map<String, Pattern> parts = new HashMap<>();
    JsonNode match = json.path("match");
    for (String name : List.of("description", "contentType", "kind", "body")) {
      if (match.path(name).isString()) {
        parts.put(name, pattern(match.path(name)));
      }
    }
    match.path("headers").properties().forEach(it -> parts.put("header:" + it.getKey(), pattern(it.getValue())));
    return new KnownSignature(
        json.path("vendor").asString(""),
        match.path("status").valueStream().map(JsonNode::asInt).toList(),
        match.path("error").valueStream().map(JsonNode::asString).toList(),
        parts,
        cause(json.path("cause").asString()),
        strength(json.path("strength").asString()),
        json.path("source").asString(),
        json.path("advice").asString(""));
  }

  private static Pattern pattern(JsonNode json) {
    return Pattern.compile(json.asString(), Pattern.CASE_INSENSITIVE);
  }

  private static Cause cause(String name) {
    return Arrays.stream(Cause.values()).filter(it -> it.wireName().equals(name)).findFirst().orElseThrow();
  }

  private static Strength strength(String name) {
    return Arrays.stream(Strength.values()).filter(it -> it.wireName().equals(name)).findFirst().orElseThrow();
  }

  boolean matches(Observation observation) {
    return (statuses.isEmpty() || statuses.contains(observation.status()))
        && (error.isEmpty() || error.contains(observation.signature().error()))
        && parts.entrySet().stream()
            .allMatch(part -> values(part.getKey(), observation).stream().anyMatch(it -> part.getValue().matcher(it).find()));
  }

  private static List<String> values(String part, Observation observation) {
    GrantRun run = observation.run();
    Optional<WireResponse> response = run.exchange().response();
    return switch (part) {
      case "kind" -> List.of(observation.signature().kind());
      case "contentType" -> List.of(observation.signature().contentType());
      case "description" -> List.of(description(run));
      case "body" -> response.map(it -> start(it.body().asText())).stream().toList();
      default -> {
        List<String> found = new ArrayList<>();
        String name = part.substring("header:".length());
        response.ifPresent(it -> it.headers().stream().filter(header -> header.is(name)).forEach(header -> found.add(header.value())));
        yield found;
      }
    };
  }

  private static String start(String body) {
    return body.substring(0, Math.min(BODY_LOOKED_AT, body.length()));
  }

  private static String description(GrantRun run) {
    return switch (run.outcome()) {
      case GrantOutcome.NotOAuth notOAuth -> Said.start(notOAuth.detail().orElse(""));
      default -> Said.description(run);
    };
  }
}
