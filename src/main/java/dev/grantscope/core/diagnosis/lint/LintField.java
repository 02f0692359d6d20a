package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.Invisible;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A field of text in the form, and how it is changed.
 *
 * @param secret whether its text must never be shown
 */
record LintField(Field field, boolean secret, Function<Form, String> read, Change change) {
  /** Writes the text back. */
  @FunctionalInterface
  interface Change {
    Form to(Form form, String text);
  }

  static final LintField CLIENT_ID = plain(Field.CLIENT_ID, ProfileDraft::clientId, ProfileDraft::withClientId);
  static final LintField SECRET = new LintField(Field.SECRET, true, Form::secret, Form::withSecret);
  static final LintField TOKEN_URL = plain(Field.TOKEN_URL, ProfileDraft::tokenUrl, ProfileDraft::withTokenUrl);
  static final LintField SCOPE = plain(Field.SCOPE, ProfileDraft::scope, ProfileDraft::withScope);
  static final LintField USERNAME = plain(Field.USERNAME, ProfileDraft::username, ProfileDraft::withUsername);
  static final LintField PASSWORD =
      new LintField(
          Field.PASSWORD,
          true,
          form -> form.secrets().password().reveal(),
          (form, text) -> new Form(form.draft(), new Secrets(form.secrets().clientSecret(), Secret.of(text))));

  static final List<LintField> ALL = List.of(CLIENT_ID, SECRET, USERNAME, PASSWORD, TOKEN_URL, SCOPE);

  private static LintField plain(
      Field field, Function<ProfileDraft, String> read, BiFunction<ProfileDraft, String, ProfileDraft> write) {
    return new LintField(
        field, false, form -> read.apply(form.draft()), (form, text) -> form.with(draft -> write.apply(draft, text)));
  }

  String in(Form form) {
    return read.apply(form);
  }

  Fix fix(String label, UnaryOperator<String> edit) {
    return new Fix(label, form -> change.to(form, edit.apply(in(form))));
  }

  /** In a scope white space separates, whichever it is. */
  List<Invisible> invisible(Form form) {
    return Invisible.in(in(form)).stream()
        .filter(it -> field != Field.SCOPE || " \t\r\n".indexOf(it.codePoint()) < 0)
        .toList();
  }
}
