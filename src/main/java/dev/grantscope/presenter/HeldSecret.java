package dev.grantscope.presenter;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.secret.SecretKeeper.Place;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.verdict.Tone;
import java.util.Optional;

/**
 * A secret in memory.
 *
 * @param dirty whether the keeper does not have it yet
 * @param place where it is kept; empty while that is not known
 */
record HeldSecret(Secret secret, boolean dirty, Optional<Place> place) {
  /** One that no keeper has seen. */
  static HeldSecret fresh(Secret secret) {
    return new HeldSecret(secret, true, Optional.empty());
  }

  HeldSecret handedOver() {
    return new HeldSecret(secret, false, place);
  }

  HeldSecret at(Place newPlace) {
    return new HeldSecret(secret, dirty, Optional.of(newPlace));
  }

  /** Whether the keyring did not take it, and may when it is asked again. */
  boolean canRetry() {
    return place.filter(Place.InSession.class::isInstance).isPresent();
  }

  /** The one line that says where it is. */
  Notice where(String store, Texts texts) {
    return place
        .map(
            it ->
                switch (it) {
                  case Place.InStore in -> new Notice(Tone.GOOD, texts.get("secret.kept", in.name()));
                  case Place.InSession session -> new Notice(Tone.ATTENTION, texts.of("secret.session", session.reason(), store));
                  case Place.Nowhere _ -> new Notice(Tone.QUIET, texts.get("secret.none"));
                })
        .orElseGet(() -> new Notice(Tone.QUIET, texts.get(dirty ? "secret.notYetKept" : "secret.keeping")));
  }
}
