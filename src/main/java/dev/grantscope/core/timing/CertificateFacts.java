package dev.grantscope.core.timing;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a certificate says (RFC 5280), as text of whoever made it.
 *
 * @param names the DNS names and addresses it is for (§4.2.1.6)
 * @param selfSigned signed with its own key: the root of a chain, or a certificate that nobody vouches for
 */
public record CertificateFacts(
    String subject, String issuer, List<String> names, Instant notBefore, Instant notAfter, boolean selfSigned, Set<Weakness> weaknesses) {
  private static final int DNS = 2;
  private static final int ADDRESS = 7;
  private static final int SHORTEST_RSA = 2048;
  private static final int SHORTEST_EC = 224;

  /** What is no longer good enough, though Java may accept it under an authority of one's own. */
  public enum Weakness {
    /** Signed over SHA-1, MD5 or MD2. */
    SIGNATURE,
    /** RSA below 2048 bits, or EC below 224. */
    KEY
  }

  public CertificateFacts {
    names = List.copyOf(names);
    weaknesses = Set.copyOf(weaknesses);
  }

  public static CertificateFacts of(X509Certificate certificate) {
    boolean selfSigned = isSelfSigned(certificate);
    return new CertificateFacts(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        names(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        selfSigned,
        weaknesses(certificate, selfSigned));
  }

  private static boolean isSelfSigned(X509Certificate certificate) {
    if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      certificate.verify(certificate.getPublicKey());
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static List<String> names(X509Certificate certificate) {
    List<String> names = new ArrayList<>();
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      for (List<?> name : all == null ? List.<List<?>>of() : all) {
        if (name.get(0) instanceof Integer kind && (kind == DNS || kind == ADDRESS)) {
          names.add(String.valueOf(name.get(1)));
        }
      }
    } catch (CertificateParsingException e) {
      // Then it names nobody whom we could tell.
    }
    return names;
  }

  /** Nobody relies on the signature of a root. */
  private static Set<Weakness> weaknesses(X509Certificate certificate, boolean selfSigned) {
    EnumSet<Weakness> found = EnumSet.noneOf(Weakness.class);
    String signature = certificate.getSigAlgName().toUpperCase(Locale.ROOT);
    if (!selfSigned && (signature.startsWith("SHA1") || signature.startsWith("MD"))) {
      found.add(Weakness.SIGNATURE);
    }
    boolean shortKey =
        switch (certificate.getPublicKey()) {
          case RSAPublicKey rsa -> rsa.getModulus().bitLength() < SHORTEST_RSA;
          case ECPublicKey ec -> ec.getParams().getCurve().getField().getFieldSize() < SHORTEST_EC;
          default -> false;
        };
    if (shortKey) {
      found.add(Weakness.KEY);
    }
    return found;
  }

  /** How long it is still valid; negative when it is over. */
  public Duration left(Instant now) {
    return Duration.between(now, notAfter);
  }
}
