package dev.grantscope.core.wire;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * What was agreed in the TLS handshake, as far as it came.
 *
 * @param protocol such as "TLSv1.3"; empty when the handshake failed before one was agreed
 * @param cipher the cipher suite; empty likewise
 * @param chain the certificates the server sent, its own first; known also when they were refused
 * @param trustedBy whose authorities, taken alone, vouch for the chain now; none does for one that has expired
 */
public record TlsFacts(String protocol, String cipher, List<X509Certificate> chain, Set<TrustSource> trustedBy) {
  public TlsFacts {
    chain = List.copyOf(chain);
    trustedBy = Set.copyOf(trustedBy);
  }

  /** Before anyone was asked whether the chain is trusted. */
  public TlsFacts(String protocol, String cipher, List<X509Certificate> chain) {
    this(protocol, cipher, chain, Set.of());
  }

  public TlsFacts withTrustedBy(Set<TrustSource> sources) {
    return new TlsFacts(protocol, cipher, chain, sources);
  }
}
