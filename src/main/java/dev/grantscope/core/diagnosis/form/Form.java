package dev.grantscope.core.diagnosis.form;

import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.ProfileValidator;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What stands in the form, its secrets with it: what a fix changes and an experiment varies. */
public record Form(ProfileDraft draft, Secrets secrets) {
  /** Written out: see {@link Secrets}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Form it && Objects.equals(draft, it.draft) && secrets.equals(it.secrets);
  }

  @Override
  public int hashCode() {
    return Objects.hash(draft, secrets);
  }

  /** The request that it stands for; empty when it cannot be sent as it is. */
  public Optional<GrantRequest> request() {
    return ProfileValidator.validate(draft, secrets).request();
  }

  /** With other entries and the same secrets. */
  public Form with(UnaryOperator<ProfileDraft> change) {
    return new Form(change.apply(draft), secrets);
  }

  /** With another client secret. */
  public Form withSecret(String secret) {
    return new Form(draft, new Secrets(Secret.of(secret), secrets.password()));
  }

  /** A scope with commas and semicolons made spaces. */
  public static String spaced(String scope) {
    return scope.replaceAll("[,;\\s]+", " ").strip();
  }

  /** The client secret in clear, to be looked at and never shown. */
  public String secret() {
    return secrets.clientSecret().reveal();
  }
}
