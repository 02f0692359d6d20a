package dev.grantscope.core.api;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One call of an API as it happened, and what its answer means for the token.
 *
 * @param secrets that may stand in its bytes
 */
public record ApiAnswer(ApiCall call, Exchange exchange, List<Secret> secrets) {
  /** What an answer means for the token. */
  public enum Meaning {
    ALLOWED,
    /** 401, or {@code invalid_token}: the token was not accepted. */
    TOKEN_REFUSED,
    /** {@code insufficient_scope}: the token was accepted, and does not carry the right (RFC 6750 §3.1). */
    SCOPE_MISSING,
    /** Any other 403: often a missing right, but a gateway before the API can say it as well. */
    NOT_ALLOWED,
    /** 404: not there, or not to be seen with this token. */
    NOT_FOUND,
    REDIRECT,
    RATE_LIMITED,
    /** Any other 4xx: the request, not the token. */
    BAD_REQUEST,
    SERVER_ERROR,
    /** A web page where an API would answer otherwise. */
    WEB_PAGE,
    /** The token has a character that no header can carry; nothing was sent. */
    NOT_SENDABLE,
    NOT_REACHED,
    CANCELLED;

    /** Its name in the JSON of the command line. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public ApiAnswer {
    secrets = List.copyOf(secrets);
  }

  /** 0 when there was none. */
  public int status() {
    return exchange.response().map(WireResponse::status).orElse(0);
  }

  /** What the server says in its challenge (RFC 6750 §3). */
  public Optional<BearerError> bearerError() {
    return exchange.response().flatMap(BearerError::of);
  }

  public Meaning meaning() {
    if (failed(WireFailure.Kind.CANCELLED)) {
      return Meaning.CANCELLED;
    }
    if (failed(WireFailure.Kind.NOT_SENDABLE)) {
      return Meaning.NOT_SENDABLE;
    }
    if (exchange.response().isEmpty()) {
      return Meaning.NOT_REACHED;
    }
    WireResponse response = exchange.response().get();
    String error = bearerError().map(BearerError::error).orElse("");
    if (response.status() / 100 == 4 && error.equals("insufficient_scope")) {
      return Meaning.SCOPE_MISSING;
    }
    if (response.status() / 100 == 4 && error.equals("invalid_token")) {
      return Meaning.TOKEN_REFUSED;
    }
    boolean unexplained = response.status() / 100 == 4 && error.isEmpty();
    if ((response.status() / 100 == 2 || unexplained) && response.looksLikeHtml()) {
      return Meaning.WEB_PAGE;
    }
    return switch (response.status()) {
      case 401 -> Meaning.TOKEN_REFUSED;
      case 403 -> Meaning.NOT_ALLOWED;
      case 404, 410 -> Meaning.NOT_FOUND;
      case 429 -> Meaning.RATE_LIMITED;
      default ->
          switch (response.status() / 100) {
            case 2 -> Meaning.ALLOWED;
            case 3 -> Meaning.REDIRECT;
            case 4 -> Meaning.BAD_REQUEST;
            default -> Meaning.SERVER_ERROR;
          };
    };
  }

  private boolean failed(WireFailure.Kind kind) {
    return exchange.failure().filter(it -> it.kind() == kind).isPresent();
  }
}
