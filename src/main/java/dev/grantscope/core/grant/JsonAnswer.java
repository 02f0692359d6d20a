package dev.grantscope.core.grant;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.GrantOutcome.Reason;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an exchange with a server of OAuth brought, before anybody asks what it means: JSON, or why there is none. It never throws. */
public sealed interface JsonAnswer {
  /** JSON came, whatever the status. */
  record Json(int status, JsonNode value, List<AnswerNote> notes) implements JsonAnswer {
    public Json {
      notes = List.copyOf(notes);
    }
  }

  /** None came: {@link NotOAuth}, {@link GrantOutcome.NotReached} or {@link GrantOutcome.Cancelled}. */
  record None(GrantOutcome outcome) implements JsonAnswer {}

  /** Reads it. */
  static JsonAnswer of(Exchange exchange) {
    return exchange
        .failure()
        .map(failure -> failed(failure, exchange))
        .or(() -> exchange.response().map(JsonAnswer::answered))
        .orElseThrow();
  }

  private static JsonAnswer failed(WireFailure failure, Exchange exchange) {
    int status = exchange.response().map(WireResponse::status).orElse(0);
    return new None(
        switch (failure.kind()) {
          case CANCELLED -> new GrantOutcome.Cancelled(failure.phase());
          case TOO_LARGE -> new NotOAuth(Reason.TOO_LARGE, status, Optional.of(failure.message()));
          case TRUNCATED -> new NotOAuth(Reason.TRUNCATED, status, Optional.empty());
          case NOT_HTTP -> new NotOAuth(Reason.NOT_HTTP, 0, Optional.empty());
          default -> new GrantOutcome.NotReached(failure);
        });
  }

  private static JsonAnswer answered(WireResponse response) {
    int status = response.status();
    if (status / 100 == 3) {
      return new None(new NotOAuth(Reason.REDIRECT, status, response.header("Location")));
    }
    if (response.body().isEmpty()) {
      return new None(new NotOAuth(Reason.EMPTY, status, Optional.empty()));
    }
    JsonBody json;
    try {
      json = JsonBody.read(response.body());
    } catch (JsonBody.UnreadException e) {
      return unread(e.reason(), response);
    }
    if (!json.value().isContainer() && response.looksLikeHtml()) {
      return unread(Reason.NOT_JSON, response);
    }
    List<AnswerNote> notes = new ArrayList<>(json.notes());
    if (!response.saysJson()) {
      notes.add(new AnswerNote(Kind.CONTENT_TYPE_NOT_JSON, response.header("Content-Type").orElse("")));
    }
    return new Json(status, json.value(), notes);
  }

  private static JsonAnswer unread(Reason why, WireResponse response) {
    return new None(new NotOAuth(response.looksLikeHtml() ? Reason.HTML : why, response.status(), response.header("Content-Type")));
  }
}
