package dev.grantscope.core.token;

import dev.grantscope.core.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A JSON Web Token (RFC 7519) in compact form (RFC 7515 §7.1), decoded and not believed: no signature was checked.
 *
 * <p>RFC 9068 §6 tells clients not to rely on what is in an access token. It is read for diagnosis only.
 */
public record Jwt(ObjectNode header, ObjectNode claims) {
  /** The end of the year 9999. */
  private static final double LAST_SECOND = 253_402_300_799.0;

  /** Decodes it, or says by an empty answer that this is an opaque token, as most are allowed to be. */
  public static Optional<Jwt> decode(String token) {
    String[] parts = token.split("\\.", 4);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      return json(parts[0]) instanceof ObjectNode header
              && json(parts[1]) instanceof ObjectNode claims
              && header.has("alg")
          ? Optional.of(new Jwt(header, claims))
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      // Not Base64url or not JSON: opaque.
      return Optional.empty();
    }
  }

  /** The header of a token that was encrypted for somebody else (RFC 7516 §7.1), or empty when it is none. */
  static Optional<ObjectNode> encryptedHeader(String token) {
    String[] parts = token.split("\\.", 6);
    if (parts.length != 5) {
      return Optional.empty();
    }
    try {
      return json(parts[0]) instanceof ObjectNode header && header.has("alg") && header.has("enc")
          ? Optional.of(header)
          : Optional.empty();
    } catch (IllegalArgumentException | JacksonException e) {
      return Optional.empty();
    }
  }

  private static JsonNode json(String part) {
    return JsonTree.read(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  /** A claim that lists words: a text separated by spaces, or an array of texts. Empty when there is none. */
  public Optional<String> words(String claim) {
    JsonNode node = claims.path(claim);
    if (node.isString()) {
      return Optional.of(node.stringValue());
    }
    if (!node.isArray()) {
      return Optional.empty();
    }
    return Optional.of(
        String.join(" ", node.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList()));
  }

  /** RFC 7515 §4.1.1. */
  public String algorithm() {
    return header.path("alg").asString("");
  }

  /** A claim that is one text; empty when there is none. */
  public Optional<String> text(String claim) {
    return claims.path(claim).stringValueOpt();
  }

  /** A NumericDate (RFC 7519 §2), whole or not; empty when it is missing or no time that a calendar knows. */
  public Optional<Instant> time(String claim) {
    JsonNode node = claims.path(claim);
    if (!node.isNumber()) {
      return Optional.empty();
    }
    double seconds = node.doubleValue();
    return seconds >= 0 && seconds <= LAST_SECOND ? Optional.of(Instant.ofEpochMilli(Math.round(seconds * 1000))) : Optional.empty();
  }

  /** Without its claims, which may say who somebody is. */
  @Override
  public String toString() {
    return "JWT";
  }
}
