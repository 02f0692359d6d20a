package dev.grantscope.adapter.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.profile.Connection;
import dev.grantscope.core.profile.Connection.ProxyMode;
import dev.grantscope.core.profile.Connections.Resolved;
import dev.grantscope.core.profile.Connections.Way;
import dev.grantscope.core.profile.FieldProblem;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.Route.Why;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireSettings;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a profile says about its connection becomes what the wire needs, or a problem beside its field. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WireConnectionsTest {
  private static final Secret PASSPHRASE = Secret.of("canary-phrase");
  private static final char[] OF_AUTHORITY = "changeit".toCharArray();

  private final WireConnections connections =
      new WireConnections(_ -> Route.direct(Why.NONE_KNOWN, "system"), InstantSource.system());
  private Path folder;
  private TestAuthority authority;

  @BeforeAll
  void certificates(@TempDir Path temporary) {
    folder = temporary;
    authority = TestAuthority.in(folder);
  }

  private Resolved resolve(Connection own) {
    return connections.resolve(Way.of(own), Way.of(Connection.USUAL));
  }

  private static WireSettings good(Resolved resolved) {
    assertThat(resolved.problems()).isEmpty();
    return resolved.settings().orElseThrow();
  }

  private static String key(Resolved resolved) {
    assertThat(resolved.settings()).isEmpty();
    return resolved.problems().stream().map(FieldProblem::key).reduce((a, b) -> a + " " + b).orElse("");
  }

  private static Route route(WireSettings settings, String url) throws Exception {
    return settings.routing().to(Endpoint.parse(url));
  }

  private Path file(String name, byte[] content) throws Exception {
    return Files.write(folder.resolve(name), content);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n";
  }

  private static String pem(Certificate certificate) throws Exception {
    return pem("CERTIFICATE", certificate.getEncoded());
  }

  private Path pkcs12(String name, KeyStore of, Secret passphrase) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] characters = passphrase.reveal().toCharArray();
    String alias = of.aliases().nextElement();
    store.setKeyEntry(alias, of.getKey(alias, OF_AUTHORITY), characters, of.getCertificateChain(alias));
    Path file = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, characters);
    }
    return file;
  }

  private Resolved withCertificate(Path file, Secret passphrase) {
    Connection own = Connection.AS_SET.withClientCertificate(file.toString());
    return connections.resolve(new Way(own, Secret.NONE, passphrase), Way.of(Connection.USUAL));
  }

  @Test
  void aProfileLeavesTheProxyToTheSettingsAndTheseToTheSystem() throws Exception {
    assertThat(route(good(resolve(Connection.AS_SET)), "https://a.example/").source()).isEqualTo("system");
    Connection usual = Connection.USUAL.withProxy(ProxyMode.NAMED).withProxyUrl("p.example:3128").withProxyUser("me");
    Way named = new Way(usual, Secret.of("canary-pw"), Secret.NONE);
    Route route = route(good(connections.resolve(Way.of(Connection.AS_SET), named)), "https://a.example/");
    assertThat(route.proxy().orElseThrow()).hasToString("p.example:3128");
    assertThat(route.proxy().orElseThrow().authorization().reveal()).isEqualTo("Basic bWU6Y2FuYXJ5LXB3");
    Connection none = Connection.AS_SET.withProxy(ProxyMode.NONE);
    assertThat(route(good(connections.resolve(Way.of(none), named)), "https://a.example/").why()).isEqualTo(Why.SWITCHED_OFF);
    Connection system = Connection.AS_SET.withProxy(ProxyMode.SYSTEM);
    assertThat(route(good(connections.resolve(Way.of(system), named)), "https://a.example/").source()).isEqualTo("system");
  }

  @ParameterizedTest
  @CsvSource({
    "https://auth.example/token, http://p.example:3128, NAMED",
    "https://localhost/token, http://p.example:3128, THIS_MACHINE",
    "http://127.0.0.1/token, http://p.example:3128, THIS_MACHINE",
    "https://localhost/token, http://127.0.0.1:3128, NAMED",
    "http://127.0.0.1/token, http://127.0.0.1:3128, THIS_MACHINE",
  })
  void aNamedProxyGetsNoPlainTextAndNoOtherLoopback(String url, String proxy, Why why) throws Exception {
    WireSettings settings = good(resolve(Connection.AS_SET.withProxy(ProxyMode.NAMED).withProxyUrl(proxy)));
    assertThat(route(settings, url).why()).isEqualTo(why);
  }

  @ParameterizedTest
  @CsvSource({
    "'', problem.proxy.empty",
    "socks5://p.example:1, problem.proxy.scheme",
    "https://p.example:1, problem.proxy.scheme",
    "http://me:pw@p.example:1, problem.proxy.userInfo",
    "http://p.example:0, problem.proxy.address",
    "http://p.example/path, problem.proxy.address",
    "http://{{proxy}}:1, problem.proxy.address",
  })
  void aProxyThatCannotBeUsedIsSaid(String url, String problem) {
    assertThat(key(resolve(Connection.AS_SET.withProxy(ProxyMode.NAMED).withProxyUrl(url)))).isEqualTo(problem);
  }

  @Test
  void authoritiesAreReadOfProfileAndSettings() throws Exception {
    X509Certificate ca = authority.certificate();
    Path der = file("ca.der", ca.getEncoded());
    Path pem = file("ca.pem", ("# ours\n" + pem(ca) + pem(ca)).getBytes(StandardCharsets.US_ASCII));
    Way usual = Way.of(Connection.USUAL.withAuthorities(pem.toString()));
    WireSettings settings = good(connections.resolve(Way.of(Connection.AS_SET.withAuthorities(der.toString())), usual));
    assertThat(settings.extraAuthorities()).hasSize(3).containsOnly(ca);
  }

  @Test
  void authoritiesThatCannotBeReadAreSaid() throws Exception {
    Path text = file("ca.txt", "no certificate".getBytes(StandardCharsets.US_ASCII));
    assertThat(key(resolve(Connection.AS_SET.withAuthorities(text.toString())))).isEqualTo("problem.file.noCertificate");
    assertThat(key(resolve(Connection.AS_SET.withAuthorities(folder.toString())))).isEqualTo("problem.file.missing");
    assertThat(key(resolve(Connection.AS_SET.withAuthorities("\0")))).isEqualTo("problem.file.unreadable");
  }

  @Test
  void aProblemOfTheSettingsIsBesideTheirFields() {
    Connection usual =
        new Connection(ProxyMode.NAMED, "", "", folder.resolve("none.pem").toString(), folder.resolve("none.p12").toString());
    Resolved resolved = connections.resolve(Way.of(Connection.AS_SET), Way.of(usual));
    assertThat(resolved.problems().stream().map(FieldProblem::field))
        .containsExactly(Field.SETTINGS_PROXY, Field.SETTINGS_AUTHORITIES, Field.SETTINGS_CLIENT_CERTIFICATE);
    assertThat(connections.resolve(Way.of(usual), Way.of(Connection.USUAL)).problems().stream().map(FieldProblem::field))
        .containsExactly(Field.PROXY, Field.AUTHORITIES, Field.CLIENT_CERTIFICATE);
  }

  @Test
  void aClientCertificateIsReadFromPkcs12() throws Exception {
    KeyStore client = authority.client("client", "-1d");
    Path file = pkcs12("client.p12", client, PASSPHRASE);
    assertThat(good(withCertificate(file, PASSPHRASE)).clientCertificate().orElseThrow().certificate())
        .isEqualTo(client.getCertificate("client"));
    assertThat(key(withCertificate(file, Secret.NONE))).isEqualTo("problem.certificate.key.PASSPHRASE_NEEDED");
    assertThat(key(withCertificate(file, Secret.of("wrong")))).isEqualTo("problem.certificate.key.PASSPHRASE_WRONG");
  }

  @Test
  void aClientCertificateIsReadFromPem() throws Exception {
    KeyStore client = authority.client("client", "-1d");
    Key key = client.getKey("client", OF_AUTHORITY);
    String keyText = pem("PRIVATE KEY", key.getEncoded());
    String own = pem(client.getCertificate("client"));
    String ca = pem(authority.certificate());
    // The authority first: the client's own is found by its key.
    Path file = file("client.pem", (ca + keyText + own).getBytes(StandardCharsets.US_ASCII));
    WireSettings settings = good(withCertificate(file, Secret.NONE));
    assertThat(settings.clientCertificate().orElseThrow().certificate()).isEqualTo(client.getCertificate("client"));
    assertThat(settings.clientCertificate().orElseThrow().chain()).hasSize(2);
    assertThat(settings.toString()).doesNotContain(key.toString());
    assertThat(key(withCertificate(file("own.pem", own.getBytes(StandardCharsets.US_ASCII)), Secret.NONE)))
        .isEqualTo("problem.certificate.key.NONE");
    assertThat(key(withCertificate(file("key.pem", keyText.getBytes(StandardCharsets.US_ASCII)), Secret.NONE)))
        .isEqualTo("problem.certificate.none");
    assertThat(key(withCertificate(file("other.pem", (ca + keyText).getBytes(StandardCharsets.US_ASCII)), Secret.NONE)))
        .isEqualTo("problem.certificate.otherKey");
    assertThat(key(withCertificate(file("text.p12", "text".getBytes(StandardCharsets.US_ASCII)), Secret.NONE)))
        .isEqualTo("problem.certificate.format");
  }

  @Test
  void aClientCertificateThatIsNotValidNowIsSaid() throws Exception {
    Path file = pkcs12("valid.p12", authority.client("client", "-1d"), PASSPHRASE);
    Connection own = Connection.AS_SET.withClientCertificate(file.toString());
    Way way = new Way(own, Secret.NONE, PASSPHRASE);
    for (int days : List.of(-30, 30)) {
      InstantSource then = InstantSource.fixed(Instant.now().plus(days, ChronoUnit.DAYS));
      Resolved resolved = new WireConnections(Routing.DIRECT, then).resolve(way, Way.of(Connection.USUAL));
      assertThat(key(resolved)).isEqualTo(days < 0 ? "problem.certificate.early" : "problem.certificate.expired");
    }
  }

  @Test
  void theSettingsCertificateIsForProfilesWithoutTheirOwn() throws Exception {
    Path usual = pkcs12("usual.p12", authority.client("usual", "-1d"), PASSPHRASE);
    Path own = pkcs12("own.p12", authority.client("client", "-1d"), Secret.of("another"));
    Way settings = new Way(Connection.USUAL.withClientCertificate(usual.toString()), Secret.NONE, PASSPHRASE);
    assertThat(good(connections.resolve(Way.of(Connection.AS_SET), settings)).clientCertificate().orElseThrow().toString())
        .isEqualTo("CN=usual");
    Way profile = new Way(Connection.AS_SET.withClientCertificate(own.toString()), Secret.NONE, Secret.of("another"));
    assertThat(good(connections.resolve(profile, settings)).clientCertificate().orElseThrow().toString()).isEqualTo("CN=client");
  }
}
