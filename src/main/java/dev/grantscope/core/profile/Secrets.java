package dev.grantscope.core.profile;

import dev.grantscope.core.secret.Secret;

/** The secrets that belong to a form, beside its text. */
public record Secrets(Secret clientSecret, Secret password) {
  public static final Secrets NONE = new Secrets(Secret.NONE, Secret.NONE);

  public static Secrets of(Secret clientSecret) {
    return new Secrets(clientSecret, Secret.NONE);
  }
}
