package dev.grantscope.core.discovery;

import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
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
    try {
      return Optional.of(new Candidate(region, label, Endpoint.parse(tokenUrl)));
    } catch (EndpointException _) {
      return Optional.empty();
    }
  }

  /** Scheme, host and port, as they stand in its URL. */
  public String origin() {
    return endpoint.text().replaceFirst("^([^:]+://[^/?]*).*$", "$1");
  }
}
