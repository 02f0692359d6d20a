package dev.grantscope.adapter.wire;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates of a PEM text (RFC 7468 §5), whatever else stands there. */
final class PemCertificates {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([^-]+)-----END (?:X509 |TRUSTED )?CERTIFICATE-----");

  private PemCertificates() {}

  /** Those that Java can read: one that it cannot must not take the others with it. */
  static List<X509Certificate> in(byte[] content) {
    List<X509Certificate> read = new ArrayList<>();
    try {
      CertificateFactory factory = CertificateFactory.getInstance("X.509");
      Matcher block = BLOCK.matcher(new String(content, StandardCharsets.ISO_8859_1));
      while (block.find()) {
        certificate(factory, block.group(1)).ifPresent(read::add);
      }
    } catch (CertificateException e) {
      // A Java without X.509 has no TLS either.
    }
    return read;
  }

  private static Optional<X509Certificate> certificate(CertificateFactory factory, String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      Certificate read = factory.generateCertificate(new ByteArrayInputStream(der));
      return read instanceof X509Certificate x509 ? Optional.of(x509) : Optional.empty();
    } catch (CertificateException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
