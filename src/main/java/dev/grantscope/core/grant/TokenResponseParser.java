package dev.grantscope.core.grant;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.GrantOutcome.Reason;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.token.Jwt;
import dev.grantscope.core.wire.Exchange;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Says what an exchange with a token endpoint means (RFC 6749 §5). Forgiving in reading, exact in reporting; it never throws. */
final class TokenResponseParser {
  /** Codes are lower-case words (RFC 6749 §5.2); "Not Found" or "Forbidden" in that place come from frameworks, not from OAuth. */
  private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_.-]*(:.*)?", Pattern.DOTALL);

  /** Seconds that no server minds. */
  private static final long MOST_SKEW = 30;

  private final ScopeSet requested;

  TokenResponseParser(ScopeSet requested) {
    this.requested = requested;
  }

  GrantRun read(GrantRequest request, Exchange exchange) {
    List<AnswerNote> notes = new ArrayList<>();
    GrantOutcome outcome = outcome(JsonAnswer.of(exchange), notes);
    clocks(request, exchange).ifPresent(notes::add);
    return new GrantRun(request, exchange, outcome, notes);
  }

  private GrantOutcome outcome(JsonAnswer answer, List<AnswerNote> notes) {
    // Not a switch over the types: for that the JVM makes a class anew at each start of a command.
    if (answer instanceof JsonAnswer.Json json) {
      notes.addAll(json.notes());
      return meaning(json.status(), json.value(), notes);
    }
    return ((JsonAnswer.None) answer).outcome();
  }

  /** A signed JWT is good for a short time, by the clock of the server. */
  private static Optional<AnswerNote> clocks(GrantRequest request, Exchange exchange) {
    if (!(request.authentication() instanceof ClientAuthentication.PrivateKeyJwt)) {
      return Optional.empty();
    }
    try {
      return exchange
          .response()
          .flatMap(response -> response.header("Date"))
          .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
          .map(date -> Duration.between(exchange.startedAt(), date).toSeconds())
          .filter(seconds -> Math.abs(seconds) > MOST_SKEW)
          .map(seconds -> new AnswerNote(Kind.CLOCKS_DIFFER, Long.toString(seconds)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
    return new OAuthError(json.path("error").stringValue(), description);
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).stringValueOpt();
  }
}
