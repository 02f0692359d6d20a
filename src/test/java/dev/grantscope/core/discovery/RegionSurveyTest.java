package dev.grantscope.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.discovery.RegionAnswer.Sign;
import dev.grantscope.core.grant.GrantOutcome.Reason;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.RefusingPort;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several regions at once, over real sockets: each answers in its own way or not at all. */
class RegionSurveyTest {
  private static final SocketWire WIRE = new SocketWire();
  private static final String TENANT = "11e85da0-f32c-7e10-898c-0242ac110003";
  private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n";

  private final List<RawServer> servers = new CopyOnWriteArrayList<>();
  private final RefusingPort nobody = new RefusingPort();

  @AfterEach
  void stop() {
    servers.forEach(RawServer::close);
    nobody.close();
  }

  @AfterAll
  static void close() {
    WIRE.close();
  }

  private Candidate region(String id, RawServer.Script script) {
    RawServer server = RawServer.running(script);
    servers.add(server);
    return candidate(id, "http://127.0.0.1:" + server.port() + "/auth/token");
  }

  private static Candidate candidate(String id, String url) {
    return Candidate.of(id, id, url).orElseThrow();
  }

  /** One answer to GET, another to POST. */
  private static RawServer.Script answering(String get, String post) {
    return connection -> connection.write(connection.readRequest().startsWith("GET") ? get : post);
  }

  private static String json(int status, String body) {
    return "HTTP/1.1 " + status + " X\r\nContent-Type: application/json\r\n\r\n" + body.replace('\'', '"');
  }

  private static List<RegionAnswer> survey(List<Candidate> regions, Optional<String> tenant, Cancellation cancellation) {
    Discovery discovery = new Discovery(WIRE, "Test/1");
    WireSettings settings = WireSettings.STANDARD.withLimits(WireLimits.within(Duration.ofSeconds(20)));
    return new RegionSurvey(discovery, new GrantService(WIRE, "Test/1")).survey(regions, tenant, settings, cancellation, _ -> {});
  }

  private static List<RegionAnswer> survey(List<Candidate> regions) {
    return survey(regions, Optional.empty(), new Cancellation());
  }

  @Test
  void eachAnswerKeepsItsPlaceAndItsName() {
    List<RegionAnswer> answers =
        survey(
            List.of(
                region("described", answering(json(200, "{'issuer':'https://as.example'}"), NOT_FOUND)),
                region("oauth", answering(NOT_FOUND, json(400, "{'error':'unsupported_grant_type'}"))),
                region("page", answering(NOT_FOUND, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>")),
                region("redirect", answering(NOT_FOUND, "HTTP/1.1 302 Found\r\nLocation: https://x.example\r\nContent-Length: 0\r\n\r\n")),
                candidate("gone", "http://127.0.0.1:" + nobody.port() + "/auth/token"),
                candidate("unknown", "https://no-such-host.invalid/auth/token"),
                region("described again", answering(json(200, "{'issuer':'https://as.example'}"), NOT_FOUND))));

    assertThat(answers).extracting(it -> it.candidate().region())
        .containsExactly("described", "oauth", "page", "redirect", "gone", "unknown", "described again");
    assertThat(answers.get(0).sign()).isInstanceOf(Sign.Described.class);
    assertThat(answers.get(1).sign()).isEqualTo(new Sign.OAuth(400, "unsupported_grant_type"));
    assertThat(answers.get(2).sign()).isInstanceOfSatisfying(Sign.Other.class, it -> assertThat(it.answer().reason()).isEqualTo(Reason.HTML));
    assertThat(answers.get(3).sign()).isInstanceOfSatisfying(Sign.Other.class, it -> assertThat(it.answer().reason()).isEqualTo(Reason.REDIRECT));
    assertThat(answers.get(4).sign()).isInstanceOfSatisfying(Sign.NotReached.class, it -> assertThat(it.failure().kind()).isEqualTo(Kind.REFUSED));
    assertThat(answers.get(5).sign()).isInstanceOfSatisfying(Sign.NotReached.class, it -> assertThat(it.failure().kind()).isEqualTo(Kind.UNKNOWN_HOST));
    assertThat(answers.get(0).exchanges()).hasSize(1);
    assertThat(answers.get(1).exchanges()).as("metadata first, then a grant that no server has").hasSize(2);
    assertThat(answers.get(1).exchanges().get(1).sent().asText())
        .contains("grant_type=grantscope_made_up_grant").doesNotContain("Authorization").doesNotContain("client_");
  }

  @Test
  void aCertificateThatIsNotTrustedIsSaidAndNothingWasSent(@TempDir Path folder) {
    TestAuthority authority = TestAuthority.in(folder);
    RawServer server =
        RawServer.running(connection -> connection.startTls(authority.server(), "TLSv1.3", false));
    servers.add(server);
    RegionAnswer answer = survey(List.of(candidate("tls", "https://localhost:" + server.port() + "/auth/token"))).getFirst();

    assertThat(answer.sign()).isInstanceOfSatisfying(Sign.NotReached.class, it -> assertThat(it.failure().kind()).isEqualTo(Kind.UNTRUSTED));
    assertThat(answer.exchanges().getFirst().sent().isEmpty()).isTrue();
  }

  @Test
  void aTenantIsKnownToOneIssuerAndNotToAnother() {
    List<RegionAnswer> answers =
        survey(
            List.of(
                region("other", answering(json(404, "{'message':'unknown'}"), NOT_FOUND)),
                region("page", answering("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>", NOT_FOUND)),
                region("mine", answering(json(200, "{'area':'uk1','api_endpoint':'https://api-uk1.niceincontact.com'}"), NOT_FOUND))),
            Optional.of(TENANT),
            new Cancellation());

    assertThat(answers.get(0).sign()).isEqualTo(new Sign.NoTenant(404));
    assertThat(answers.get(1).sign()).isEqualTo(new Sign.NoTenant(200));
    assertThat(answers.get(2).sign()).isInstanceOfSatisfying(Sign.Tenant.class, it -> assertThat(it.configuration().area()).contains("uk1"));
    assertThat(answers).allSatisfy(it -> assertThat(it.exchanges()).hasSize(1));
    assertThat(servers.getFirst().connections().getFirst().received()).asString(StandardCharsets.ISO_8859_1)
        .startsWith("GET /.well-known/cxone-configuration?tenantId=" + TENANT + " HTTP/1.1\r\n");
  }

  @Test
  void cancelEndsAllOfThemAndThoseThatWait() {
    CountDownLatch reached = new CountDownLatch(6);
    RawServer.Script silent =
        connection -> {
          connection.readRequest();
          reached.countDown();
          connection.readUntilClosed();
        };
    List<Candidate> regions = Stream.iterate(0, it -> it + 1).limit(9).map(it -> region("r" + it, silent)).toList();
    Cancellation cancellation = new Cancellation();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                reached.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              cancellation.cancel();
            });
    List<RegionAnswer> answers = survey(regions, Optional.empty(), cancellation);

    assertThat(answers).hasSize(9).allSatisfy(it -> assertThat(it.sign()).isInstanceOf(Sign.Cancelled.class));
  }
}
