package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.scope.ScopeSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What metadata means for one grant. It compares and proves nothing: what is not advertised may work all the same. */
public final class MetadataFit {
  private final Metadata metadata;

  public MetadataFit(Metadata metadata) {
    this.metadata = metadata;
  }

  /** A scope that was asked for; with the spelling that is advertised where that differs in case. */
  public record ScopeFit(String scope, Fit fit, Optional<String> advertisedAs) {}

  public Fit grantType(GrantType grantType) {
    return fit(metadata.grantTypes(), grantType.value());
  }

  public Fit authentication(ClientAuthenticationMethod method) {
    return fit(metadata.tokenEndpointAuthMethods(), registeredName(method));
  }

  public List<ScopeFit> scopes(ScopeSet asked) {
    return asked.asSet().stream().map(this::scope).toList();
  }

  private ScopeFit scope(String scope) {
    Fit fit = fit(metadata.scopes(), scope);
    Optional<String> otherCase =
        fit == Fit.NOT_ADVERTISED
            ? metadata.scopes().orElseThrow().stream().filter(scope::equalsIgnoreCase).findFirst()
            : Optional.empty();
    return new ScopeFit(scope, otherCase.isPresent() ? Fit.OTHER_CASE : fit, otherCase);
  }

  private static Fit fit(Optional<List<String>> stated, String value) {
    return stated.map(it -> it.contains(value) ? Fit.ADVERTISED : Fit.NOT_ADVERTISED).orElse(Fit.NOT_STATED);
  }

  /** The method to send with where the server advertises one alone, and this program has it; of the two ways of Basic the RFC's. */
  public Optional<ClientAuthenticationMethod> onlyAuthentication() {
    return metadata
        .tokenEndpointAuthMethods()
        .filter(it -> it.size() == 1)
        .flatMap(
            it ->
                Stream.of(ClientAuthenticationMethod.values())
                    .filter(method -> method != ClientAuthenticationMethod.NONE && registeredName(method).equals(it.getFirst()))
                    .findFirst());
  }

  /** As in the registry of RFC 8414 §7.3; both ways of Basic are one there. */
  public static String registeredName(ClientAuthenticationMethod method) {
    return switch (method) {
      case BASIC, BASIC_RAW -> "client_secret_basic";
      case POST -> "client_secret_post";
      case NONE -> "none";
      case TLS_CLIENT_AUTH -> "tls_client_auth";
      case PRIVATE_KEY_JWT -> "private_key_jwt";
    };
  }
}
