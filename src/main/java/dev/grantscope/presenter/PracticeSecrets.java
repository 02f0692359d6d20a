package dev.grantscope.presenter;

import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.Profile;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKey.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The client secrets of the practice tenant, which guard nothing: they are built in and never go to the keyring. */
final class PracticeSecrets {
  private final Map<String, Secret> byScenario;

  PracticeSecrets(List<Practice.Scenario> scenarios) {
    byScenario = scenarios.stream().collect(Collectors.toMap(Practice.Scenario::id, Practice.Scenario::secret));
  }

  /** The one that a profile begins with. */
  Optional<Secret> of(Profile profile, Kind kind) {
    return isFor(profile, kind) ? Optional.ofNullable(byScenario.get(profile.draft().region())) : Optional.empty();
  }

  /** Only while it points at this machine: a secret for anywhere else is a real one. */
  static boolean isFor(Profile profile, Kind kind) {
    return kind == Kind.CLIENT_SECRET
        && profile.draft().provider().equals(Practice.PROVIDER)
        && profile.draft().tokenUrl().startsWith("http://127.0.0.1");
  }
}
