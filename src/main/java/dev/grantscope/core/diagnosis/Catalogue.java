package dev.grantscope.core.diagnosis;

import dev.grantscope.core.json.JsonTree;
import java.util.List;

/** The signatures that are known, from {@code signatures.json}. One is added by adding an entry. */
public record Catalogue(List<KnownSignature> signatures) {
  public Catalogue {
    signatures = List.copyOf(signatures);
  }

  /** Reads the one that is built in. */
  public static Catalogue builtIn() {
    return new Catalogue(
        JsonTree.resource(Catalogue.class, "signatures.json").path("signatures").valueStream().map(KnownSignature::read).toList());
  }

  List<KnownSignature> matching(Observation observation) {
    return signatures.stream().filter(it -> it.matches(observation)).toList();
  }
}
