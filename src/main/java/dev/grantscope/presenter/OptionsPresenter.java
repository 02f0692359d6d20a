package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.EntryRules;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.text.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The options of a request beyond the three cards: grant type, access key, further parameters and headers. */
public final class OptionsPresenter implements WorkbenchListener {
  /** The fields that are here and not on a card. */
  static final Set<Field> FIELDS = Set.of(
          Field.USERNAME,
          Field.PASSWORD,
          Field.PARAMETERS,
          Field.HEADERS,
          Field.PROXY,
          Field.AUTHORITIES,
          Field.CLIENT_CERTIFICATE);

  private final View view;
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Texts texts;
  private final FieldMessages messages;

  /** What the pane can show. */
  public interface View {
    void showGrantType(List<Choice> grants, String chosen);

    /** User name and password, which only the password grant has. */
    void showOwner(boolean visible, String username, Secret password, String hint, Notice place);

    void showUsernameProblem(Optional<String> problem);

    void showPasswordProblem(Optional<String> problem);

    void showParameters(List<Row> rows);

    void showHeaders(List<Row> rows);
  }

  /** A row of a table, with what is wrong with it. */
  public record Row(String name, String value, Optional<String> problem) {}

  OptionsPresenter(View view, Workbench workbench, SecretDesk secrets, Texts texts) {
    this.view = view;
    this.workbench = workbench;
    this.secrets = secrets;
    this.texts = texts;
    this.messages = new FieldMessages(texts);
    workbench.addListener(this);
    onSelected();
  }

  public void onGrantType(String value) {
    workbench.edit(draft -> draft.withGrantType(new GrantType(value)));
  }

  public void onUsername(String username) {
    workbench.edit(draft -> draft.withUsername(username));
  }

  public void onPasswordTyped(Secret password) {
    secrets.onTyped(Kind.PASSWORD, password);
  }

  public void onPasswordLeft() {
    secrets.commit();
  }

  public void onParameters(List<Entry> entries) {
    workbench.edit(draft -> draft.withParameters(entries));
  }

  public void onHeaders(List<Entry> entries) {
    workbench.edit(draft -> draft.withHeaders(entries));
  }

  @Override
  public void onSelected() {
    onDraft();
    onProblems();
  }

  @Override
  public void onDraft() {
    ProfileDraft draft = workbench.draft();
    view.showGrantType(
        List.of(
            new Choice(GrantType.CLIENT_CREDENTIALS.value(), texts.get("grant.client_credentials")),
            new Choice(GrantType.PASSWORD.value(), texts.get("grant.password"))),
        draft.grantType().value());
    view.showParameters(rows(draft.parameters(), Field.PARAMETERS));
    view.showHeaders(rows(draft.headers(), Field.HEADERS));
    onSecret();
  }

  @Override
  public void onSecret() {
    ProfileDraft draft = workbench.draft();
    view.showOwner(
        draft.grantType().equals(GrantType.PASSWORD),
        draft.username(),
        secrets.inMemory(Kind.PASSWORD).orElse(Secret.NONE),
        secrets.isOnlyStored(Kind.PASSWORD) ? texts.get("secret.hint.stored") : "",
        secrets.where(Kind.PASSWORD));
  }

  @Override
  public void onProblems() {
    view.showUsernameProblem(messages.first(workbench.problems(), Field.USERNAME));
    view.showPasswordProblem(messages.first(workbench.problems(), Field.PASSWORD));
    view.showParameters(rows(workbench.draft().parameters(), Field.PARAMETERS));
    view.showHeaders(rows(workbench.draft().headers(), Field.HEADERS));
  }

  /** With what is wrong with each already while it is typed; beside it what a run found. */
  private List<Row> rows(List<Entry> entries, Field field) {
    List<FieldProblem> problems =
        Stream.concat(EntryRules.problems(workbench.draft()).stream(), workbench.problems().stream()).toList();
    return IntStream.range(0, entries.size())
        .mapToObj(
            i ->
                new Row(
                    entries.get(i).name(),
                    entries.get(i).value(),
                    problems.stream()
                        .filter(it -> it.field() == field && it.row() == i)
                        .findFirst()
                        .map(messages::sentence)))
        .toList();
  }
}
