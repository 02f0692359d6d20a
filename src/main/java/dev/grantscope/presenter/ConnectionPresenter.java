package dev.grantscope.presenter;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.Settings;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** How requests get to their server: of the chosen profile, or of the settings. What a file holds is read when its field is left. */
public final class ConnectionPresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Supplier<Profile> owner;
  private final Connections connections;
  private final Background background;
  private final Texts texts;
  private final ConnectionNotices notices;

  /** What the fields can show. */
  public interface View {
    void showProxy(List<Choice> ways, String chosen);

    /** Address, user and password of the proxy that is named; not there for the other ways. */
    void showNamedProxy(boolean visible, String url, String user, Secret password, String hint, Notice place);

    void showProxyNotice(Optional<Notice> notice);

    void showAuthorities(String file, Optional<Notice> notice);

    void showClientCertificate(String file, Optional<Notice> notice);

    /** The passphrase of that file; not there without a file. */
    void showPassphrase(boolean visible, Secret passphrase, String hint, Notice place);
  }

  private ConnectionPresenter(View view, Workbench workbench, SecretDesk secrets, Supplier<Profile> owner, Services with) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.owner = owner;
    this.connections = with.connections();
    this.background = with.background();
    this.texts = with.texts();
    this.notices = new ConnectionNotices(workbench, isSettings(), texts, with.zone());
    workbench.addListener(this);
    show();
  }

  /** Of the profile that is chosen. */
  static ConnectionPresenter ofProfile(View view, Workbench workbench, SecretDesk secrets, Services with) {
    return new ConnectionPresenter(view, workbench, secrets, workbench::selected, with);
  }

  /** Of the settings. */
  static ConnectionPresenter ofSettings(View view, Workbench workbench, SecretDesk secrets, Services with) {
    return new ConnectionPresenter(view, workbench, secrets, workbench::settings, with);
  }

  public void onProxy(String mode) {
    edit(it -> it.withProxy(ProxyMode.valueOf(mode)));
  }

  public void onProxyUrl(String url) {
    edit(it -> it.withProxyUrl(url));
  }

  public void onProxyUser(String user) {
    edit(it -> it.withProxyUser(user));
  }

  public void onProxyPassword(Secret password) {
    edit(Connection::withPasswordTyped);
    secrets.onTyped(owner.get(), Kind.PROXY_PASSWORD, password);
  }

  public void onAuthorities(String file) {
    edit(it -> it.withAuthorities(file));
  }

  public void onClientCertificate(String file) {
    edit(it -> it.withClientCertificate(file));
  }

  public void onPassphrase(Secret passphrase) {
    secrets.onTyped(owner.get(), Kind.CERTIFICATE_PASSPHRASE, passphrase);
  }

  private void edit(UnaryOperator<Connection> change) {
    notices.changed();
    if (isSettings()) {
      workbench.update(Settings.ID, it -> it.withDraft(it.draft().withConnection(change.apply(it.draft().connection()))));
    } else {
      workbench.edit(draft -> draft.withConnection(change.apply(draft.connection())));
    }
  }

  private boolean isSettings() {
    return owner.get().id().equals(Settings.ID);
  }

  /** A field was left: a secret is kept now, and what stands in the fields is looked at. */
  public void onLeft() {
    secrets.commit();
    Profile profile = owner.get();
    Way own =
        new Way(
            profile.draft().connection(),
            secrets.inMemory(profile, Kind.PROXY_PASSWORD).orElse(Secret.NONE),
            secrets.inMemory(profile, Kind.CERTIFICATE_PASSPHRASE).orElse(Secret.NONE));
    boolean asksNothing = own.connection().equals(isSettings() ? Connection.USUAL : Connection.AS_SET);
    if (asksNothing || secrets.isOnlyStored(profile, Kind.CERTIFICATE_PASSPHRASE)) {
      return;
    }
    background.run(
        () -> connections.resolve(own, Way.of(Connection.USUAL)),
        resolved -> {
          if (owner.get().id().equals(profile.id()) && owner.get().draft().connection().equals(own.connection())) {
            notices.checked(resolved);
            show();
          }
        });
  }

  @Override
  public void onSelected() {
    notices.changed();
    show();
  }

  @Override
  public void onDraft() {
    show();
  }

  @Override
  public void onSettings() {
    show();
  }

  @Override
  public void onSecret() {
    show();
  }

  @Override
  public void onProblems() {
    show();
  }

  private void show() {
    Profile profile = owner.get();
    Connection connection = profile.draft().connection();
    view.showProxy(ways(), shown(connection.proxy()).name());
    view.showNamedProxy(
        connection.proxy() == ProxyMode.NAMED,
        connection.proxyUrl(),
        connection.proxyUser(),
        secrets.inMemory(profile, Kind.PROXY_PASSWORD).orElse(Secret.NONE),
        hint(profile, Kind.PROXY_PASSWORD),
        secrets.where(profile, Kind.PROXY_PASSWORD));
    view.showProxyNotice(notices.proxy(connection));
    view.showAuthorities(connection.authorities(), notices.authorities());
    view.showClientCertificate(connection.clientCertificate(), notices.clientCertificate());
    view.showPassphrase(
        !connection.clientCertificate().isBlank(),
        secrets.inMemory(profile, Kind.CERTIFICATE_PASSPHRASE).orElse(Secret.NONE),
        hint(profile, Kind.CERTIFICATE_PASSPHRASE),
        secrets.where(profile, Kind.CERTIFICATE_PASSPHRASE));
  }

  private List<Choice> ways() {
    ProxyMode usual = shownInSettings(workbench.settings().draft().connection().proxy());
    return Arrays.stream(ProxyMode.values())
        .filter(mode -> mode != ProxyMode.AS_SET || !isSettings())
        .map(
            mode ->
                new Choice(
                    mode.name(),
                    mode == ProxyMode.AS_SET
                        ? texts.get("connection.proxy.AS_SET", texts.of("connection.proxy", usual))
                        : texts.of("connection.proxy", mode)))
        .toList();
  }

  private ProxyMode shown(ProxyMode mode) {
    return isSettings() ? shownInSettings(mode) : mode;
  }

  private static ProxyMode shownInSettings(ProxyMode mode) {
    return mode == ProxyMode.AS_SET ? ProxyMode.SYSTEM : mode;
  }

  private String hint(Profile profile, Kind kind) {
    return secrets.isOnlyStored(profile, kind) ? texts.get("secret.hint.stored") : "";
  }
}
