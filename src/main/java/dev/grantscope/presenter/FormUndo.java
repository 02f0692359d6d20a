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

  private record Change(UUID profile, ProfileDraft before, ProfileDraft after, Runnable more) {}

  FormUndo(Workbench workbench) {
    this.workbench = workbench;
  }

  void change(UnaryOperator<ProfileDraft> edit) {
    ProfileDraft before = workbench.draft();
    change(edit, () -> {});
    if (before.equals(workbench.draft())) {
      last = null;
    }
  }

  /**
   * The same for a change that goes beyond the draft.
   *
   * @param more what else is to be undone
   */
  void change(UnaryOperator<ProfileDraft> edit, Runnable more) {
    ProfileDraft before = workbench.draft();
    ProfileDraft after = edit.apply(before);
    last = new Change(workbench.selected().id(), before, after, more);
    workbench.edit(_ -> after);
  }

  boolean isOffered() {
    return current().isPresent();
  }

  void undo() {
    current()
        .ifPresent(
            change -> {
              workbench.edit(_ -> change.before());
              change.more().run();
            });
    last = null;
  }

  private Optional<Change> current() {
    return Optional.ofNullable(last)
        .filter(it -> it.profile().equals(workbench.selected().id()) && it.after().equals(workbench.draft()));
  }
}
