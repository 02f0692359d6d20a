package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.postTls;
import static dev.grantscope.adapter.wire.WireFixture.through;
import static dev.grantscope.adapter.wire.WireFixture.trusting;
import static dev.grantscope.adapter.wire.WireFixture.within;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.timing.CertificateFacts;
import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Phase;
import dev.grantscope.core.wire.PhaseTime;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.TlsFacts;
import dev.grantscope.core.wire.TrustSource;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireProxy;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStoreException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509ExtendedTrustManager;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way in which TLS can fail has its own name, and the certificates are known when they were refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {
  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi";

  @SuppressWarnings("ImmutableEnumChecker") // A function without state.
  enum Bad {
    EXPIRED(TestAuthority::expired, WireFailure.Kind.EXPIRED),
    NOT_YET_VALID(TestAuthority::notYetValid, WireFailure.Kind.NOT_YET_VALID),
    WRONG_NAME(TestAuthority::wrongName, WireFailure.Kind.WRONG_NAME),
    SELF_SIGNED(TestAuthority::selfSigned, WireFailure.Kind.SELF_SIGNED);

    private final Function<TestAuthority, SSLContext> server;
    private final WireFailure.Kind kind;

    Bad(Function<TestAuthority, SSLContext> server, WireFailure.Kind kind) {
      this.server = server;
      this.kind = kind;
    }
  }

  private final SocketWire wire = new SocketWire();
  private TestAuthority authority;
  private X509Certificate trusted;
  private TestAuthority stranger;
  private SSLContext good;
  private SSLContext unknown;

  @BeforeAll
  void certificates(@TempDir Path folder) throws Exception {
    authority = TestAuthority.in(Files.createDirectory(folder.resolve("known")));
    stranger = TestAuthority.in(Files.createDirectory(folder.resolve("stranger")));
    trusted = authority.certificate();
    good = authority.server();
    unknown = stranger.server();
  }

  @AfterAll
  void close() {
    wire.close();
  }

  private static RawServer tls(SSLContext context, String protocol, boolean needClientCertificate) {
    return RawServer.running(
        connection -> {
          connection.startTls(context, protocol, needClientCertificate);
          connection.readRequest();
          connection.write(ANSWER);
          connection.readUntilClosed();
        });
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.3,localhost", "TLSv1.2,localhost", "TLSv1.3,127.0.0.1"})
  void anExtraAuthorityIsTrustedAndTheFactsAreKnown(String protocol, String host) {
    try (RawServer server = tls(good, protocol, false)) {
      WireRequest request = post("https://" + host + ":" + server.port() + "/token", new byte[0]);
      Exchange exchange = exchange(wire, request, trusting(trusted));
      assertThat(outcome(exchange)).isEqualTo("whole");
      assertThat(latin1(exchange.received())).isEqualTo(ANSWER);
      TlsFacts facts = exchange.tls().orElseThrow();
      assertThat(facts.protocol()).isEqualTo(protocol);
      assertThat(facts.cipher()).startsWith("TLS_");
      assertThat(facts.chain()).hasSize(2).element(1).isEqualTo(trusted);
      assertThat(exchange.phases().stream().map(PhaseTime::phase))
          .containsExactly(Phase.LOOKUP, Phase.CONNECT, Phase.TLS, Phase.SEND, Phase.WAIT, Phase.RECEIVE);
    }
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void aBadCertificateIsNamedAndNothingIsSent(Bad bad) throws Exception {
    try (RawServer server = tls(bad.server.apply(authority), "TLSv1.3", false)) {
      Exchange exchange = exchange(wire, postTls(server), trusting(trusted));
      assertThat(exchange.failure().orElseThrow().kind()).isEqualTo(bad.kind);
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.TLS);
      assertThat(exchange.sent().isEmpty()).isTrue();
      TlsFacts facts = exchange.tls().orElseThrow();
      assertThat(facts.protocol()).isEqualTo("TLSv1.3");
      assertThat(facts.chain()).isNotEmpty();
      assertThat(server.only().received()).isEmpty();
    }
  }

  @Test
  void anUnknownAuthorityIsUntrustedAndStaysSo() {
    try (RawServer server = tls(unknown, "TLSv1.3", false)) {
      assertThat(outcome(exchange(wire, postTls(server), trusting(stranger.certificate())))).isEqualTo("whole");
      assertThat(outcome(exchange(wire, postTls(server), trusting(trusted)))).isEqualTo("UNTRUSTED");
      Exchange untrusted = exchange(wire, postTls(server), direct());
      assertThat(outcome(untrusted)).isEqualTo("UNTRUSTED");
      assertThat(untrusted.tls().orElseThrow().chain()).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatWantsAClientCertificateIsNamed(String protocol) {
    try (RawServer server = tls(good, protocol, true)) {
      Exchange exchange = exchange(wire, postTls(server), trusting(trusted));
      assertThat(outcome(exchange)).isEqualTo("CLIENT_CERTIFICATE");
      assertThat(exchange.response()).isEmpty();
    }
  }

  private WireSettings showing(ClientCertificate certificate) {
    return new WireSettings(direct().limits(), Routing.DIRECT, List.of(trusted), Optional.of(certificate));
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aServerThatWantsAClientCertificateGetsIt(String protocol) throws Exception {
    ClientCertificate certificate = authority.clientCertificate("client");
    try (RawServer server = tls(good, protocol, true)) {
      assertThat(outcome(exchange(wire, postTls(server), showing(certificate)))).isEqualTo("whole");
      assertThat(server.only().clientCertificate()).contains(certificate.certificate());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
  void aClientCertificateThatTheServerDoesNotAcceptIsSaid(String protocol) {
    try (RawServer server = tls(good, protocol, true)) {
      WireFailure failure =
          exchange(wire, postTls(server), showing(stranger.clientCertificate("client"))).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.CLIENT_CERTIFICATE);
      assertThat(failure.message()).startsWith("The server does not accept the certificate of the client");
    }
  }

  @Test
  void aServerThatWantsNoneIsNotToldWhoTheClientIs() throws Exception {
    try (RawServer server = tls(good, "TLSv1.3", false)) {
      assertThat(outcome(exchange(wire, postTls(server), showing(authority.clientCertificate("client"))))).isEqualTo("whole");
      assertThat(server.only().clientCertificate()).isEmpty();
    }
  }

  @Test
  void whoseAuthoritiesVouchForTheServerIsKnown() {
    try (RawServer server = tls(good, "TLSv1.3", false)) {
      assertThat(exchange(wire, postTls(server), trusting(trusted)).tls().orElseThrow().trustedBy())
          .containsExactly(TrustSource.EXTRA);
      assertThat(exchange(wire, postTls(server), direct()).tls().orElseThrow().trustedBy()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(Bad.class)
  void aBadCertificateIsNamedBehindAProxyToo(Bad bad) {
    SSLContext context = bad.server.apply(authority);
    try (RawServer proxy =
        RawServer.running(
            connection -> {
              connection.readRequest();
              connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
              connection.startTls(context, "TLSv1.3", false);
              connection.readUntilClosed();
            })) {
      WireProxy way = new WireProxy("127.0.0.1", proxy.port(), Secret.NONE);
      Exchange exchange = exchange(wire, post("https://localhost:9443/token", new byte[0]), through(way, trusted));
      assertThat(exchange.failure().orElseThrow().kind()).isEqualTo(bad.kind);
      assertThat(exchange.failure().orElseThrow().phase()).isEqualTo(Phase.TLS);
      assertThat(exchange.tls().orElseThrow().chain()).isNotEmpty();
      assertThat(exchange.route().proxy()).contains(way);
    }
  }

  @Test
  void whatACertificateSaysIsRead() {
    CertificateFacts facts = CertificateFacts.of(authority.weak());
    assertThat(facts.subject()).isEqualTo("CN=weak");
    assertThat(facts.issuer()).isEqualTo(authority.certificate().getSubjectX500Principal().getName());
    assertThat(facts.selfSigned()).isFalse();
    assertThat(facts.weaknesses()).containsExactlyInAnyOrder(CertificateFacts.Weakness.values());
    CertificateFacts root = CertificateFacts.of(trusted);
    assertThat(root.selfSigned()).isTrue();
    assertThat(root.weaknesses()).isEmpty();
    try (RawServer server = tls(good, "TLSv1.3", false)) {
      TlsFacts seen = exchange(wire, postTls(server), trusting(trusted)).tls().orElseThrow();
      assertThat(CertificateFacts.of(seen.chain().getFirst()).names()).containsExactly("localhost", "127.0.0.1");
    }
  }

  @Test
  void anOldServersAlertIsNamed() {
    try (RawServer server = RawServer.speaking("15030100020246")) {
      WireFailure failure = exchange(wire, postTls(server), direct()).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.OLD_PROTOCOL);
      assertThat(failure.message()).contains("protocol_version");
    }
  }

  @Test
  void anOldServersHelloIsNamed() {
    // A ServerHello of TLS 1.0: 32 bytes of random, no session, TLS_RSA_WITH_AES_128_CBC_SHA.
    try (RawServer server = RawServer.speaking("160301002a020000260301" + "07".repeat(32) + "00002f00")) {
      WireFailure failure = exchange(wire, postTls(server), direct()).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.OLD_PROTOCOL);
      assertThat(failure.message()).contains("older than 1.2");
    }
  }

  private static RawSocket connected(RawServer server) throws IOException {
    RawSocket raw = new RawSocket();
    raw.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
    return raw;
  }

  @Test
  void theHandshakeBeginsWhileTheAuthoritiesAreStillRead() throws Exception {
    X509ExtendedTrustManager judge = new TrustStores().with(List.of(trusted));
    try (RawServer server = tls(good, "TLSv1.3", false);
        RawSocket raw = connected(server)) {
      List<Integer> heard = new ArrayList<>();
      TlsHandshake shaking =
          new TlsHandshake(
              "localhost",
              () -> {
                heard.add(raw.beginning().length);
                return judge;
              },
              Optional.empty());
      shaking.over(raw);
      assertThat(heard).containsExactly(11);
      assertThat(shaking.facts().chain()).hasSize(2);
    }
  }

  @Test
  void authoritiesThatCannotBeReadAreNotTheServersFault() throws Exception {
    try (RawServer server = tls(good, "TLSv1.3", false);
        RawSocket raw = connected(server)) {
      TlsHandshake shaking =
          new TlsHandshake(
              "localhost",
              () -> {
                throw new ExecutionException(new KeyStoreException());
              },
              Optional.empty());
      assertThatThrownBy(() -> shaking.over(raw))
          .isInstanceOfSatisfying(StepFailedException.class, it -> assertThat(it.kind()).isEqualTo(WireFailure.Kind.LOCAL))
          .hasMessageContaining("authorities could not be read");
    }
  }

  @Test
  void plainTextOnTheTlsPortIsNamed() {
    try (RawServer server = RawServer.running(
        connection -> {
          connection.read();
          connection.write("HTTP/1.1 400 Bad Request\r\n\r\n");
        })) {
      assertThat(outcome(exchange(wire, postTls(server), direct()))).isEqualTo("PLAINTEXT");
    }
  }

  @Test
  void tlsOnAPlainPortIsNotHttp() {
    try (RawServer server = tls(good, "TLSv1.3", false)) {
      Exchange exchange = exchange(wire, post(server), direct());
      assertThat(outcome(exchange)).isEqualTo("NOT_HTTP");
      assertThat(exchange.received().toArray()[0]).isEqualTo((byte) 0x15);
    }
  }

  @Test
  void aStalledHandshakeEndsAtItsLimit() {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Exchange exchange = exchange(wire, postTls(server), within(Phase.TLS, Duration.ofMillis(300)));
      WireFailure failure = exchange.failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.TIMEOUT);
      assertThat(failure.phase()).isEqualTo(Phase.TLS);
      assertThat(failure.message()).contains("0.3 s");
    }
  }

  @Test
  void aClosedHandshakeIsNamed() {
    try (RawServer server = RawServer.running(
        connection -> {
          // All of the ClientHello, so that the close is no reset.
          connection.read();
          byte[] header = {(byte) connection.read(), (byte) connection.read(), (byte) connection.read(), (byte) connection.read()};
          for (int left = ((header[2] & 0xFF) << 8) + (header[3] & 0xFF); left > 0; left--) {
            connection.read();
          }
        })) {
      WireFailure failure = exchange(wire, postTls(server), direct()).failure().orElseThrow();
      assertThat(failure.kind()).isEqualTo(WireFailure.Kind.CLOSED);
      assertThat(failure.phase()).isEqualTo(Phase.TLS);
    }
  }

  @Test
  void aResetHandshakeIsNamed() {
    try (RawServer server = RawServer.running(
        connection -> {
          connection.read();
          connection.reset();
        })) {
      assertThat(outcome(exchange(wire, postTls(server), direct()))).isEqualTo("RESET");
    }
  }

  @Test
  void aHandshakeThatIsNoLongerAcknowledgedWasNotReset() throws Exception {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed);
        RawSocket raw =
            new RawSocket() {
              @Override
              public InputStream getInputStream() throws IOException {
                throw new SocketException("Connection timed out");
              }
            }) {
      raw.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      TlsHandshake handshake =
          new TlsHandshake(
              "localhost",
              () -> {
                throw new AssertionError("no certificate comes");
              },
              Optional.empty());

      assertThatThrownBy(() -> handshake.over(raw))
          .isInstanceOfSatisfying(
              StepFailedException.class,
              it -> {
                assertThat(it.kind()).isEqualTo(WireFailure.Kind.TIMEOUT);
                assertThat(it.sentence()).isEqualTo("The other side no longer acknowledges what is sent.");
              });
    }
  }

  @ParameterizedTest
  @CsvSource({"TLSv1.2,true,whole", "TLSv1.2,false,TRUNCATED", "TLSv1.3,true,whole", "TLSv1.3,false,TRUNCATED"})
  void aBodyUntilCloseNeedsTheEndOfTls(String protocol, boolean closeNotify, String outcome) {
    try (RawServer server = RawServer.running(
        connection -> {
          connection.startTls(good, protocol, false);
          connection.readRequest();
          connection.write("HTTP/1.1 200 OK\r\n\r\nhello");
          if (closeNotify) {
            connection.endTls();
          }
        })) {
      Exchange exchange = exchange(wire, postTls(server), trusting(trusted));
      assertThat(outcome(exchange)).isEqualTo(outcome);
      assertThat(latin1(exchange.response().orElseThrow().body())).isEqualTo("hello");
    }
  }
}
