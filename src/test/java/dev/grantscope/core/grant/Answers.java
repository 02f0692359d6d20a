package dev.grantscope.core.grant;

import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.GrantRequests;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Grants with made-up answers: the wire is a port of one method. */
final class Answers {
  static final String SECRET = "canary-secret";

  private Answers() {}

  static Endpoint endpoint(String url) {
    try {
      return Endpoint.parse(url);
    } catch (EndpointException e) {
      throw new AssertionError(url, e);
    }
  }

  static GrantRequest asking(String scope) {
    return GrantRequests.clientCredentials(
        endpoint("https://as.example/token"),
        new ClientAuthentication.Basic("client", Secret.of(SECRET)),
        ScopeSet.parse(scope));
  }

  static GrantRun json(String scope, String body) {
    return to(asking(scope), response(200, body.getBytes(StandardCharsets.UTF_8), new Header("Content-Type", "application/json")));
  }

  static WireResponse response(int status, byte[] body, Header... headers) {
    return new WireResponse("HTTP/1.1", status, "", List.of(headers), Bytes.of(body));
  }

  static GrantRun to(GrantRequest request, WireResponse response) {
    return run(request, Optional.of(response), Optional.empty());
  }

  static GrantRun run(GrantRequest request, Optional<WireResponse> response, Optional<WireFailure> failure) {
    HttpWire wire =
        (sent, settings, cancellation, listener) ->
            new Exchange(
                sent,
                Instant.EPOCH,
                sent.toBytes(),
                response.map(WireResponse::body).orElse(Bytes.EMPTY),
                response,
                failure,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    return new GrantService(wire, "Test").run(request, WireSettings.STANDARD, new Cancellation(), WireListener.NONE);
  }

  /** An outcome in one line. */
  static String inWords(GrantOutcome outcome) {
    return switch (outcome) {
      case GrantOutcome.Granted(TokenResponse token, _) ->
          "granted " + token.tokenType()
              + (token.expiresIn().isPresent() ? " " + token.expiresIn().getAsLong() + " s" : "")
              + token.scope().map(scope -> " [" + String.join(" ", scope.values()) + "]").orElse("");
      case GrantOutcome.Refused(int status, OAuthError error) ->
          "refused " + status + " " + error.code() + error.description().map(text -> ": " + text).orElse("");
      case GrantOutcome.NotOAuth(GrantOutcome.Reason reason, int status, Optional<String> detail) ->
          reason + " " + status + detail.map(text -> " " + text).orElse("");
      case GrantOutcome.NotReached(WireFailure failure) -> "not reached " + failure.kind();
      case GrantOutcome.Cancelled(var phase) -> "cancelled " + phase;
    };
  }
}
