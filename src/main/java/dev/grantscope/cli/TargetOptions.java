package dev.grantscope.cli;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.provider.ProviderCatalog;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** TARGET of the contract: a saved profile, or everything by options; options given beside a profile take its place. */
final class TargetOptions {
  /** How a command with a target is called. */
  static final String[] WAYS = {"PROFILE [OPTION]...", "--token-url=URL --client-id=ID"};

  @Nullable String profile;
  private @Nullable String tokenUrl;
  private @Nullable String clientId;
  private final GrantOptions grant = new GrantOptions("Scopes, separated by spaces; may be repeated.");
  private @Nullable String username;
  private @Nullable String body;
  private @Nullable String keyFile;
  private @Nullable String keyId;
  private List<String> parameters = List.of();
  private List<String> headers = List.of();

  void addTo(Options options) {
    grant.addTo(options);
    options
        .argument("PROFILE", "A saved profile, by its name.", it -> profile = it)
        .text("--token-url", "URL", "The token endpoint.", it -> tokenUrl = it)
        .text("--client-id", "ID", "The client ID.", it -> clientId = it)
        .text("--username", "USER", "For the password grant; its password comes from the keyring or --password-env.", it -> username = it)
        .text("--key", "FILE", "The private key for private-key-jwt: PEM or JWK, not encrypted.", it -> keyFile = it)
        .text("--kid", "ID", "Its id, where the server needs one.", it -> keyId = it)
        .text("--body", "FORMAT", "form (default) or json.", it -> body = it)
        .texts("--param", "NAME=VALUE", "A further body parameter; may be repeated.", it -> parameters = it)
        .texts("--header", "\"NAME: VALUE\"", "A further header; may be repeated.", it -> headers = it);
  }

  /** What is to be run, over what the profile has, when there is one. */
  ProfileDraft over(Optional<ProfileDraft> saved) {
    ProfileDraft draft = saved.orElseGet(() -> ProfileDraft.blank(ProviderCatalog.ANY));
    if (saved.isEmpty() && (tokenUrl == null || clientId == null)) {
      throw new CommandFailedException(ExitCode.USAGE, "Name a saved profile, or give --token-url and --client-id");
    }
    if (tokenUrl != null) {
      draft = draft.withProvider(ProviderCatalog.ANY, "", tokenUrl);
    }
    draft = clientId == null ? draft : draft.withClientId(clientId);
    draft = grant.over(draft);
    draft = username == null ? draft : draft.withUsername(username);
    draft = keyFile == null ? draft : draft.withKey(draft.key().withPath(keyFile));
    draft = keyId == null ? draft : draft.withKey(draft.key().withKeyId(keyId));
    draft = body == null ? draft : draft.withBodyFormat(bodyFormat(body));
    draft = parameters.isEmpty() ? draft : draft.withParameters(parameters.stream().map(TargetOptions::parameter).toList());
    return headers.isEmpty() ? draft : draft.withHeaders(headers.stream().map(TargetOptions::header).toList());
  }

  private static BodyFormat bodyFormat(String name) {
    return BodyFormat.named(name)
        .orElseThrow(() -> new CommandFailedException(ExitCode.USAGE, "--body is form or json"));
  }

  private static Entry parameter(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new CommandFailedException(ExitCode.USAGE, "--param is name=value");
    }
    return new Entry(text.substring(0, equals), text.substring(equals + 1));
  }

  static Entry header(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw new CommandFailedException(ExitCode.USAGE, "--header is \"Name: value\"");
    }
    String value = text.substring(colon + 1);
    return new Entry(text.substring(0, colon), value.startsWith(" ") ? value.substring(1) : value);
  }
}
