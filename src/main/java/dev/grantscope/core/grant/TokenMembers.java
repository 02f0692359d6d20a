package dev.grantscope.core.grant;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.Jwt;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the members of a token response (RFC 6749 §5.1) and notes each departure. */
final class TokenMembers {
  /** Three hundred years: more is no lifetime but a mistake. */
  private static final BigDecimal LONGEST = BigDecimal.valueOf(10_000_000_000L);

  /** Two scopes with nothing but blanks between them. */
  private static final Pattern BLANK_ALONE = Pattern.compile("[^,\\s]\\s+[^,\\s]");

  private final JsonNode json;
  private final ScopeSet requested;
  private final List<AnswerNote> notes;

  TokenMembers(JsonNode json, ScopeSet requested, List<AnswerNote> notes) {
    this.json = json;
    this.requested = requested;
    this.notes = notes;
  }

  TokenResponse read() {
    String token = json.path("access_token").stringValue();
    String type = json.path("token_type").stringValue("");
    if (type.isEmpty()) {
      note(Kind.TOKEN_TYPE_MISSING, "");
    }
    List<Secret> others =
        Stream.of("refresh_token", "id_token")
            .map(json::path)
            .filter(JsonNode::isString)
            .map(node -> Secret.of(node.stringValue()))
            .filter(secret -> !secret.isEmpty())
            .toList();
    return new TokenResponse(Secret.of(token), type, expiresIn(), scope(), Jwt.decode(token), others);
  }

  private OptionalLong expiresIn() {
    JsonNode node = json.path("expires_in");
    if (node.isMissingNode()) {
      return OptionalLong.empty();
    }
    Optional<BigDecimal> seconds = number(node).filter(it -> it.signum() >= 0 && it.compareTo(LONGEST) <= 0);
    if (seconds.isEmpty()) {
      note(Kind.EXPIRES_IN_UNUSABLE, AnswerNote.cut(JsonTree.text(node)));
      return OptionalLong.empty();
    }
    if (!node.isIntegralNumber()) {
      note(Kind.EXPIRES_IN_NOT_INTEGER, AnswerNote.cut(JsonTree.text(node)));
    }
    return OptionalLong.of(seconds.get().longValue());
  }

  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue());
    }
    // Nine digits and a fraction at most: a longer text is no lifetime, and parsing it could take for ever.
    return node.isString() && node.stringValue().strip().matches("[0-9]{1,9}(\\.[0-9]{1,9})?")
        ? Optional.of(new BigDecimal(node.stringValue().strip()))
        : Optional.empty();
  }

  private Optional<ScopeSet> scope() {
    JsonNode node = json.path("scope");
    if (node.isMissingNode()) {
      return Optional.empty();
    }
    if (node.isArray()) {
      note(Kind.SCOPE_ARRAY, "");
      return Optional.of(
          ScopeSet.parse(
              String.join(" ", node.valueStream().filter(JsonNode::isString).map(JsonNode::stringValue).toList())));
    }
    if (!node.isString()) {
      note(Kind.SCOPE_UNREADABLE, AnswerNote.cut(JsonTree.text(node)));
      return Optional.empty();
    }
    String text = node.stringValue();
    if (text.contains(",") && !BLANK_ALONE.matcher(text).find() && !isAsAskedFor(text)) {
      note(Kind.SCOPE_COMMAS, "");
      text = text.replace(',', ' ');
    }
    return Optional.of(ScopeSet.parse(text));
  }

  /** A comma is a legal character of a scope (RFC 6749 §3.3). */
  private boolean isAsAskedFor(String text) {
    return requested.asSet().containsAll(ScopeSet.parse(text).values());
  }

  private void note(Kind kind, String detail) {
    notes.add(new AnswerNote(kind, detail));
  }
}
