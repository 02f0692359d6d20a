package dev.grantscope.core.api;

import dev.grantscope.core.grant.GrantOutcome;
import dev.grantscope.core.grant.OAuthError;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import java.util.List;

/**
 * One introspection of a token (RFC 7662 §2) as it happened.
 *
 * @param secrets that may stand in its bytes
 */
public record Introspection(Exchange exchange, Outcome outcome, List<Secret> secrets) {
  public Introspection {
    secrets = List.copyOf(secrets);
  }

  /** What the server said. */
  public sealed interface Outcome {
    /** {@code active} is true (RFC 7662 §2.2). */
    record Active(List<Member> members) implements Outcome {
      public Active {
        members = List.copyOf(members);
      }
    }

    /** {@code active} is false: expired, revoked, or not known to this server; it says no more on purpose. */
    record Inactive() implements Outcome {}

    /** The server refused to say (RFC 7662 §2.3). */
    record Refused(int status, OAuthError error) implements Outcome {}

    /** An answer without {@code active}. */
    record NotIntrospection(int status) implements Outcome {}

    /** {@link GrantOutcome.NotReached}, {@link GrantOutcome.NotOAuth} or {@link GrantOutcome.Cancelled}. */
    record Other(GrantOutcome outcome) implements Outcome {}
  }

  /** One member of the answer, its value as text or JSON. */
  public record Member(String name, String text) {}
}
