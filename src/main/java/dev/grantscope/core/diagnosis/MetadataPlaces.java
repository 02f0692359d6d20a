package dev.grantscope.core.diagnosis;

import dev.grantscope.core.wire.Endpoint;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where, on the host of a token URL and nowhere else, the metadata of its issuer may be (RFC 8414 §3, OpenID Connect Discovery 1.0 §4). */
final class MetadataPlaces {
  private static final int MOST = 3;
  private static final String OIDC = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  /** How token paths end, and what takes the place of that in the issuer: the usual servers' conventions. */
  private static final List<List<String>> ENDINGS =
      List.of(
          List.of("/protocol/openid-connect/token", ""),
          List.of("/oauth2/v2.0/token", "/v2.0"),
          List.of("/v1/token", ""),
          List.of("/oauth2/token", ""),
          List.of("/oauth/token", ""),
          List.of("/connect/token", ""),
          List.of("/auth/token", ""),
          List.of("/token", ""));

  private MetadataPlaces() {}

  static List<Endpoint> of(Endpoint token) {
    String origin = token.origin();
    String path = token.target().replaceFirst("\\?.*$", "");
    Set<String> urls = new LinkedHashSet<>();
    ENDINGS.stream()
        .filter(it -> path.endsWith(it.getFirst()))
        .findFirst()
        .map(it -> path.substring(0, path.length() - it.getFirst().length()) + it.getLast())
        .ifPresent(
            issuer -> {
              urls.add(origin + issuer + OIDC);
              urls.add(origin + OAUTH + issuer);
            });
    urls.add(origin + OIDC);
    // What is not valid has something of the token URL that no other URL may have.
    return urls.stream().limit(MOST).map(Endpoint::ifValid).flatMap(Optional::stream).toList();
  }
}
