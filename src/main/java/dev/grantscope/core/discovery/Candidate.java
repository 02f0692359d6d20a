package dev.grantscope.core.discovery;

import dev.grantscope.core.wire.Endpoint;
import java.util.Optional;

/**
 * A region that may be the right one.
 *
 * @param region its id in the form
 * @param label what people see
 * @param endpoint its token endpoint
 */
public record Candidate(String region, String label, Endpoint endpoint) {
  /** Empty when no request could go to that URL. */
  public static Optional<Candidate> of(String region, String label, String tokenUrl) {
    return Endpoint.ifValid(tokenUrl).map(it -> new Candidate(region, label, it));
  }
}
