package dev.grantscope.core.wire;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What was agreed in the TLS handshake, as far as it came.
 *
 * @param protocol such as "TLSv1.3"; empty when the handshake failed before one was agreed
 * @param cipher the cipher suite; empty likewise
 * @param chain the certificates the server sent, its own first; known also when they were refused
 */
public record TlsFacts(String protocol, String cipher, List<X509Certificate> chain) {
  public TlsFacts {
    chain = List.copyOf(chain);
  }
}
