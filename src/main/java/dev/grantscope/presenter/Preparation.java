package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.Form;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileValidator;
import dev.grantscope.core.profile.ProfileValidator.Validation;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What comes before anything is sent: the practice tenant is started where it is meant, the secrets are fetched, the form is checked. */
final class Preparation {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final Practice practice;
  private final Background background;

  Preparation(Workbench workbench, SecretDesk secrets, Practice practice, Background background) {
    this.workbench = workbench;
    this.secrets = secrets;
    this.practice = practice;
    this.background = background;
  }

  /**
   * Prepares the form of the chosen profile.
   *
   * @param wanted whether it still counts; what comes after a cancel is dropped
   * @param ready gets a form that can be sent
   * @param failed hears why nothing was sent; {@link Result.None} when the profile is gone meanwhile
   */
  void prepare(BooleanSupplier wanted, Consumer<Form> ready, Consumer<Result> failed) {
    UUID id = workbench.selected().id();
    secrets.commit();
    if (workbench.draft().provider().equals(Practice.PROVIDER)) {
      background.run(this::startPractice, base -> onPractice(id, base, wanted, ready, failed));
    } else {
      loadSecrets(id, wanted, ready, failed);
    }
  }

  private Optional<String> startPractice() {
    try {
      return Optional.of(practice.start());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The tenant listens where there was room; the form says where. */
  private void onPractice(
      UUID id, Optional<String> base, BooleanSupplier wanted, Consumer<Form> ready, Consumer<Result> failed) {
    if (!wanted.getAsBoolean()) {
      return;
    }
    if (base.isEmpty()) {
      failed.accept(new Result.NoPractice());
      return;
    }
    if (workbench.selected().id().equals(id)) {
      workbench.edit(draft -> Practice.at(base.get(), draft));
    }
    loadSecrets(id, wanted, ready, failed);
  }

  private void loadSecrets(UUID id, BooleanSupplier wanted, Consumer<Form> ready, Consumer<Result> failed) {
    Optional<Profile> profile = workbench.find(id);
    if (profile.isEmpty()) {
      failed.accept(new Result.None());
      return;
    }
    secrets.load(
        profile.get(),
        found -> {
          if (wanted.getAsBoolean()) {
            workbench
                .find(id)
                .ifPresentOrElse(
                    it -> check(id, new Form(it.draft(), found), ready, failed), () -> failed.accept(new Result.None()));
          }
        },
        reason -> {
          if (wanted.getAsBoolean()) {
            failed.accept(new Result.NoSecret(reason));
          }
        });
  }

  private void check(UUID id, Form form, Consumer<Form> ready, Consumer<Result> failed) {
    Validation validation = ProfileValidator.validate(form.draft(), form.secrets());
    if (workbench.selected().id().equals(id)) {
      workbench.setProblems(validation.problems());
    }
    if (validation.request().isEmpty()) {
      failed.accept(new Result.NotSent(validation.problems().size()));
    } else {
      ready.accept(form);
    }
  }
}
