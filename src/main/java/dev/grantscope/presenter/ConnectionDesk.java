package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.util.function.Consumer;

/**
 * How the requests of a profile get there: its connection over that of the settings, with their secrets from the keyring and their files
 * read in the background. All that is sent, of whatever tab, goes the way that comes from here.
 */
final class ConnectionDesk {
  private final SecretDesk secrets;
  private final Connections connections;
  private final Background background;

  ConnectionDesk(SecretDesk secrets, Connections connections, Background background) {
    this.secrets = secrets;
    this.connections = connections;
    this.background = background;
  }

  /**
   * Has the way of a profile ready, or the problems with it.
   *
   * @param noSecret hears in a sentence why a secret that is needed could not be had
   */
  void load(Profile profile, Consumer<Resolved> ready, Consumer<String> noSecret) {
    Connection own = profile.draft().connection();
    secret(
        profile,
        Kind.PROXY_PASSWORD,
        own.proxy() == ProxyMode.NAMED && !own.proxyUser().isEmpty(),
        password ->
            secret(
                profile,
                Kind.CERTIFICATE_PASSPHRASE,
                !own.clientCertificate().isBlank(),
                passphrase -> resolve(new Way(own, password, passphrase), ready),
                noSecret),
        noSecret);
  }

  /** The keyring is not asked for what is not needed. */
  private void secret(Profile profile, Kind kind, boolean needed, Consumer<Secret> ready, Consumer<String> noSecret) {
    if (needed) {
      secrets.load(profile, kind, ready, noSecret);
    } else {
      ready.accept(Secret.NONE);
    }
  }

  private void resolve(Way own, Consumer<Resolved> ready) {
    background.run(() -> connections.resolve(own, Way.of(Connection.USUAL)), ready);
  }
}
