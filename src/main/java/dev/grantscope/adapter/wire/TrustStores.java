package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.TrustSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The authorities that are trusted: Java's own, and those of the operating system, which know a company's inspecting proxy. Read when first
 * needed, once. Thread-safe.
 */
final class TrustStores {
  /** Where the distributions of Linux keep theirs; the first that exists is read. */
  private static final List<String> BUNDLES =
      List.of(
          "/etc/ssl/certs/ca-certificates.crt",
          "/etc/pki/tls/certs/ca-bundle.crt",
          "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
          "/etc/ssl/ca-bundle.pem",
          "/etc/pki/tls/cacert.pem",
          "/etc/ssl/cert.pem");
  /** Windows, and macOS with its own and the user's authorities. A Java without them says so by an exception. */
  private static final List<String> KEY_STORES = List.of("Windows-ROOT", "KeychainStore-ROOT", "KeychainStore");

  private record Made(List<X509Certificate> extra, X509ExtendedTrustManager manager) {}

  private final List<String> bundles;
  private final Map<TrustSource, X509ExtendedTrustManager> alone = new EnumMap<>(TrustSource.class);
  private @Nullable Set<X509Certificate> ofJava;
  private @Nullable Set<X509Certificate> ofSystem;
  private @Nullable Made last;
  private @Nullable Made lastExtra;

  TrustStores() {
    this(BUNDLES);
  }

  /** With PEM files in other places; the first that exists is read. */
  TrustStores(List<String> bundles) {
    this.bundles = bundles;
  }

  /**
   * Trusts the usual authorities and these.
   *
   * @throws GeneralSecurityException if Java cannot
   */
  synchronized X509ExtendedTrustManager with(List<X509Certificate> extra) throws GeneralSecurityException {
    Made made = last;
    if (made == null || !made.extra().equals(extra)) {
      Set<X509Certificate> all = new LinkedHashSet<>(ofJava());
      all.addAll(ofSystem());
      all.addAll(extra);
      made = new Made(extra, trusting(all));
      last = made;
    }
    return made.manager();
  }

  /**
   * Whose authorities, taken alone, vouch for this chain now, whatever host it was for.
   *
   * @param extra the authorities that the admin named
   */
  Set<TrustSource> vouching(List<X509Certificate> chain, List<X509Certificate> extra) {
    Set<TrustSource> vouching = EnumSet.noneOf(TrustSource.class);
    for (TrustSource source : TrustSource.values()) {
      try {
        Optional<X509ExtendedTrustManager> judge = alone(source, extra);
        if (judge.isPresent()) {
          judge.get().checkServerTrusted(chain.toArray(X509Certificate[]::new), "UNKNOWN");
          vouching.add(source);
        }
      } catch (GeneralSecurityException | RuntimeException e) {
        // This one does not.
      }
    }
    return vouching;
  }

  private synchronized Optional<X509ExtendedTrustManager> alone(TrustSource source, List<X509Certificate> extra)
      throws GeneralSecurityException {
    Collection<X509Certificate> authorities =
        switch (source) {
          case JAVA -> ofJava();
          case SYSTEM -> ofSystem();
          case EXTRA -> extra;
        };
    if (authorities.isEmpty()) {
      return Optional.empty();
    }
    if (source == TrustSource.EXTRA) {
      Made made = lastExtra;
      if (made == null || !made.extra().equals(extra)) {
        made = new Made(extra, trusting(extra));
        lastExtra = made;
      }
      return Optional.of(made.manager());
    }
    X509ExtendedTrustManager judge = alone.get(source);
    if (judge == null) {
      judge = trusting(authorities);
      alone.put(source, judge);
    }
    return Optional.of(judge);
  }

  private Set<X509Certificate> ofJava() throws GeneralSecurityException {
    Set<X509Certificate> read = ofJava;
    if (read == null) {
      read = new LinkedHashSet<>();
      for (TrustManager manager : managers(null)) {
        if (manager instanceof X509TrustManager x509) {
          Collections.addAll(read, x509.getAcceptedIssuers());
        }
      }
      ofJava = read;
    }
    return read;
  }

  private Set<X509Certificate> ofSystem() {
    Set<X509Certificate> read = ofSystem;
    if (read == null) {
      read = new LinkedHashSet<>(fromBundle());
      for (String type : KEY_STORES) {
        read.addAll(fromKeyStore(type));
      }
      ofSystem = read;
    }
    return read;
  }

  private static X509ExtendedTrustManager trusting(Collection<X509Certificate> certificates) throws GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    try {
      store.load(null, null);
    } catch (IOException e) {
      throw new KeyStoreException(e);
    }
    int number = 0;
    for (X509Certificate certificate : certificates) {
      store.setCertificateEntry("authority-" + number++, certificate);
    }
    for (TrustManager manager : managers(store)) {
      if (manager instanceof X509ExtendedTrustManager x509) {
        return x509;
      }
    }
    throw new KeyStoreException("no X.509 trust manager");
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store);
    return factory.getTrustManagers();
  }

  private Set<X509Certificate> fromBundle() {
    for (String bundle : bundles) {
      try {
        Set<X509Certificate> read = new LinkedHashSet<>(PemCertificates.in(Files.readAllBytes(Path.of(bundle))));
        if (!read.isEmpty()) {
          return read;
        }
      } catch (IOException e) {
        // Not there or not readable: the next, or none.
      }
    }
    return Set.of();
  }

  private static Set<X509Certificate> fromKeyStore(String type) {
    Set<X509Certificate> read = new LinkedHashSet<>();
    try {
      KeyStore store = KeyStore.getInstance(type);
      store.load(null, null);
      for (String alias : Collections.list(store.aliases())) {
        Certificate certificate = store.isCertificateEntry(alias) ? store.getCertificate(alias) : null;
        if (certificate instanceof X509Certificate x509) {
          read.add(x509);
        }
      }
    } catch (GeneralSecurityException | IOException e) {
      // No such store on this system.
    }
    return read;
  }
}
