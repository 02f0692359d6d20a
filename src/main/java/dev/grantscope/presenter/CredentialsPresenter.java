package dev.grantscope.presenter;

import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.EntryRules;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Invisible;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Credentials card: who the client is, how it proves it, and where its secret is kept. */
public final class CredentialsPresenter implements WorkbenchListener {
  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final FormLint lint;
  private final Texts texts;
  private final FieldMessages messages;

  /** What the card can show. */
  public interface View {
    void showClientId(String clientId, Optional<Notice> notice);

    /**
     * The secret's field.
     *
     * @param secret what is in it
     * @param hint what stands there while it is empty, such as that the keyring has it
     */
    void showSecret(Secret secret, String hint, Optional<Notice> notice);

    void showSendAs(List<Choice> ways, String chosen);

    /** Where the secret is; and whether trying the keyring again is offered. */
    void showPlace(Notice place, boolean retry);

    /** The key file instead of the secret, where the client signs a JWT. */
    void showKey(boolean visible, String path, String keyId, Optional<Notice> notice);

    /** What the options beyond this card are set to, in a few words; empty when to nothing unusual. */
    void showOptions(String summary, boolean problem);

    /** Shows the secret in clear, as asked for. */
    void reveal();
  }

  CredentialsPresenter(View view, Workbench workbench, SecretDesk secrets, FormLint lint, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.lint = lint;
    this.texts = texts;
    this.messages = new FieldMessages(texts);
    workbench.addListener(this);
    onSelected();
  }

  public void onClientId(String clientId) {
    workbench.edit(draft -> draft.withClientId(clientId));
  }

  public void onSecretTyped(Secret secret) {
    secrets.onTyped(Kind.CLIENT_SECRET, secret);
  }

  /** The field was left: what was typed there is kept now. */
  public void onSecretLeft() {
    secrets.commit();
  }

  /** Asks to see the secret; the keyring may have to give it first. */
  public void onReveal() {
    secrets.load(
        workbench.selected(),
        Kind.CLIENT_SECRET,
        _ -> view.reveal(),
        reason -> view.showPlace(new Notice(Tone.BAD, reason), true));
  }

  public void onSendAs(String id) {
    SendAs way = SendAs.valueOf(id);
    workbench.edit(draft -> draft.withAuthentication(way.authentication()).withBodyFormat(way.bodyFormat()));
  }

  public void onKeyFile(String path) {
    workbench.edit(draft -> draft.withKey(draft.key().withPath(path)));
  }

  public void onKeyId(String keyId) {
    workbench.edit(draft -> draft.withKey(draft.key().withKeyId(keyId)));
  }

  public void onRetryKeyring() {
    secrets.onRetry();
  }

  @Override
  public void onSelected() {
    onDraft();
    onSecret();
  }

  @Override
  public void onDraft() {
    ProfileDraft draft = workbench.draft();
    view.showClientId(draft.clientId(), notice(Field.CLIENT_ID, draft.clientId()));
    view.showSendAs(
        Arrays.stream(SendAs.values()).map(way -> new Choice(way.name(), texts.of("sendAs", way))).toList(),
        SendAs.of(draft.authentication(), draft.bodyFormat()).name());
    view.showKey(signs(), draft.key().path(), draft.key().keyId(), messages.first(workbench.problems(), Field.KEY_FILE).map(it -> new Notice(Tone.BAD, it)));
    showPlace();
    showOptions();
  }

  private boolean signs() {
    return workbench.draft().authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT;
  }

  private void showPlace() {
    if (signs()) {
      view.showPlace(new Notice(Tone.QUIET, texts.get("key.place")), false);
    } else {
      view.showPlace(secrets.where(Kind.CLIENT_SECRET), secrets.canRetry(Kind.CLIENT_SECRET));
    }
  }

  @Override
  public void onSecret() {
    Secret secret = secrets.inMemory(Kind.CLIENT_SECRET).orElse(Secret.NONE);
    String hint = secrets.isOnlyStored(Kind.CLIENT_SECRET) ? texts.get("secret.hint.stored") : "";
    view.showSecret(secret, hint, notice(Field.SECRET, secret.reveal()));
    showPlace();
  }

  @Override
  public void onProblems() {
    onSelected();
  }

  /** Only what is not usual is worth words. */
  private void showOptions() {
    ProfileDraft draft = workbench.draft();
    long parameters = filled(draft.parameters());
    long headers = filled(draft.headers());
    boolean problem =
        workbench.problems().stream().anyMatch(it -> OptionsPresenter.FIELDS.contains(it.field()))
            || (parameters + headers > 0 && !EntryRules.problems(draft).isEmpty());
    view.showOptions(
        Stream.of(
                draft.grantType().equals(GrantType.PASSWORD) ? texts.get("options.grant.password") : "",
                parameters == 0 ? "" : texts.get("options.parameters.count", parameters),
                headers == 0 ? "" : texts.get("options.headers.count", headers),
                draft.connection().equals(Connection.AS_SET) ? "" : texts.get("options.connection"))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" · ")),
        problem);
  }

  private static long filled(List<ProfileDraft.Entry> entries) {
    return entries.stream().filter(it -> !it.name().isBlank() || !it.value().isBlank()).count();
  }

  /** What is wrong with it; else what cannot be seen in it; else what is odd about it. */
  private Optional<Notice> notice(Field field, String text) {
    return messages
        .first(workbench.problems(), field)
        .map(problem -> new Notice(Tone.BAD, problem))
        .or(() -> Invisible.in(text).stream().findFirst().map(it -> invisible(it, text)))
        .or(() -> lint.about(field));
  }

  private Notice invisible(Invisible it, String text) {
    return new Notice(Tone.ATTENTION, texts.get("invisible." + it.place(text), it.name(), it.index() + 1));
  }
}
