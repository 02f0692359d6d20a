package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;

/**
 * One TLS handshake as client: TLS 1.2 or 1.3, with the server's name sent and checked (RFC 6066 §3, RFC 9110 §4.3.4), no session
 * resumed.
 */
final class TlsHandshake {
  private static final Pattern ALERT = Pattern.compile("Received fatal alert: ([a-z_]{1,40})");

  private final String host;
  private final RecordingTrust trust;
  private final ClientKeys keys;
  private TlsFacts agreed = new TlsFacts("", "", List.of());

  TlsHandshake(String host, RecordingTrust.Judge judge, Optional<ClientCertificate> certificate) {
    // The dot at the end of a rooted name is in no certificate.
    this.host = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
    this.trust = new RecordingTrust(judge);
    this.keys = new ClientKeys(certificate);
  }

  /**
   * Puts TLS over the connection.
   *
   * @throws StepFailedException if the two do not agree
   */
  SSLSocket over(RawSocket raw) throws StepFailedException {
    raw.forgetBeginning();
    try {
      // A context of its own has no session to resume, so that the certificates come every time.
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {keys}, new TrustManager[] {trust}, null);
      SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(raw, host, raw.getPort(), true);
      socket.setSSLParameters(parameters(socket.getSSLParameters()));
      socket.startHandshake();
      SSLSession session = socket.getSession();
      agreed = new TlsFacts(session.getProtocol(), session.getCipherSuite(), chain(session));
      return socket;
    } catch (IOException e) {
      throw failure(e, raw);
    } catch (GeneralSecurityException e) {
      throw new StepFailedException(Kind.LOCAL, "This Java cannot do TLS.");
    }
  }

  private SSLParameters parameters(SSLParameters parameters) {
    parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (!isAddress(host)) {
      try {
        parameters.setServerNames(List.of(new SNIHostName(host)));
      } catch (IllegalArgumentException e) {
        // A name with an underscore can be looked up but not sent; then the server is not told it.
        parameters.setServerNames(List.of());
      }
    }
    return parameters;
  }

  private static boolean isAddress(String host) {
    try {
      return InetAddress.ofLiteral(host) != null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<X509Certificate> chain(SSLSession session) throws SSLPeerUnverifiedException {
    List<X509Certificate> chain = new ArrayList<>();
    for (Certificate certificate : session.getPeerCertificates()) {
      if (certificate instanceof X509Certificate x509) {
        chain.add(x509);
      }
    }
    return chain;
  }

  /** What is known by now. */
  TlsFacts facts() {
    return agreed.protocol().isEmpty() ? trust.facts() : agreed;
  }

  /** Whether the server asked for a certificate; in TLS 1.3 it refuses one who has none only after the handshake (RFC 8446 §4.4.2.4). */
  boolean clientCertificateWanted() {
    return keys.wasAsked();
  }

  private StepFailedException failure(IOException e, RawSocket raw) {
    byte[] beginning = raw.beginning();
    Optional<Kind> refusal = trust.refusal();
    if (refusal.isPresent()) {
      return new StepFailedException(refusal.get(), certificateSentence(refusal.get()));
    }
    if (keys.wasAsked()) {
      return clientCertificateFault(alert(e));
    }
    if (beginning.length > 0 && (beginning[0] < 20 || beginning[0] > 23)) {
      return new StepFailedException(Kind.PLAINTEXT, "What answered on port " + raw.getPort() + " does not speak TLS.");
    }
    Optional<String> alert = alert(e);
    if (alert.isPresent()) {
      return new StepFailedException(
          alert.get().equals("protocol_version") ? Kind.OLD_PROTOCOL : Kind.HANDSHAKE,
          "The server refused the TLS handshake with the alert " + alert.get() + ".");
    }
    if (isOldServerHello(beginning)) {
      return new StepFailedException(Kind.OLD_PROTOCOL, "The server speaks only a version of TLS older than 1.2.");
    }
    if (raw.ended()) {
      return new StepFailedException(Kind.CLOSED, "The server closed the connection in the TLS handshake.");
    }
    return FailureMapping.below(e)
        .map(it -> FailureMapping.ofSocket(Phase.TLS, it, SystemErrors.here()))
        .map(it -> new StepFailedException(it.kind(), it.kind() == Kind.RESET ? "The server reset the connection in the TLS handshake." : it.message()))
        .orElseGet(() -> new StepFailedException(Kind.HANDSHAKE, "The TLS handshake failed."));
  }

  /** The server asked for a certificate and then ended it. */
  StepFailedException clientCertificateFault(Optional<String> alert) {
    String said = alert.map(it -> " with the alert " + it).orElse("");
    return new StepFailedException(
        Kind.CLIENT_CERTIFICATE,
        keys.wasShown()
            ? "The server does not accept the certificate of the client: it ended the connection" + said + "."
            : "The server wants a certificate from the client.");
  }

  /** The name of the alert that the other side sent, out of the fixed list of RFC 8446 §6. */
  static Optional<String> alert(Exception e) {
    Matcher matcher = ALERT.matcher(String.valueOf(e.getMessage()));
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** A handshake record (22) with a ServerHello (2) whose version is below 3.3, that is TLS 1.2. */
  private static boolean isOldServerHello(byte[] start) {
    return start.length == 11 && start[0] == 22 && start[5] == 2 && start[9] == 3 && start[10] < 3;
  }

  private String certificateSentence(Kind refusal) {
    return switch (refusal) {
      case EXPIRED -> "A certificate of " + host + " has expired.";
      case NOT_YET_VALID -> "A certificate of " + host + " is not valid yet.";
      case WRONG_NAME -> "The certificate is not for the name " + host + ".";
      case SELF_SIGNED -> "The certificate of " + host + " is self-signed: nobody but itself vouches for it.";
      case LOCAL -> "The certificates of the trusted authorities could not be read.";
      case HANDSHAKE -> "A certificate of " + host + " uses a key or a signature that Java refuses as too weak.";
      default -> "The certificate of " + host + " does not come from an authority that this machine trusts.";
    };
  }
}
