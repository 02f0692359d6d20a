package dev.grantscope.core.profile;

import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.WireSettings;
import java.util.List;
import java.util.Optional;

/** Port: turns what is said about a connection into what the wire needs. The one place where {@link WireSettings} are made. */
@FunctionalInterface
public interface Connections {
  /**
   * Reads the files that are named; connects to nothing. Blocks on the disk, so not on the UI thread.
   *
   * @param own of a profile
   * @param usual of the settings: where the profile leaves the proxy to them, and their files beside its own
   */
  Resolved resolve(Way own, Way usual);

  /** A connection with the secrets that belong to it. */
  record Way(Connection connection, Secret proxyPassword, Secret passphrase) {
    /** With no secrets. */
    public static Way of(Connection connection) {
      return new Way(connection, Secret.NONE, Secret.NONE);
    }
  }

  /**
   * What came of it.
   *
   * @param settings with the standard limits; present exactly when there are no problems
   */
  record Resolved(Optional<WireSettings> settings, List<FieldProblem> problems) {
    public Resolved {
      problems = List.copyOf(problems);
    }

    /** The same for sending this form: a client that authenticates by its certificate needs one (RFC 8705 §2). */
    public Resolved forClient(ProfileDraft draft) {
      boolean missing =
          draft.authentication() == ClientAuthenticationMethod.TLS_CLIENT_AUTH
              && settings.filter(it -> it.clientCertificate().isEmpty()).isPresent();
      return missing
          ? new Resolved(Optional.empty(), List.of(FieldProblem.of(Field.CLIENT_CERTIFICATE, "problem.certificate.required")))
          : this;
    }
  }
}
