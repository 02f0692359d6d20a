package dev.grantscope.core.profile;

import dev.grantscope.core.secret.Secret;

/**
 * The secrets that belong to a form, beside its text.
 *
 * @param key the text of its key file, when it has one
 */
public record Secrets(Secret clientSecret, Secret password, Secret key) {
  public static final Secrets NONE = new Secrets(Secret.NONE, Secret.NONE);

  /** Without a key. */
  public Secrets(Secret clientSecret, Secret password) {
    this(clientSecret, password, Secret.NONE);
  }
}
