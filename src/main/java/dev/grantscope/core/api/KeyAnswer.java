package dev.grantscope.core.api;

import dev.grantscope.core.discovery.IssuerMatch;
import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.wire.Exchange;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking for the keys of an issuer.
 *
 * @param exchanges in their order: the metadata, where it was asked, and the keys
 * @param metadata where it was asked and found
 * @param match how the issuer in it compares with the one asked for
 * @param keySet the JSON of the keys; present exactly when there is no problem
 */
public record KeyAnswer(
    List<Exchange> exchanges,
    Optional<Metadata> metadata,
    Optional<IssuerMatch> match,
    Optional<String> keySet,
    Optional<Problem> problem) {
  /** Why there are no keys. */
  public enum Problem {
    NOT_REACHED,
    CANCELLED,
    /** The server was reached and has no metadata. */
    NO_METADATA,
    /** Metadata without a {@code jwks_uri}. */
    NO_KEYS_URL,
    /** A {@code jwks_uri} that nothing is sent to: not https, or no URL. */
    BAD_KEYS_URL,
    /** Where the keys should be there is something else. */
    NO_KEYS
  }

  public KeyAnswer {
    exchanges = List.copyOf(exchanges);
  }

  static KeyAnswer failed(List<Exchange> exchanges, Problem problem) {
    return new KeyAnswer(exchanges, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(problem));
  }
}
