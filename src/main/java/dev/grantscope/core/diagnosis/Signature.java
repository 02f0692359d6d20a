package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of an answer can be compared with another one: everything that does not change from one request to the next.
 *
 * @param kind how it ended: granted, refused, the reason why it is not OAuth, or the phase and kind of a failure
 * @param status 0 when there was no HTTP
 * @param description of the error, without ids, times and what the request itself said
 * @param challenge the scheme of WWW-Authenticate
 * @param server the headers Server and Via
 */
public record Signature(
    String kind, int status, String error, String description, String contentType, String challenge, String server) {
  private static final Pattern CHANGING =
      Pattern.compile(
          "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}"
              + "|\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z?"
              + "|\\b(?=[A-Za-z]*\\d)[0-9A-Za-z_-]{16,}\\b"
              + "|\\b\\d{5,}\\b");

  static Signature of(GrantRun run) {
    GrantOutcome outcome = run.outcome();
    Optional<WireResponse> response = run.exchange().response();
    int status = response.map(WireResponse::status).orElse(0);
    String error = outcome instanceof GrantOutcome.Refused refused ? refused.error().code() : "";
    String description =
        switch (outcome) {
          case GrantOutcome.Refused refused -> refused.error().description().orElse("");
          case GrantOutcome.NotOAuth notOAuth when notOAuth.reason() == GrantOutcome.Reason.OTHER_JSON -> notOAuth.detail().orElse("");
          default -> "";
        };
    return new Signature(
        kind(outcome),
        status,
        error,
        stable(description, run.request()),
        header(response, "Content-Type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT),
        header(response, "WWW-Authenticate").strip().replaceFirst("[ ,].*", "").toLowerCase(Locale.ROOT),
        stable(header(response, "Server") + " " + header(response, "Via"), run.request()).strip());
  }

  private static String kind(GrantOutcome outcome) {
    return switch (outcome) {
      case GrantOutcome.Granted _ -> "granted";
      case GrantOutcome.Refused _ -> "refused";
      case GrantOutcome.NotOAuth notOAuth -> notOAuth.reason().name();
      case GrantOutcome.NotReached notReached -> kind(notReached.failure());
      case GrantOutcome.Cancelled _ -> "cancelled";
    };
  }

  /** With TLS 1.3 it is chance in which phase a missing certificate is felt. */
  private static String kind(WireFailure failure) {
    return (failure.kind() == WireFailure.Kind.CLIENT_CERTIFICATE ? Phase.TLS : failure.phase()) + " " + failure.kind();
  }

  private static String header(Optional<WireResponse> response, String name) {
    return response.flatMap(it -> it.header(name)).orElse("");
  }

  /** A server may repeat the client id or a scope, and number its answers: none of that says anything. */
  private static String stable(String text, GrantRequest request) {
    String start = Said.start(text);
    String stable = without(start, request.authentication().clientId());
    for (String scope : request.scope().values()) {
      stable = without(stable, scope);
    }
    // Beyond that each character counts: two answers may be taken for different there, which proves nothing, but never for the same.
    return CHANGING.matcher(stable).replaceAll("…") + text.substring(start.length());
  }

  private static String without(String text, String value) {
    return value.isEmpty()
        ? text
        : text.replaceAll("(?<![A-Za-z0-9])" + Pattern.quote(value) + "(?![A-Za-z0-9])", Matcher.quoteReplacement("…"));
  }
}
