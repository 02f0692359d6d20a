package dev.grantscope.core.grant;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.GrantOutcome.Reason;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.token.Jwt;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Says what an exchange with a token endpoint means (RFC 6749 §5). Forgiving in reading, exact in reporting; it never throws. */
final class TokenResponseParser {
  /** Codes are lower-case words (RFC 6749 §5.2); "Not Found" or "Forbidden" in that place come from frameworks, not from OAuth. */
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_.-]*(:.*)?", Pattern.DOTALL);

  /** RFC 8259 §11, and the suffix of RFC 6838 §4.2.8. */
  private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z0-9!#$&^_.+-]+\\+)?json\\s*(;|$)", Pattern.CASE_INSENSITIVE);

  private final ScopeSet requested;

  TokenResponseParser(ScopeSet requested) {
    this.requested = requested;
  }

  GrantRun read(GrantRequest request, Exchange exchange) {
    List<AnswerNote> notes = new ArrayList<>();
    GrantOutcome outcome =
        exchange
            .failure()
            .map(failure -> failed(failure, exchange))
            .or(() -> exchange.response().map(response -> answered(response, notes)))
            .orElseThrow();
    return new GrantRun(request, exchange, outcome, notes);
  }

  private static GrantOutcome failed(WireFailure failure, Exchange exchange) {
    int status = exchange.response().map(WireResponse::status).orElse(0);
    return switch (failure.kind()) {
      case CANCELLED -> new GrantOutcome.Cancelled(failure.phase());
      case TOO_LARGE -> new NotOAuth(Reason.TOO_LARGE, status, Optional.empty());
      case TRUNCATED -> new NotOAuth(Reason.TRUNCATED, status, Optional.empty());
      case NOT_HTTP -> new NotOAuth(Reason.NOT_HTTP, 0, Optional.empty());
      default -> new GrantOutcome.NotReached(failure);
    };
  }

  private GrantOutcome answered(WireResponse response, List<AnswerNote> notes) {
    int status = response.status();
    if (status / 100 == 3) {
      return new NotOAuth(Reason.REDIRECT, status, response.header("Location"));
    }
    if (response.body().isEmpty()) {
      return new NotOAuth(Reason.EMPTY, status, Optional.empty());
    }
    Optional<JsonBody> json = JsonBody.read(response.body());
    boolean html = looksLikeHtml(response);
    if (json.isEmpty() || (html && !json.get().value().isContainer())) {
      return new NotOAuth(html ? Reason.HTML : Reason.NOT_JSON, status, response.header("Content-Type"));
    }
    notes.addAll(json.get().notes());
    String type = response.header("Content-Type").orElse("");
    if (!JSON_TYPE.matcher(type).lookingAt()) {
      notes.add(new AnswerNote(Kind.CONTENT_TYPE_NOT_JSON, type));
    }
    return meaning(status, json.get().value(), notes);
  }

  private GrantOutcome meaning(int status, JsonNode json, List<AnswerNote> notes) {
    if (json.path("error").isString() && ERROR_CODE.matcher(json.path("error").stringValue()).matches()) {
      return new GrantOutcome.Refused(status, error(json, notes));
    }
    if (status / 100 == 2 && json.path("access_token").isString() && !json.path("access_token").stringValue().isEmpty()) {
      if (status != 200) {
        notes.add(new AnswerNote(Kind.STATUS_NOT_200, Integer.toString(status)));
      }
      TokenResponse token = new TokenMembers(json, requested, notes).read();
      return new GrantOutcome.Granted(token, compare(token));
    }
    return new NotOAuth(Reason.OTHER_JSON, status, text(json, "error").or(() -> text(json, "message")));
  }

  /** RFC 6749 §5.1 first; else what the token says of itself; else nobody said. */
  private ScopeComparison compare(TokenResponse token) {
    if (token.scope().isPresent()) {
      return ScopeComparison.of(requested, token.scope().get(), ScopeSource.RESPONSE);
    }
    return fromJwt(token, "scope", ScopeSource.JWT_SCOPE)
        .or(() -> fromJwt(token, "scp", ScopeSource.JWT_SCP))
        .or(() -> isEntra() ? fromJwt(token, "roles", ScopeSource.JWT_ROLES) : Optional.empty())
        .orElseGet(() -> ScopeComparison.notStated(requested));
  }

  /** Only where {@code resource/.default} was asked for are roles what became of it; elsewhere they are about something else. */
  private boolean isEntra() {
    return requested.values().stream().anyMatch(it -> it.endsWith("/.default"));
  }

  private Optional<ScopeComparison> fromJwt(TokenResponse token, String claim, ScopeSource source) {
    Optional<Jwt> jwt = token.jwt();
    return jwt.flatMap(it -> it.words(claim))
        .map(words -> ScopeComparison.of(requested, ScopeSet.parse(words), source));
  }

  private static OAuthError error(JsonNode json, List<AnswerNote> notes) {
    Optional<String> description = text(json, "error_description");
    Optional<String> camelCase = text(json, "errorDescription");
    if (description.isEmpty() && camelCase.isPresent()) {
      notes.add(new AnswerNote(Kind.CAMEL_CASE_DESCRIPTION, ""));
      description = camelCase;
    }
    return new OAuthError(json.path("error").stringValue(), description, text(json, "error_uri"));
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).isString() ? Optional.of(json.path(member).stringValue()) : Optional.empty();
  }

  private static boolean looksLikeHtml(WireResponse response) {
    String start = response.body().asText();
    start = start.substring(0, Math.min(start.length(), 512)).stripLeading().toLowerCase(Locale.ROOT);
    return response.header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html")
        || start.startsWith("<!doctype html")
        || start.startsWith("<html");
  }
}
