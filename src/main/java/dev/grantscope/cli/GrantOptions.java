package dev.grantscope.cli;

import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.ProfileDraft;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a grant asks for, and how its client proves who it is. */
final class GrantOptions {
  private final String scopeDescription;
  private List<String> scopes = List.of();
  private @Nullable String grant;
  private @Nullable String auth;

  GrantOptions(String scopeDescription) {
    this.scopeDescription = scopeDescription;
  }

  void addTo(Options options) {
    options
        .texts("--scope", "SCOPES", scopeDescription, it -> scopes = it)
        .text("--grant", "GRANT", "client_credentials (default) or password.", it -> grant = it)
        .text("--auth", "WAY", "basic (default), basic-raw, post, none, private-key-jwt or tls-client-auth.", it -> auth = it);
  }

  /** What was given takes the place of what the draft says. */
  ProfileDraft over(ProfileDraft saved) {
    ProfileDraft draft = scopes.isEmpty() ? saved : saved.withScope(String.join(" ", scopes));
    draft = grant == null ? draft : draft.withGrantType(grantType(grant));
    return auth == null ? draft : draft.withAuthentication(authentication(auth));
  }

  private static GrantType grantType(String name) {
    return Stream.of(GrantType.CLIENT_CREDENTIALS, GrantType.PASSWORD)
        .filter(it -> it.value().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, "--grant is client_credentials or password"));
  }

  private static ClientAuthenticationMethod authentication(String name) {
    return ClientAuthenticationMethod.named(name)
        .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, "--auth is basic, basic-raw, post, none, private-key-jwt or tls-client-auth"));
  }
}
