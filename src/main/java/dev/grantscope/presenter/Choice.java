package dev.grantscope.presenter;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One entry of a list to choose from. */
public record Choice(String id, String label) {
  /** Written out: see {@link dev.grantscope.core.profile.Secrets}. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Choice it && id.equals(it.id) && label.equals(it.label);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, label);
  }
}
