package dev.grantscope.core.grant;

import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A token request that may be sent as it is (RFC 6749 §4.4.2, §4.3.2).
 *
 * @param owner user name and password, for the {@code password} grant only
 * @param parameters further body parameters, in the order in which they are sent
 * @param headers further headers, in the order in which they are sent; one with the name of ours takes its place
 */
public record GrantRequest(
    Endpoint endpoint,
    GrantType grantType,
    ClientAuthentication authentication,
    BodyFormat bodyFormat,
    ScopeSet scope,
    Optional<ResourceOwner> owner,
    List<Parameter> parameters,
    List<Header> headers) {
  /** RFC 6749 §4.3; for CXone the id and the secret of an access key. */
  public record ResourceOwner(String username, Secret password) {}

  public GrantRequest {
    parameters = List.copyOf(parameters);
    headers = List.copyOf(headers);
  }

  /** The secrets that it carries, to be looked for wherever something is shown. */
  public List<Secret> secrets() {
    return Stream.of(
            Stream.of(authentication.secret()),
            authentication.authorization().stream().map(Secret::withoutScheme),
            owner.stream().map(ResourceOwner::password))
        .flatMap(it -> it)
        .filter(secret -> !secret.isEmpty())
        .toList();
  }
}
