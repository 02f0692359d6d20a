package dev.grantscope.adapter.wire;

import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;

/** A file with certificates, as it was chosen by the admin. */
final class CertificateFile {
  /** Nobody's certificates are larger; a slip of the hand may choose anything. */
  private static final long LARGEST = 4 * 1024 * 1024;

  private CertificateFile() {}

  /**
   * Its bytes.
   *
   * @throws BadFileException if it cannot be read
   */
  static byte[] bytes(Field field, String name) throws BadFileException {
    try {
      Path path = Path.of(name);
      if (!Files.isRegularFile(path)) {
        throw new BadFileException(FieldProblem.of(field, "problem.file.missing", name));
      }
      if (Files.size(path) > LARGEST) {
        throw new BadFileException(FieldProblem.of(field, "problem.file.large", name));
      }
      return Files.readAllBytes(path);
    } catch (IOException | InvalidPathException | SecurityException e) {
      throw new BadFileException(FieldProblem.of(field, "problem.file.unreadable", name));
    }
  }

  /**
   * The authorities in it, PEM or DER.
   *
   * @throws BadFileException if there are none
   */
  static List<X509Certificate> authorities(String name) throws BadFileException {
    List<X509Certificate> read = certificates(bytes(Field.AUTHORITIES, name));
    if (read.isEmpty()) {
      throw new BadFileException(FieldProblem.of(Field.AUTHORITIES, "problem.file.noCertificate", name));
    }
    return read;
  }

  /** What can be read of it; none when it is no file of certificates. */
  private static List<X509Certificate> certificates(byte[] content) {
    List<X509Certificate> pem = PemCertificates.in(content);
    if (!pem.isEmpty()) {
      return pem;
    }
    try {
      return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(content)).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (CertificateException e) {
      return List.of();
    }
  }

  /** Why a file is of no use. */
  static final class BadFileException extends Exception {
    private final transient FieldProblem problem;

    BadFileException(FieldProblem problem) {
      super(problem.key());
      this.problem = problem;
    }

    FieldProblem problem() {
      return problem;
    }
  }
}
