package dev.grantscope.adapter.wire;

import dev.grantscope.adapter.wire.CertificateFile.BadFileException;
import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireSettings;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the settings of the wire out of a profile's connection and that of the settings: proxy, authorities, client certificate. */
public final class WireConnections implements Connections {
  private final Routing system;
  private final InstantSource clock;

  /**
   * Reads nothing yet.
   *
   * @param system the way by the environment and the operating system
   * @param clock says which client certificate has expired
   */
  public WireConnections(Routing system, InstantSource clock) {
    this.system = system;
    this.clock = clock;
  }

  @Override
  public Resolved resolve(Way own, Way usual) {
    List<FieldProblem> ofOwn = new ArrayList<>();
    List<FieldProblem> ofUsual = new ArrayList<>();
    boolean ownProxy = own.connection().proxy() != ProxyMode.AS_SET;
    boolean ownCertificate = !own.connection().clientCertificate().isBlank();
    Routing routing = ownProxy ? routing(own, ofOwn) : routing(usual, ofUsual);
    List<X509Certificate> authorities = new ArrayList<>();
    authorities(own.connection(), authorities, ofOwn);
    authorities(usual.connection(), authorities, ofUsual);
    Optional<ClientCertificate> certificate =
        ownCertificate ? clientCertificate(own, ofOwn) : clientCertificate(usual, ofUsual);
    ofUsual.forEach(it -> ofOwn.add(it.inSettings()));
    return new Resolved(
        ofOwn.isEmpty()
            ? Optional.of(new WireSettings(WireLimits.STANDARD, routing, authorities, certificate))
            : Optional.empty(),
        ofOwn);
  }

  private Routing routing(Way way, List<FieldProblem> problems) {
    return switch (way.connection().proxy()) {
      case NONE -> Routing.DIRECT;
      case AS_SET, SYSTEM -> system;
      case NAMED -> named(way, problems);
    };
  }

  private static Routing named(Way way, List<FieldProblem> problems) {
    Connection connection = way.connection();
    try {
      if (connection.proxyUser().contains(":")) {
        // RFC 7617 §2: the first colon ends the user name.
        problems.add(FieldProblem.of(Field.PROXY, "problem.proxy.user"));
      }
      return Routing.through(
          WireProxy.parse(connection.proxyUrl().strip()).withBasic(connection.proxyUser(), way.proxyPassword()));
    } catch (EndpointException e) {
      problems.add(
          FieldProblem.of(
              Field.PROXY,
              switch (e.problem()) {
                case EMPTY -> "problem.proxy.empty";
                case SCHEME -> "problem.proxy.scheme";
                case USER_INFO, SECRET_IN_QUERY -> "problem.proxy.userInfo";
                default -> "problem.proxy.address";
              }));
      return Routing.DIRECT;
    }
  }

  private static void authorities(Connection connection, List<X509Certificate> all, List<FieldProblem> problems) {
    try {
      if (!connection.authorities().isBlank()) {
        all.addAll(CertificateFile.authorities(connection.authorities().strip()));
      }
    } catch (BadFileException e) {
      problems.add(e.problem());
    }
  }

  private Optional<ClientCertificate> clientCertificate(Way way, List<FieldProblem> problems) {
    String file = way.connection().clientCertificate().strip();
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(new ClientCertificateFile(clock).read(file, way.passphrase()));
    } catch (BadFileException e) {
      problems.add(e.problem());
      return Optional.empty();
    }
  }
}
