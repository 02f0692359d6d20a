package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.text.Texts;
import java.util.function.Consumer;

/**
 * How the requests of a profile get there: its connection over that of the settings, with their secrets from the keyring and their files
 * read in the background. All that is sent, of whatever tab, goes the way that comes from here.
 */
final class ConnectionDesk {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Connections connections;
  private final Background background;
  private final Texts texts;

  ConnectionDesk(Workbench workbench, SecretDesk secrets, Connections connections, Background background, Texts texts) {
    this.texts = texts;
    this.workbench = workbench;
    this.secrets = secrets;
    this.connections = connections;
    this.background = background;
  }

  /**
   * Has the way of a profile ready, or the problems with it.
   *
   * @param noSecret hears in a sentence why a secret that is needed could not be had
   * @param broken hears of a fault of the program
   */
  void load(Profile profile, Consumer<Resolved> ready, Consumer<String> noSecret, Consumer<Fault> broken) {
    way(
        profile,
        own ->
            way(
                workbench.settings(),
                usual -> background.run(() -> connections.resolve(own, usual), ready, broken),
                noSecret),
        noSecret);
  }

  private void way(Profile of, Consumer<Way> ready, Consumer<String> noSecret) {
    Connection connection = of.draft().connection();
    boolean password = connection.proxy() == ProxyMode.NAMED && !connection.proxyUser().isEmpty();
    if (password && !connection.isPasswordForProxy()) {
      noSecret.accept(passwordOfAnother(connection, texts));
      return;
    }
    secret(
        of,
        Kind.PROXY_PASSWORD,
        password,
        proxy ->
            secret(
                of,
                Kind.CERTIFICATE_PASSPHRASE,
                !connection.clientCertificate().isBlank(),
                passphrase -> ready.accept(new Way(connection, proxy, passphrase)),
                noSecret),
        noSecret);
  }

  /** Why a password is not used: it was typed for another proxy. */
  static String passwordOfAnother(Connection connection, Texts texts) {
    return texts.get("connection.password.other", VisibleText.of(connection.passwordHost(), 80));
  }

  /** The keyring is not asked for what is not needed. */
  private void secret(Profile profile, Kind kind, boolean needed, Consumer<Secret> ready, Consumer<String> noSecret) {
    if (needed) {
      secrets.load(profile, kind, ready, noSecret);
    } else {
      ready.accept(Secret.NONE);
    }
  }
}
