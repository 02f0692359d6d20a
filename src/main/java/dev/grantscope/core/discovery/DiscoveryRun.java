package dev.grantscope.core.discovery;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.WireFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One search for the metadata of an issuer.
 *
 * @param attempts the places that were asked, in their order; the last one may have been cancelled
 */
public record DiscoveryRun(Issuer issuer, List<Attempt> attempts) {
  public DiscoveryRun {
    attempts = List.copyOf(attempts);
  }

  /** The document that counts: the first whose issuer is the one asked for, else the first. */
  public Optional<Attempt> found() {
    return attempts.stream()
        .filter(it -> it.metadata().isPresent())
        .min(Comparator.comparing(it -> issuer.match(it.metadata().orElseThrow())));
  }

  public Optional<Metadata> metadata() {
    return found().flatMap(Attempt::metadata);
  }

  /** How the issuer of the document compares; empty when there is none. */
  public Optional<IssuerMatch> match() {
    return metadata().map(issuer::match);
  }

  public boolean isCancelled() {
    return attempts.stream().anyMatch(it -> it.answer() instanceof JsonAnswer.None none && none.outcome() instanceof GrantOutcome.Cancelled);
  }

  /** Why no server was reached; empty when one answered, whatever it answered. */
  public Optional<WireFailure> notReached() {
    boolean answered = attempts.stream().anyMatch(it -> failure(it).isEmpty());
    return answered ? Optional.empty() : attempts.stream().flatMap(it -> failure(it).stream()).findFirst();
  }

  private static Optional<WireFailure> failure(Attempt attempt) {
    return attempt.answer() instanceof JsonAnswer.None none && none.outcome() instanceof GrantOutcome.NotReached it
        ? Optional.of(it.failure())
        : Optional.empty();
  }
}
