package dev.grantscope.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.TrustSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Java's authorities, the operating system's and one's own are all trusted. */
class TrustStoresTest {
  @Test
  void joinsJavasTheSystemsAndOnesOwn(@TempDir Path folder) throws Exception {
    X509Certificate ofSystem = TestAuthority.in(Files.createDirectory(folder.resolve("system"))).certificate();
    X509Certificate own = TestAuthority.in(Files.createDirectory(folder.resolve("own"))).certificate();
    Path bundle = folder.resolve("bundle.pem");
    Files.writeString(bundle, "# of a company\n" + pem(new byte[] {1, 2, 3}) + pem(ofSystem.getEncoded()));
    TrustManagerFactory java = TrustManagerFactory.getInstance("PKIX");
    java.init((KeyStore) null);
    X509Certificate[] ofJava = ((X509TrustManager) java.getTrustManagers()[0]).getAcceptedIssuers();

    TrustStores stores = new TrustStores(List.of(folder.resolve("missing.pem").toString(), bundle.toString()));
    assertThat(stores.with(List.of(own)).getAcceptedIssuers()).contains(ofJava).contains(ofSystem, own);
    assertThat(stores.with(List.of()).getAcceptedIssuers()).contains(ofJava).contains(ofSystem).doesNotContain(own);
  }

  @Test
  void saysWhoseAuthoritiesVouchForAChain(@TempDir Path folder) throws Exception {
    X509Certificate ofSystem = TestAuthority.in(Files.createDirectory(folder.resolve("system"))).certificate();
    X509Certificate own = TestAuthority.in(Files.createDirectory(folder.resolve("own"))).certificate();
    Path bundle = Files.writeString(folder.resolve("bundle.pem"), pem(ofSystem.getEncoded()));
    TrustStores stores = new TrustStores(List.of(bundle.toString()));
    assertThat(stores.vouching(List.of(ofSystem), List.of())).containsExactly(TrustSource.SYSTEM);
    assertThat(stores.vouching(List.of(ofSystem), List.of(ofSystem))).containsExactly(TrustSource.SYSTEM, TrustSource.EXTRA);
    assertThat(stores.vouching(List.of(own), List.of(own))).containsExactly(TrustSource.EXTRA);
    assertThat(stores.vouching(List.of(own), List.of())).isEmpty();
  }

  private static String pem(byte[] der) {
    String base64 = Base64.getMimeEncoder().encodeToString(der);
    return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
  }
}
