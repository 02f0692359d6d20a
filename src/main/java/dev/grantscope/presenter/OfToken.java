package dev.grantscope.presenter;

import dev.grantscope.core.grant.GrantRun;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of the token of each profile. It is of no other token: after the next run it counts no longer.
 *
 * @param <T> what is known
 */
final class OfToken<T> {
  private final Workbench workbench;
  private final Map<UUID, Known<T>> known = new HashMap<>();

  private record Known<T>(GrantRun run, T what) {}

  OfToken(Workbench workbench) {
    this.workbench = workbench;
  }

  /** Something about the token that this run of the profile brought. */
  void put(UUID profile, GrantRun run, T what) {
    known.put(profile, new Known<>(run, what));
  }

  /** Of the token that the chosen profile has now. */
  Optional<T> current() {
    return Optional.ofNullable(known.get(workbench.selected().id())).filter(it -> workbench.result().isOf(it.run())).map(Known::what);
  }
}
