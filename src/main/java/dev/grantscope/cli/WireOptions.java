package dev.grantscope.cli;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.profile.SettingsStore;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How to get there: as the profile and the settings have it, unless an option says otherwise. */
final class WireOptions {
  private @Nullable Double timeout;
  private @Nullable String proxy;
  private @Nullable String proxyUser;
  private @Nullable String proxyPasswordVariable;
  private boolean noProxy;
  private @Nullable String ca;
  private @Nullable String clientCertificate;
  private @Nullable String passphraseVariable;

  void addTo(Options options) {
    addWayTo(options);
    options
        .text("--client-cert", "FILE", "The client's certificate and key: PKCS#12, or PEM with both.", it -> clientCertificate = it)
        .text("--client-cert-password-env", "NAME", "The environment variable that holds its passphrase.", it -> passphraseVariable = it);
  }

  /** For what never shows a certificate of the client. */
  void addWayTo(Options options) {
    options
        .number("--timeout", "SECONDS", "The limit of everything together.", it -> timeout = it)
        .text("--proxy", "URL", "An HTTP proxy, such as http://proxy.example:3128 (default: the system's).", it -> proxy = it)
        .text("--proxy-user", "USER", "Its user name.", it -> proxyUser = it)
        .text("--proxy-password-env", "NAME", "The environment variable that holds its password.", it -> proxyPasswordVariable = it)
        .flag("--no-proxy", "Goes direct.", it -> noProxy = it)
        .text("--ca", "FILE", "Certificates (PEM or DER) to trust beside those of the system.", it -> ca = it);
  }

  /** http to this machine is allowed since it never leaves it; through a proxy it could, with the secret in clear. */
  void refuseFor(GrantRequest request) {
    if (proxy != null && !request.endpoint().tls()) {
      throw new CommandFailedException(ExitCode.USAGE, "--proxy is for https only: the proxy would read the secret");
    }
  }

  /** For what carries nothing of the client's: a profile's connection without its certificate; a proxy's password from an option at most. */
  WireSettings settings(CliServices services, Connection saved) {
    ProfileDraft nobody = ProfileDraft.blank("").withConnection(saved.withClientCertificate(""));
    return settings(services, nobody, _ -> Optional.empty());
  }

  /** By the options, else as the profile has it, else as in the settings. Reads the files that are named. */
  WireSettings settings(CliServices services, Target target) {
    ProfileDraft draft = target.draft();
    return settings(services, draft, target::kept);
  }

  /** Says as a {@link CommandFailedException} what is wrong with it. */
  private WireSettings settings(CliServices services, ProfileDraft draft, Function<Kind, Optional<Secret>> kept) {
    if (proxy != null && noProxy) {
      throw new CommandFailedException(ExitCode.USAGE, "Give --proxy or --no-proxy, not both");
    }
    Connection own = over(draft.connection());
    Secret password =
        secret(services, "--proxy-password-env", proxyPasswordVariable, own.proxy() == ProxyMode.NAMED && proxy == null && own.isPasswordForProxy(), Kind.PROXY_PASSWORD, kept);
    Secret passphrase =
        secret(services, "--client-cert-password-env", passphraseVariable, clientCertificate == null, Kind.CERTIFICATE_PASSPHRASE, kept);
    WireLimits limits = limits();
    Resolved resolved =
        services.connections().get().resolve(new Way(own, password, passphrase), usual(services, own))
            .forClient(draft);
    return resolved
        .settings()
        .map(it -> it.withLimits(limits))
        .orElseThrow(
            () ->
                new CommandFailedException(
                    ExitCode.USAGE,
                    resolved.problems().stream().map(it -> ProblemLine.of(it, services.texts())).collect(Collectors.joining("; "))));
  }

  /** The way of the settings; of its secrets only what this connection leaves to them. */
  private static Way usual(CliServices services, Connection own) {
    SettingsStore store = services.settings().get();
    Settings settings = store.load();
    store.trouble().ifPresent(it -> services.err().println("grantscope: " + services.texts().of("storage.settings", it)));
    Connection usual = settings.connection();
    boolean password = own.proxy() == ProxyMode.AS_SET && usual.proxy() == ProxyMode.NAMED && !usual.proxyUser().isEmpty() && usual.isPasswordForProxy();
    boolean passphrase = own.clientCertificate().isBlank() && !usual.clientCertificate().isBlank();
    return new Way(
        usual,
        password ? kept(services, settings, Kind.PROXY_PASSWORD) : Secret.NONE,
        passphrase ? kept(services, settings, Kind.CERTIFICATE_PASSPHRASE) : Secret.NONE);
  }

  private static Secret kept(CliServices services, Settings settings, Kind kind) {
    return settings.keptSecrets().contains(kind) ? Target.fromKeyring(services, settings.key(kind)) : Secret.NONE;
  }

  private Connection over(Connection saved) {
    Connection own = noProxy ? saved.withProxy(ProxyMode.NONE) : saved;
    own = proxy == null ? own : own.withProxy(ProxyMode.NAMED).withProxyUrl(proxy).withProxyUser("");
    own = proxyUser == null ? own : own.withProxyUser(proxyUser);
    own = ca == null ? own : own.withAuthorities(ca);
    return clientCertificate == null ? own : own.withClientCertificate(clientCertificate);
  }

  /** From the variable that was named; else, for what the profile itself names, from the keyring. */
  private static Secret secret(
      CliServices services,
      String option,
      @Nullable String variable,
      boolean ofProfile,
      Kind kind,
      Function<Kind, Optional<Secret>> kept) {
    if (variable != null) {
      return SecretOptions.fromEnvironment(services, option, variable);
    }
    return ofProfile ? kept.apply(kind).orElse(Secret.NONE) : Secret.NONE;
  }

  private WireLimits limits() {
    if (timeout == null) {
      return WireLimits.STANDARD;
    }
    if (!(timeout >= 0.1 && timeout <= 3600)) {
      throw new CommandFailedException(ExitCode.USAGE, "--timeout is a number of seconds from 0.1 to 3600");
    }
    return WireLimits.within(Duration.ofMillis(Math.round(timeout * 1000)));
  }
}
