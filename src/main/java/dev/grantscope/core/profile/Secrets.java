package dev.grantscope.core.profile;

import dev.grantscope.core.secret.Secret;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

  /** Written out, as of the other records that the first picture compares: what Java would make of it takes a start milliseconds to link. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secrets it
        && clientSecret.equals(it.clientSecret)
        && password.equals(it.password)
        && key.equals(it.key);
  }

  @Override
  public int hashCode() {
    return Objects.hash(clientSecret, password, key);
  }
}
