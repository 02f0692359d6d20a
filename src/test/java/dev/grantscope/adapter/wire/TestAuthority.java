package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.ClientCertificate;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate authority that nobody trusts, made at test time with this JDK's keytool, and the servers it makes certificates for. */
public final class TestAuthority {
  private static final String PASSWORD = "changeit";

  private final Path store;

  private TestAuthority(Path store) {
    this.store = store;
  }

  /** A new one, its keys in this folder. */
  public static TestAuthority in(Path folder) {
    TestAuthority authority = new TestAuthority(folder.resolve("authority.p12"));
    authority.keytool("-alias", "ca", "-dname", "CN=Test Authority " + folder.getFileName(), "-ext", "bc:c", "-validity", "30");
    return authority;
  }

  /** Its own certificate, to be trusted or not. */
  public X509Certificate certificate() {
    try {
      return (X509Certificate) load().getCertificate("ca");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A server valid now for localhost and 127.0.0.1. */
  public SSLContext server() {
    return server("good", "dns:localhost,ip:127.0.0.1", "-1d", "-signer", "ca");
  }

  /** A server valid now for one address alone. */
  public SSLContext server(InetAddress address) {
    return server("at-" + address.getHostAddress().replace(':', '-'), "ip:" + address.getHostAddress(), "-1d", "-signer", "ca");
  }

  /** One whose ten days are over. */
  public SSLContext expired() {
    return server("expired", "dns:localhost,ip:127.0.0.1", "-20d", "-signer", "ca");
  }

  /** One whose ten days have not begun. */
  public SSLContext notYetValid() {
    return server("early", "dns:localhost,ip:127.0.0.1", "+20d", "-signer", "ca");
  }

  /** One for another host. */
  public SSLContext wrongName() {
    return server("elsewhere", "dns:elsewhere.example", "-1d", "-signer", "ca");
  }

  /** One that stands for itself. */
  public SSLContext selfSigned() {
    return server("alone", "dns:localhost,ip:127.0.0.1", "-1d");
  }

  /** The client's certificate and key as PKCS#12 with this passphrase. */
  public Path clientFile(Path file, String passphrase) {
    try (OutputStream out = Files.newOutputStream(file)) {
      KeyStore client = client("client", "-1d");
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] phrase = passphrase.toCharArray();
      store.setKeyEntry(
          "client", client.getKey("client", PASSWORD.toCharArray()), phrase, client.getCertificateChain("client"));
      store.store(out, phrase);
      return file;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What a client shows of itself. */
  public ClientCertificate clientCertificate(String alias) {
    try {
      KeyStore store = client(alias, "-1d");
      X509Certificate own = (X509Certificate) store.getCertificate(alias);
      return new ClientCertificate(List.of(own, certificate()), (PrivateKey) store.getKey(alias, PASSWORD.toCharArray()));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** A certificate for a client and its key, valid from this day on for ten days, as the one entry of a key store. */
  public KeyStore client(String alias, String start) {
    try {
      make(alias, "dns:client.example", start, "-signer", "ca");
      return only(alias);
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Trusts the clients that this authority vouches for. */
  private SSLContext server(String alias, String names, String start, String... signer) {
    try {
      make(alias, names, start, signer);
      KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
      keys.init(only(alias), PASSWORD.toCharArray());
      KeyStore clients = KeyStore.getInstance("PKCS12");
      clients.load(null, null);
      clients.setCertificateEntry("ca", certificate());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(clients);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private void make(String alias, String names, String start, String... signer) throws KeyStoreException {
    if (!load().containsAlias(alias)) {
      List<String> arguments =
          new ArrayList<>(
              List.of("-alias", alias, "-dname", "CN=" + alias, "-ext", "san=" + names, "-startdate", start, "-validity", "10"));
      arguments.addAll(List.of(signer));
      keytool(arguments.toArray(String[]::new));
    }
  }

  private KeyStore only(String alias) throws GeneralSecurityException, IOException {
    KeyStore only = KeyStore.getInstance("PKCS12");
    only.load(null, null);
    KeyStore all = load();
    only.setKeyEntry(alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), all.getCertificateChain(alias));
    return only;
  }

  /** One with a short key, signed over SHA-1 by the authority. */
  public X509Certificate weak() {
    try {
      if (!load().containsAlias("weak")) {
        run("-keyalg", "RSA", "-keysize", "1024", "-sigalg", "SHA1withECDSA", "-alias", "weak", "-dname", "CN=weak", "-signer", "ca");
      }
      return (X509Certificate) load().getCertificate("weak");
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private KeyStore load() {
    try (InputStream file = Files.newInputStream(store)) {
      KeyStore loaded = KeyStore.getInstance("PKCS12");
      loaded.load(file, PASSWORD.toCharArray());
      return loaded;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  private void keytool(String... arguments) {
    List<String> all = new ArrayList<>(List.of("-keyalg", "EC", "-groupname", "secp256r1"));
    all.addAll(List.of(arguments));
    run(all.toArray(String[]::new));
  }

  private void run(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-storetype", "PKCS12"));
    command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
    command.addAll(List.of(arguments));
    Path log = store.resolveSibling("keytool.log");
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new AssertionError("keytool failed: " + Files.readString(log));
      }
    } catch (IOException e) {
      throw new AssertionError("keytool could not be run", e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
