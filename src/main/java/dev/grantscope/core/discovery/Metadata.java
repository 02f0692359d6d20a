package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.AnswerNote;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What a server says of itself (RFC 8414 §2, OpenID Connect Discovery 1.0 §3).
 *
 * <p>A member that is empty here is not stated, which is not the same as not supported: the defaults of RFC 8414 prove nothing, and the
 * document describes the server, not what one client is registered for.
 *
 * @param tokenEndpoint as stated, which need not be a URL that anything could be sent to
 * @param unreadable members that stand there with a type that no specification has; read as not stated
 * @param notes what had to be forgiven in the JSON
 */
public record Metadata(
    Optional<String> issuer,
    Optional<String> tokenEndpoint,
    Optional<List<String>> tokenEndpointAuthMethods,
    Optional<List<String>> scopes,
    Optional<List<String>> grantTypes,
    Optional<String> jwksUri,
    Optional<String> introspectionEndpoint,
    Optional<List<String>> introspectionEndpointAuthMethods,
    List<String> unreadable,
    List<AnswerNote> notes) {
  private static final List<String> TEXTS = List.of("issuer", "token_endpoint", "jwks_uri", "introspection_endpoint");
  private static final List<String> LISTS =
      List.of(
          "token_endpoint_auth_methods_supported",
          "scopes_supported",
          "grant_types_supported",
          "introspection_endpoint_auth_methods_supported");

  public Metadata {
    unreadable = List.copyOf(unreadable);
    notes = List.copyOf(notes);
  }

  /** Reads a JSON value; empty when it is not metadata: an object that names an issuer or a token endpoint. */
  public static Optional<Metadata> read(JsonNode json, List<AnswerNote> notes) {
    if (!json.isObject() || (text(json, "issuer").isEmpty() && text(json, "token_endpoint").isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Metadata(
            text(json, "issuer"),
            text(json, "token_endpoint"),
            list(json, "token_endpoint_auth_methods_supported"),
            list(json, "scopes_supported"),
            list(json, "grant_types_supported"),
            text(json, "jwks_uri"),
            text(json, "introspection_endpoint"),
            list(json, "introspection_endpoint_auth_methods_supported"),
            Stream.concat(
                    TEXTS.stream().filter(it -> isThere(json, it) && text(json, it).isEmpty()),
                    LISTS.stream().filter(it -> isThere(json, it) && list(json, it).isEmpty()))
                .toList(),
            notes));
  }

  private static boolean isThere(JsonNode json, String member) {
    return !json.path(member).isMissingNode();
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).stringValueOpt().filter(it -> !it.isEmpty());
  }

  /** A list with anything but strings in it is not read by halves: what it leaves out would look refused. */
  private static Optional<List<String>> list(JsonNode json, String member) {
    JsonNode array = json.path(member);
    return array.isArray() && array.valueStream().allMatch(JsonNode::isString)
        ? Optional.of(array.valueStream().map(JsonNode::stringValue).toList())
        : Optional.empty();
  }
}
