package dev.grantscope.adapter.wire;

import dev.grantscope.adapter.wire.CertificateFile.BadFileException;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.secret.PrivateKeyPem;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.ClientCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The client's certificate and its key out of one file: PKCS#12, or PEM with both in it. Says in words of ours why not. */
final class ClientCertificateFile {
  private static final Field FIELD = Field.CLIENT_CERTIFICATE;

  private final InstantSource clock;

  ClientCertificateFile(InstantSource clock) {
    this.clock = clock;
  }

  ClientCertificate read(String name, Secret passphrase) throws BadFileException {
    byte[] content = CertificateFile.bytes(FIELD, name);
    String text = new String(content, StandardCharsets.ISO_8859_1);
    ClientCertificate read = text.contains("-----BEGIN ") ? pem(content, text, passphrase) : pkcs12(content, name, passphrase);
    Instant now = clock.instant();
    if (now.isAfter(read.certificate().getNotAfter().toInstant())) {
      throw bad("problem.certificate.expired", day(read.certificate().getNotAfter().toInstant()));
    }
    if (now.isBefore(read.certificate().getNotBefore().toInstant())) {
      throw bad("problem.certificate.early", day(read.certificate().getNotBefore().toInstant()));
    }
    return read;
  }

  private static String day(Instant instant) {
    return instant.atZone(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static ClientCertificate pem(byte[] content, String text, Secret passphrase) throws BadFileException {
    List<X509Certificate> certificates = PemCertificates.in(content);
    if (certificates.isEmpty()) {
      throw bad("problem.certificate.none");
    }
    return switch (PrivateKeyPem.read(text, passphrase)) {
      case PrivateKeyPem.Read.Failed failed -> throw bad("problem.certificate.key." + failed.reason());
      case PrivateKeyPem.Read.Key key -> joined(key.key(), certificates);
    };
  }

  /** The certificate of the key first, then the others as they stand there. */
  private static ClientCertificate joined(PrivateKey key, List<X509Certificate> certificates) throws BadFileException {
    X509Certificate own =
        certificates.stream()
            .filter(it -> belongTogether(key, it))
            .findFirst()
            .orElseThrow(() -> bad("problem.certificate.otherKey"));
    List<X509Certificate> chain = new ArrayList<>(certificates);
    chain.remove(own);
    chain.addFirst(own);
    return new ClientCertificate(chain, key);
  }

  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    try {
      Signature signature = Signature.getInstance(algorithm);
      byte[] anything = {1, 2, 3};
      signature.initSign(key);
      signature.update(anything);
      byte[] signed = signature.sign();
      signature.initVerify(certificate.getPublicKey());
      signature.update(anything);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static ClientCertificate pkcs12(byte[] content, String name, Secret passphrase) throws BadFileException {
    char[] characters = passphrase.reveal().toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), characters);
      return first(store, characters).orElseThrow(() -> bad("problem.certificate.key.NONE"));
    } catch (IOException e) {
      throw e.getCause() instanceof UnrecoverableKeyException ? wrong(passphrase) : bad("problem.certificate.format", name);
    } catch (UnrecoverableKeyException e) {
      throw wrong(passphrase);
    } catch (GeneralSecurityException e) {
      throw bad("problem.certificate.format", name);
    } finally {
      Arrays.fill(characters, '\0');
    }
  }

  private static Optional<ClientCertificate> first(KeyStore store, char[] passphrase) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      Key key = store.isKeyEntry(alias) ? store.getKey(alias, passphrase) : null;
      Certificate[] chain = store.getCertificateChain(alias);
      if (key instanceof PrivateKey own && chain != null && chain.length > 0) {
        return Optional.of(new ClientCertificate(Arrays.stream(chain).map(X509Certificate.class::cast).toList(), own));
      }
    }
    return Optional.empty();
  }

  private static BadFileException wrong(Secret passphrase) {
    return bad("problem.certificate.key." + (passphrase.isEmpty() ? "PASSPHRASE_NEEDED" : "PASSPHRASE_WRONG"));
  }

  private static BadFileException bad(String key, Object... arguments) {
    return new BadFileException(FieldProblem.of(FIELD, key, arguments));
  }
}
