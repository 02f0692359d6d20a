package dev.grantscope.ui;

import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.Choice;
import dev.grantscope.presenter.CredentialsPresenter;
import dev.grantscope.presenter.Notice;
import dev.grantscope.ui.control.Icon;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Credentials card. */
final class CredentialsPane extends Card implements CredentialsPresenter.View {
  private final Texts texts;
  private final PlainField clientId = new PlainField(true, text -> presenter().onClientId(text));
  private final SecretField secret = new SecretField(text -> presenter().onSecretTyped(text));
  private final ToggleButton eye = new ToggleButton();
  private final ChoiceField sendAs = new ChoiceField(id -> presenter().onSendAs(id));
  private final FieldBox clientIdBox;
  private final FieldBox secretBox;
  private final FileField keyFile;
  private final PlainField keyId = new PlainField(true, text -> presenter().onKeyId(text));
  private final FieldBox keyBox;
  private final FieldBox keyIdBox;
  private final NoticeLabel place = new NoticeLabel();
  private final Hyperlink retry = new Hyperlink();
  private final Button options;
  private @Nullable CredentialsPresenter presenter;

  CredentialsPane(Texts texts, Button options) {
    super(texts.get("credentials.title"), options);
    this.texts = texts;
    this.options = options;
    clientId.setId("client-id");
    clientId.limit(FieldLimit.CLIENT_ID, texts);
    secret.limit(FieldLimit.SECRET, texts);
    keyId.limit(FieldLimit.KEY_ID, texts);
    secret.setId("client-secret");
    secret.getStyleClass().add("mono");
    sendAs.setId("send-as");
    clientIdBox = new FieldBox(texts.get("credentials.clientId"), clientId);
    secretBox = new FieldBox(texts.get("credentials.secret"), secret, secretWithEye());
    keyFile = new FileField(texts, "key-file", text -> presenter().onKeyFile(text), () -> {}).compact();
    keyBox = new FieldBox(texts.get("credentials.keyFile"), keyFile.field(), keyFile);
    keyId.setId("key-id");
    keyIdBox = new FieldBox(texts.get("credentials.keyId"), keyId);
    place.setId("secret-place");
    place.wrap(2);
    retry.setText(texts.get("credentials.retry"));
    retry.setOnAction(_ -> presenter().onRetryKeyring());
    retry.setMinWidth(USE_PREF_SIZE);
    retry.getStyleClass().add("small-link");
    // Below the sentence: beside it, in a narrow window, it would leave no room for the reason. Within the height of the other cards.
    setMargin(retry, new Insets(-7, 0, 0, -4));
    showKey(false, "", "", Optional.empty());
    WhileVisible.fill(
        this, clientIdBox, secretBox, keyBox, new FieldBox(texts.get("credentials.sendAs"), sendAs), keyIdBox, place, retry);
    secret
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused && presenter != null) {
                presenter.onSecretLeft();
              }
            });
  }

  private StackPane secretWithEye() {
    eye.getStyleClass().add("eye");
    eye.setId("reveal-secret");
    Hint.on(eye, eye::getAccessibleText);
    showEye(false);
    eye.setOnAction(
        _ -> {
          if (eye.isSelected()) {
            eye.setSelected(false);
            presenter().onReveal();
          } else {
            hide();
          }
        });
    StackPane box = new StackPane(secret, eye);
    StackPane.setAlignment(eye, Pos.CENTER_RIGHT);
    return box;
  }

  private void showEye(boolean revealed) {
    String text = texts.get(revealed ? "credentials.hide" : "credentials.reveal");
    eye.setAccessibleText(text);
    eye.setGraphic(new Icon(revealed ? Feather.EYE_OFF : Feather.EYE));
  }

  void start(CredentialsPresenter newPresenter) {
    presenter = newPresenter;
  }

  private CredentialsPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  @Override
  public void showClientId(String id, Optional<Notice> notice) {
    clientId.show(id);
    clientIdBox.showNotice(notice);
  }

  @Override
  public void showSecret(Secret value, String hint, Optional<Notice> notice) {
    secret.show(value);
    secret.setPromptText(hint);
    secretBox.showNotice(notice);
    if (value.isEmpty()) {
      hide();
    }
  }

  @Override
  public void showSendAs(List<Choice> ways, String chosen) {
    sendAs.show(ways, chosen);
  }

  @Override
  public void showKey(boolean visible, String path, String id, Optional<Notice> notice) {
    keyFile.show(path);
    keyId.show(id);
    keyBox.showNotice(notice);
    for (FieldBox each : List.of(keyBox, keyIdBox)) {
      Shown.when(visible, each);
    }
    Shown.when(!visible, secretBox);
  }

  @Override
  public void showPlace(Notice notice, boolean canRetry) {
    place.show(Optional.of(notice));
    Shown.when(canRetry, retry);
  }

  @Override
  public void showOptions(String summary, boolean problem) {
    options.setText(summary.isEmpty() ? texts.get("credentials.options") : summary);
    options.pseudoClassStateChanged(NoticeLabel.style(Tone.BAD), problem);
  }

  @Override
  public void reveal() {
    eye.setSelected(true);
    secret.setRevealed(true);
    showEye(true);
  }

  /** Back to dots. */
  private void hide() {
    eye.setSelected(false);
    secret.setRevealed(false);
    showEye(false);
  }

  /** The boxes that may have a problem, in the order of the keyboard. */
  List<FieldBox> boxes() {
    return List.of(clientIdBox, secretBox, keyBox);
  }
}
