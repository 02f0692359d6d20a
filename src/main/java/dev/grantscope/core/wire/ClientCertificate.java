package dev.grantscope.core.wire;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the client shows of itself in the TLS handshake when the server asks for it (RFC 8446 §4.4.2).
 *
 * @param chain its own certificate first
 * @param key never shown, written or logged
 */
public record ClientCertificate(List<X509Certificate> chain, PrivateKey key) {
  public ClientCertificate {
    chain = List.copyOf(chain);
  }

  /** The client's own. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Without the key. */
  @Override
  public String toString() {
    return certificate().getSubjectX500Principal().toString();
  }
}
