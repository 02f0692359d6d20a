package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Fix;
import dev.grantscope.core.diagnosis.Form;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;

/** Applies a fix to the form of the chosen profile as it stands, its secrets with it. */
final class FixDesk {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final FormUndo undo;

  FixDesk(Workbench workbench, SecretDesk secrets, FormUndo undo) {
    this.workbench = workbench;
    this.secrets = secrets;
    this.undo = undo;
  }

  void apply(Fix fix) {
    Form before =
        new Form(
            workbench.draft(),
            new Secrets(
                secrets.inMemory(Kind.CLIENT_SECRET).orElse(Secret.NONE), secrets.inMemory(Kind.PASSWORD).orElse(Secret.NONE)));
    Form after = fix.apply(before);
    // A secret that is only in the keyring is not in the form; what was not changed must not be emptied there.
    change(before, after);
    undo.change(_ -> after.draft(), () -> change(after, before));
  }

  private void change(Form before, Form after) {
    change(Kind.CLIENT_SECRET, before.secrets().clientSecret(), after.secrets().clientSecret());
    change(Kind.PASSWORD, before.secrets().password(), after.secrets().password());
  }

  private void change(Kind kind, Secret before, Secret after) {
    if (!after.equals(before)) {
      secrets.onTyped(kind, after);
    }
  }
}
