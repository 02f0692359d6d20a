package dev.grantscope.adapter.wire;

import dev.grantscope.core.timing.CertificateFacts;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Leaves the decision to another, and remembers the chain and the reason of a refusal, which the TLS layer does not give out. Who decides
 * is asked for when there is something to decide: until then the authorities may still be being read.
 */
final class RecordingTrust extends X509ExtendedTrustManager {
  /** Those who decide. */
  interface Judge {
    /**
     * Waits for them.
     *
     * @throws ExecutionException if they could not be read
     * @throws IOException if the wait was ended by the guard
     */
    X509ExtendedTrustManager await() throws IOException, ExecutionException;
  }

  private final Judge judge;
  private TlsFacts facts = new TlsFacts("", "", List.of());
  private @Nullable Kind refusal;

  RecordingTrust(Judge judge) {
    this.judge = judge;
  }

  /** What was known when the certificates came. */
  TlsFacts facts() {
    return facts;
  }

  /** Why they were refused, if they were. */
  Optional<Kind> refusal() {
    return Optional.ofNullable(refusal);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    SSLSession session = socket instanceof SSLSocket tls ? tls.getHandshakeSession() : null;
    facts =
        session == null
            ? new TlsFacts("", "", List.of(chain))
            : new TlsFacts(session.getProtocol(), session.getCipherSuite(), List.of(chain));
    X509ExtendedTrustManager read = judge();
    try {
      read.checkServerTrusted(chain, authType, socket);
    } catch (CertificateException e) {
      refusal = reason(e, chain, authType, read);
      throw e;
    }
  }

  private X509ExtendedTrustManager judge() throws CertificateException {
    try {
      return judge.await();
    } catch (ExecutionException e) {
      refusal = Kind.LOCAL;
      throw new CertificateException(e);
    } catch (IOException e) {
      throw new CertificateException(e);
    }
  }

  private static Kind reason(CertificateException refused, X509Certificate[] chain, String authType, X509ExtendedTrustManager judge) {
    for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
      Object reason = cause instanceof CertPathValidatorException path ? path.getReason() : "";
      if (cause instanceof CertificateExpiredException || reason == BasicReason.EXPIRED) {
        return Kind.EXPIRED;
      }
      if (cause instanceof CertificateNotYetValidException || reason == BasicReason.NOT_YET_VALID) {
        return Kind.NOT_YET_VALID;
      }
      if (reason == BasicReason.ALGORITHM_CONSTRAINED) {
        return Kind.HANDSHAKE;
      }
    }
    try {
      // The same without the name: if the chain is good, it was the name.
      judge.checkServerTrusted(chain, authType);
      return Kind.WRONG_NAME;
    } catch (CertificateException e) {
      return CertificateFacts.of(chain[0]).selfSigned() ? Kind.SELF_SIGNED : Kind.UNTRUSTED;
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    judge().checkServerTrusted(chain, authType);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
    judge().checkServerTrusted(chain, authType, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
    judge().checkClientTrusted(chain, authType);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
    judge().checkClientTrusted(chain, authType, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
    judge().checkClientTrusted(chain, authType, engine);
  }

  /** Only servers name authorities. */
  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
