package dev.grantscope.ui;

import atlantafx.base.theme.Styles;
import dev.grantscope.core.profile.FieldLimit;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.Choice;
import dev.grantscope.presenter.Notice;
import dev.grantscope.presenter.OptionsPresenter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The options of a request beyond the cards, laid over the window. */
final class OptionsPane extends VBox implements OptionsPresenter.View {
  private final ChoiceField grantType = new ChoiceField(value -> presenter().onGrantType(value));
  private final PlainField username = new PlainField(true, text -> presenter().onUsername(text));
  private final SecretField password = new SecretField(text -> presenter().onPasswordTyped(text));
  private final FieldBox usernameBox;
  private final FieldBox passwordBox;
  private final NoticeLabel place = new NoticeLabel();
  private final VBox owner;
  private final EntriesTable parameters;
  private final EntriesTable headers;
  private final ConnectionFields connection;
  private @Nullable OptionsPresenter presenter;

  OptionsPane(Texts texts, Runnable close) {
    super(16);
    getStyleClass().add("options-pane");
    grantType.setId("grant-type");
    username.setId("username");
    username.limit(FieldLimit.USERNAME, texts);
    password.limit(FieldLimit.SECRET, texts);
    password.setId("password");
    password.getStyleClass().add("mono");
    password
        .focusedProperty()
        .subscribe(
            (_, focused) -> {
              if (!focused) {
                presenter().onPasswordLeft();
              }
            });
    usernameBox = new FieldBox(texts.get("options.username"), username);
    passwordBox = new FieldBox(texts.get("options.password"), password);
    NoticeLabel warning = new NoticeLabel();
    warning.wrap(3);
    warning.show(Tone.ATTENTION, texts.get("options.passwordWarning"));
    owner = new VBox(8, usernameBox, passwordBox, place, warning);
    parameters =
        new EntriesTable(texts, "parameters", texts.get("options.add.parameter"), it -> presenter().onParameters(it));
    headers = new EntriesTable(texts, "headers", texts.get("options.add.header"), it -> presenter().onHeaders(it));
    connection = new ConnectionFields(texts, "connection");
    Label title = new Label(texts.get("options.title"));
    title.getStyleClass().add("pane-title");
    Button done = new Button(texts.get("options.done"));
    done.setId("options-done");
    done.getStyleClass().add(Styles.ACCENT);
    done.setDefaultButton(true);
    done.setOnAction(_ -> close.run());
    HBox foot = new HBox(done);
    foot.setAlignment(Pos.CENTER_RIGHT);
    VBox fields =
        new VBox(
            16,
            new FieldBox(texts.get("options.grant"), grantType),
            owner,
            section(texts.get("options.parameters"), texts.get("options.parameters.note"), parameters),
            section(texts.get("options.headers"), texts.get("options.headers.note"), headers),
            section(texts.get("options.connection"), texts.get("options.connection.note"), connection));
    // Room for the scroll bar beside the fields.
    fields.setPadding(new Insets(0, 12, 0, 0));
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("plain-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(title, scroll, foot);
  }

  private static VBox section(String title, String note, Node table) {
    Label name = new Label(title);
    name.getStyleClass().add("card-title");
    Label text = new Label(note);
    text.getStyleClass().add("card-note");
    return new VBox(4, name, text, table);
  }

  void start(OptionsPresenter newPresenter) {
    presenter = newPresenter;
  }

  private OptionsPresenter presenter() {
    return Objects.requireNonNull(presenter);
  }

  ConnectionFields connection() {
    return connection;
  }

  @Override
  public void showGrantType(List<Choice> grants, String chosen) {
    grantType.show(grants, chosen);
  }

  @Override
  public void showOwner(boolean visible, String name, Secret secret, String hint, Notice where) {
    Shown.when(visible, owner);
    username.show(name);
    password.show(secret);
    password.setPromptText(hint);
    place.show(Optional.of(where));
  }

  @Override
  public void showUsernameProblem(Optional<String> problem) {
    usernameBox.showProblem(problem);
  }

  @Override
  public void showPasswordProblem(Optional<String> problem) {
    passwordBox.showProblem(problem);
  }

  @Override
  public void showParameters(List<OptionsPresenter.Row> rows) {
    parameters.show(rows);
  }

  @Override
  public void showHeaders(List<OptionsPresenter.Row> rows) {
    headers.show(rows);
  }

  /** Where the keyboard goes first: to the first problem, else to what is still to be entered, else to the first field. */
  Node firstField() {
    boolean missing = owner.isVisible() && username.getText().isEmpty();
    if (usernameBox.hasProblem() || missing) {
      return username;
    }
    if (passwordBox.hasProblem()) {
      return password;
    }
    return problem().map(Node.class::cast).or(connection::firstProblem).orElse(grantType);
  }

  private Optional<PlainField> problem() {
    return parameters.firstProblem().or(headers::firstProblem);
  }

  boolean hasProblem() {
    return usernameBox.hasProblem() || passwordBox.hasProblem() || problem().isPresent() || connection.firstProblem().isPresent();
  }
}
