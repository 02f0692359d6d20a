package dev.grantscope.presenter;

import dev.grantscope.core.profile.ProfileDraft;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Changes that one click made in several fields, and their undoing; it is offered until the form is changed by hand. */
final class FormUndo {
  private final Workbench workbench;
  private @Nullable Change last;

  private record Change(UUID profile, ProfileDraft before, ProfileDraft after) {}

  FormUndo(Workbench workbench) {
    this.workbench = workbench;
  }

  void change(UnaryOperator<ProfileDraft> edit) {
    ProfileDraft before = workbench.draft();
    ProfileDraft after = edit.apply(before);
    last = before.equals(after) ? null : new Change(workbench.selected().id(), before, after);
    workbench.edit(_ -> after);
  }

  boolean isOffered() {
    return current().isPresent();
  }

  void undo() {
    current().ifPresent(change -> workbench.edit(_ -> change.before()));
    last = null;
  }

  private Optional<Change> current() {
    return Optional.ofNullable(last)
        .filter(it -> it.profile().equals(workbench.selected().id()) && it.after().equals(workbench.draft()));
  }
}
