package dev.grantscope.core.grant;

import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.Jwt;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A successful token response (RFC 6749 §5.1).
 *
 * @param tokenType as the server wrote it; empty when it wrote none
 * @param expiresIn seconds, when it stated a usable number
 * @param scope the {@code scope} member; empty when there is none, which is not the same as an empty scope
 * @param jwt the access token decoded, when it is a JWT
 * @param otherTokens refresh and id tokens, which are never used but must not be shown
 */
public record TokenResponse(
    Secret accessToken,
    String tokenType,
    OptionalLong expiresIn,
    Optional<ScopeSet> scope,
    Optional<Jwt> jwt,
    List<Secret> otherTokens) {
  public TokenResponse {
    otherTokens = List.copyOf(otherTokens);
  }

  /** Everything in it that must not be shown unasked. */
  public List<Secret> secrets() {
    return Stream.concat(Stream.of(accessToken), otherTokens.stream()).toList();
  }
}
