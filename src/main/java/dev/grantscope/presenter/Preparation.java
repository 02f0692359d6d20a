package dev.grantscope.presenter;

import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.KeyFiles;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileValidator;
import dev.grantscope.core.profile.ProfileValidator.Validation;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import dev.grantscope.core.wire.WireSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What comes before anything is sent: the practice tenant is started where it is meant, the secrets are fetched, the files of the
 * connection are read, the form is checked.
 */
final class Preparation {
  private final Workbench workbench;
  private final SecretDesk secrets;
  private final PracticeStart practice;
  private final ConnectionDesk connections;
  private final KeyFiles keyFiles;
  private final Background background;

  /** A form that can be sent, and how it gets there. */
  record Ready(Form form, WireSettings wire) {}

  Preparation(
      Workbench workbench,
      SecretDesk secrets,
      PracticeStart practice,
      ConnectionDesk connections,
      KeyFiles keyFiles,
      Background background) {
    this.workbench = workbench;
    this.secrets = secrets;
    this.practice = practice;
    this.connections = connections;
    this.keyFiles = keyFiles;
    this.background = background;
  }

  /**
   * Prepares the form of the chosen profile.
   *
   * @param wanted whether it still counts; what comes after a cancel is dropped
   * @param ready gets a form that can be sent
   * @param failed hears why nothing was sent; {@link Result.None} when the profile is gone meanwhile
   */
  void prepare(BooleanSupplier wanted, Consumer<Ready> ready, Consumer<Result> failed) {
    UUID id = workbench.selected().id();
    secrets.commit();
    if (workbench.draft().provider().equals(Practice.PROVIDER)) {
      background.run(practice::base, base -> onPractice(id, base, wanted, ready, failed), broken(wanted, failed));
    } else {
      loadSecrets(id, wanted, ready, failed);
    }
  }

  private static Consumer<Fault> broken(BooleanSupplier wanted, Consumer<Result> failed) {
    return fault -> {
      if (wanted.getAsBoolean()) {
        failed.accept(new Result.Faulted(fault, true));
      }
    };
  }

  /** The tenant listens where there was room; the form says where. */
  private void onPractice(
      UUID id, Optional<String> base, BooleanSupplier wanted, Consumer<Ready> ready, Consumer<Result> failed) {
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

  private void loadSecrets(UUID id, BooleanSupplier wanted, Consumer<Ready> ready, Consumer<Result> failed) {
    Optional<Profile> profile = workbench.find(id);
    if (profile.isEmpty()) {
      failed.accept(new Result.None());
      return;
    }
    Consumer<String> noSecret =
        reason -> {
          if (wanted.getAsBoolean()) {
            failed.accept(new Result.NoSecret(reason));
          }
        };
    Consumer<Secrets> loaded =
        found ->
            connections.load(
                profile.get(), way -> onLoaded(id, found, way, wanted, ready, failed), noSecret, broken(wanted, failed));
    ProfileDraft draft = profile.get().draft();
    if (draft.authentication() == ClientAuthenticationMethod.PRIVATE_KEY_JWT) {
      secrets.load(
          profile.get(),
          Kind.PASSWORD,
          password ->
              background.run(
                  () -> keyFiles.read(draft.key().path()),
                  key -> loaded.accept(new Secrets(Secret.NONE, password, key)),
                  broken(wanted, failed)),
          noSecret);
    } else {
      secrets.load(profile.get(), loaded, noSecret);
    }
  }

  private void onLoaded(
      UUID id,
      Secrets found,
      Resolved way,
      BooleanSupplier wanted,
      Consumer<Ready> ready,
      Consumer<Result> failed) {
    if (wanted.getAsBoolean()) {
      workbench
          .find(id)
          .ifPresentOrElse(
              it -> check(id, new Form(it.draft(), found), way.forClient(it.draft()), ready, failed), () -> failed.accept(new Result.None()));
    }
  }

  private void check(UUID id, Form form, Resolved way, Consumer<Ready> ready, Consumer<Result> failed) {
    Validation validation = ProfileValidator.validate(form.draft(), form.secrets());
    List<FieldProblem> problems = new ArrayList<>(validation.problems());
    problems.addAll(way.problems());
    if (workbench.selected().id().equals(id)) {
      workbench.setProblems(problems);
    }
    if (validation.request().isEmpty() || way.settings().isEmpty()) {
      failed.accept(new Result.NotSent(problems));
    } else {
      ready.accept(new Ready(form, way.settings().get()));
    }
  }
}
