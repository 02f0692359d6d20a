package dev.grantscope.core.token;

import dev.grantscope.core.json.JsonTree;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What stands in a token, member for member, as text that can be shown in a table. */
public record TokenClaims(List<Entry> entries, String json) {
  private static final Set<String> TIMES = Set.of("exp", "nbf", "iat", "auth_time", "updated_at");

  public TokenClaims {
    entries = List.copyOf(entries);
  }

  /**
   * One member.
   *
   * @param header whether of the header, else of the claims
   * @param text a text as it is, anything else as its JSON
   * @param time where the member is a time
   */
  public record Entry(boolean header, String name, String text, Optional<Instant> time) {}

  /** Of whatever can be read of a token; nothing of an opaque one. */
  public static TokenClaims of(TokenContent content) {
    return switch (content) {
      case TokenContent.Plain readable -> {
        Jwt jwt = readable.jwt();
        ObjectNode all = JsonTree.object();
        all.set("header", jwt.header());
        all.set("claims", jwt.claims());
        yield new TokenClaims(
            Stream.concat(header(jwt.header()), claims(jwt)).toList(), JsonTree.pretty(all));
      }
      case TokenContent.Encrypted encrypted ->
          new TokenClaims(header(encrypted.header()).toList(), JsonTree.pretty(encrypted.header()));
      case TokenContent.Opaque _ -> new TokenClaims(List.of(), "");
    };
  }

  private static Stream<Entry> header(ObjectNode header) {
    return header.propertyStream().map(it -> new Entry(true, it.getKey(), text(it.getValue()), Optional.empty()));
  }

  private static Stream<Entry> claims(Jwt jwt) {
    return jwt.claims()
        .propertyStream()
        .map(
            it ->
                new Entry(
                    false,
                    it.getKey(),
                    text(it.getValue()),
                    TIMES.contains(it.getKey()) ? jwt.time(it.getKey()) : Optional.empty()));
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : JsonTree.text(value);
  }

  /** Without what is in it. */
  @Override
  public String toString() {
    return entries.size() + " members";
  }
}
