package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes that one click made in the form, its secrets with it, and their undoing; it is offered until the form is changed by hand. */
final class FormUndo {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private @Nullable Change last;

  private record Change(UUID profile, Form before, Form after) {}

  FormUndo(Workbench workbench, SecretDesk secrets) {
    this.workbench = workbench;
    this.secrets = secrets;
  }

  void change(UnaryOperator<ProfileDraft> edit) {
    changeForm(form -> new Form(edit.apply(form.draft()), form.secrets()));
  }

  /** The same with its secrets, as far as they are in memory. */
  void changeForm(UnaryOperator<Form> edit) {
    Form before = new Form(workbench.draft(), secrets.inMemory());
    Form after = edit.apply(before);
    last = before.equals(after) ? null : new Change(workbench.selected().id(), before, after);
    put(before, after);
  }

  boolean isOffered() {
    return current().isPresent();
  }

  void undo() {
    Optional<Change> change = current();
    last = null;
    change.ifPresent(it -> put(it.after(), it.before()));
  }

  private void put(Form from, Form to) {
    // A secret that is only in the keyring is not in the form; what was not changed must not be emptied there.
    put(Kind.CLIENT_SECRET, from.secrets().clientSecret(), to.secrets().clientSecret());
    put(Kind.PASSWORD, from.secrets().password(), to.secrets().password());
    workbench.edit(_ -> to.draft());
  }

  private void put(Kind kind, Secret from, Secret to) {
    if (!to.equals(from)) {
      secrets.onTyped(kind, to);
    }
  }

  private Optional<Change> current() {
    return Optional.ofNullable(last)
        .filter(
            it ->
                it.profile().equals(workbench.selected().id())
                    && it.after().draft().equals(workbench.draft())
                    && secrets.areStill(it.after().secrets()));
  }
}
