package dev.grantscope.core.diagnosis;

import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.ServerUrl;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the server publishes about itself, as far as the diagnosis asked. A member that is not there proves nothing, and what is there
 * describes the server and not what this client is registered for.
 */
record Published(Metadata metadata) {
  /** The first document that was found. */
  static Optional<Published> in(Observations seen) {
    return seen.all().stream().filter(it -> it.experiment().probe() == Probe.METADATA).flatMap(it -> read(it).stream()).findFirst();
  }

  static Optional<Published> read(Observation observation) {
    return JsonAnswer.of(observation.run().exchange()) instanceof JsonAnswer.Json json && json.status() / 100 == 2
        ? Metadata.read(json.value(), json.notes()).map(Published::new)
        : Optional.empty();
  }

  /** The token endpoint, where it is another one than this and could be sent to. */
  Optional<Endpoint> otherEndpoint(Endpoint asked) {
    return metadata.tokenEndpoint().filter(ServerUrl::isPlain).flatMap(Endpoint::ifValid).filter(it -> !it.isSameAs(asked));
  }

  /** The scopes as they were asked for, each that differs from a published one in its case only written like that. */
  List<String> inPublishedCase(Iterable<String> asked) {
    List<String> known = metadata.scopes().orElse(List.of());
    List<String> written = new ArrayList<>();
    for (String scope : asked) {
      written.add(
          known.contains(scope) ? scope : known.stream().filter(scope::equalsIgnoreCase).findFirst().orElse(scope));
    }
    return written;
  }

  /** Those that a client without a user could ask for, one by one. */
  List<String> scopesToTry() {
    return metadata.scopes().orElse(List.of()).stream()
        .filter(it -> !List.of("openid", "profile", "email", "address", "phone", "offline_access").contains(it))
        .limit(2)
        .toList();
  }
}
