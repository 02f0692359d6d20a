package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.presenter.Choice;
import dev.grantscope.presenter.ConnectionPresenter;
import dev.grantscope.presenter.Notice;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Proxy, authorities and client certificate: of a profile in its options, and of the settings. */
final class ConnectionFields extends VBox implements ConnectionPresenter.View {
  private final ChoiceField proxy = new ChoiceField(mode -> presenter().onProxy(mode));
  private final PlainField url = new PlainField(true, text -> presenter().onProxyUrl(text));
  private final PlainField user = new PlainField(true, text -> presenter().onProxyUser(text));
  private final SecretField password = new SecretField(text -> presenter().onProxyPassword(text));
  private final NoticeLabel passwordPlace = new NoticeLabel();
  private final FileField authorities;
  private final FileField certificate;
  private final SecretField passphrase = new SecretField(text -> presenter().onPassphrase(text));
  private final NoticeLabel passphrasePlace = new NoticeLabel();
  private final FieldBox urlBox;
  private final FieldBox authoritiesBox;
  private final FieldBox certificateBox;
  private final VBox named;
  private final VBox passphraseBox;
  private @Nullable ConnectionPresenter presenter;

  /**
   * Empty fields.
   *
   * @param id what their ids begin with
   */
  ConnectionFields(Texts texts, String id) {
    super(12);
    proxy.setId(id + "-proxy");
    url.setId(id + "-proxy-url");
    url.limit(FieldLimit.URL, texts);
    user.limit(FieldLimit.USERNAME, texts);
    password.limit(FieldLimit.SECRET, texts);
    passphrase.limit(FieldLimit.SECRET, texts);
    url.setPromptText(texts.get("connection.proxy.prompt"));
    user.setId(id + "-proxy-user");
    password.setId(id + "-proxy-password");
    password.getStyleClass().add("mono");
    passphrase.setId(id + "-passphrase");
    passphrase.getStyleClass().add("mono");
    authorities = new FileField(texts, id + "-authorities", text -> presenter().onAuthorities(text), this::left);
    certificate = new FileField(texts, id + "-certificate", text -> presenter().onClientCertificate(text), this::left);
    for (Node field : List.of(proxy, url, user, password, passphrase)) {
      leaving(field);
    }
    urlBox = new FieldBox(texts.get("connection.proxy.url"), url);
    GridPane credentials = new GridPane(12, 0);
    ColumnConstraints half = new ColumnConstraints();
    half.setPercentWidth(50);
    credentials.getColumnConstraints().addAll(half, half);
    credentials.addRow(
        0,
        new FieldBox(texts.get("connection.proxy.user"), user),
        new FieldBox(texts.get("connection.proxy.password"), password));
    named = new VBox(8, urlBox, credentials, passwordPlace);
    authoritiesBox = new FieldBox(texts.get("connection.authorities"), authorities.field(), authorities);
    certificateBox = new FieldBox(texts.get("connection.certificate"), certificate.field(), certificate);
    passphraseBox = new VBox(8, new FieldBox(texts.get("connection.passphrase"), passphrase), passphrasePlace);
    getChildren()
        .addAll(
            new FieldBox(texts.get("connection.proxy"), proxy),
            named,
            authoritiesBox,
            certificateBox,
            passphraseBox);
  }

  private void leaving(Node field) {
    field
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused) {
                left();
              }
            });
  }

  private void left() {
    if (presenter != null) {
      presenter.onLeft();
    }
  }

  void start(ConnectionPresenter newPresenter) {
    presenter = newPresenter;
  }

  private ConnectionPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  Node firstField() {
    return firstProblem().orElse(proxy);
  }

  Optional<Node> firstProblem() {
    return Stream.of(urlBox, authoritiesBox, certificateBox).filter(FieldBox::hasProblem).findFirst().map(FieldBox::control);
  }

  @Override
  public void showProxy(List<Choice> ways, String chosen) {
    proxy.show(ways, chosen);
  }

  @Override
  public void showNamedProxy(boolean visible, String address, String name, Secret secret, String hint, Notice place) {
    Shown.when(visible, named);
    url.show(address);
    user.show(name);
    password.show(secret);
    password.setPromptText(hint);
    passwordPlace.show(Optional.of(place).filter(_ -> !name.isEmpty()));
  }

  @Override
  public void showProxyNotice(Optional<Notice> notice) {
    urlBox.showNotice(notice);
  }

  @Override
  public void showAuthorities(String file, Optional<Notice> notice) {
    authorities.show(file);
    authoritiesBox.showNotice(notice);
  }

  @Override
  public void showClientCertificate(String file, Optional<Notice> notice) {
    certificate.show(file);
    certificateBox.showNotice(notice);
  }

  @Override
  public void showPassphrase(boolean visible, Secret secret, String hint, Notice place) {
    Shown.when(visible, passphraseBox);
    passphrase.show(secret);
    passphrase.setPromptText(hint);
    passphrasePlace.show(Optional.of(place).filter(_ -> !secret.isEmpty() || !hint.isEmpty()));
  }
}
