package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client whose certificate is its secret (RFC 8705 §2): said, counted, and not shown where nothing of the client's is to go. */
class CertificateDiagnosisTest {
  private final List<WireSettings> ways = new ArrayList<>();
  private ScriptedServer server;
  private Diagnosis diagnosis;
  private Form form;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedServer(it -> Answer.refused(it.body().contains("grantscope_made_up_grant") ? "unsupported_grant_type" : "invalid_client"));
    SocketWire sockets = new SocketWire();
    HttpWire wire =
        (request, settings, cancellation, listener) -> {
          ways.add(settings);
          return sockets.exchange(request, settings, cancellation, listener);
        };
    diagnosis =
        new Diagnosis(
            new GrantService(wire, "GrantScope/test"), Catalogue.builtIn(), Bench.LINT, Bench.REGIONS, Bench.TEXTS, Pause.NONE, new Random(7));
    form = Bench.form(server.url(), "client-1", "", "a").with(it -> it.withAuthentication(ClientAuthenticationMethod.TLS_CLIENT_AUTH));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void thePlanCountsWhatIsAuthenticatedByIt() {
    Plan plan = Bench.plan(diagnosis, form, 5);

    assertThat(plan.mostWithSecret()).isEqualTo(5);
    assertThat(plan.steps().getFirst().carriesSecret()).isTrue();
  }

  @Test
  void theBudgetHoldsAndTheBareRequestShowsNone(@TempDir Path folder) {
    WireSettings showing =
        new WireSettings(
            WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.of(TestAuthority.in(folder).clientCertificate("client")));

    Conclusion conclusion =
        diagnosis.run(Bench.plan(diagnosis, form, 2), showing, new Cancellation(), DiagnosisListener.NONE);

    List<Observation> rows = conclusion.observations();
    assertThat(Bench.withSecret(conclusion)).isBetween(1L, 2L);
    assertThat(rows).extracting(it -> it.experiment().probe()).contains(Probe.BASELINE, Probe.NO_CREDENTIALS);
    assertThat(rows)
        .filteredOn(it -> it.experiment().probe() == Probe.NO_CREDENTIALS)
        .allMatch(it -> ways.get(rows.indexOf(it)).clientCertificate().isEmpty());
    assertThat(ways.getFirst().clientCertificate()).isPresent();
  }

  /** One thing is changed at a time, and a server may speak to nobody without it: so it is shown, and said. */
  @Test
  void aMadeUpClientShowsItTooAndThatIsSaid(@TempDir Path folder) {
    Conclusion conclusion = run(TestAuthority.in(folder), form);

    List<Observation> rows = conclusion.observations();
    assertThat(rows).extracting(it -> it.experiment().probe()).contains(Probe.NO_CREDENTIALS, Probe.MADE_UP_CLIENT);
    assertThat(rows)
        .allSatisfy(
            it ->
                assertThat(it.experiment().carriesSecret() || it.experiment().title().endsWith(", with the certificate"))
                    .as(it.experiment().title())
                    .isEqualTo(ways.get(rows.indexOf(it)).clientCertificate().isPresent()));
    assertThat(Bench.plan(diagnosis, form, 12).steps()).extracting(Plan.Step::title).contains("A made-up client, with the certificate");
  }

  /** There the certificate belongs to the connection, whoever the client is. */
  @Test
  void whereASecretIsTheCredentialAllShowIt(@TempDir Path folder) {
    Form basic = Bench.form(server.url(), "client-1", "s3cr3t-value", "a");
    Conclusion conclusion = run(TestAuthority.in(folder), basic);

    List<Observation> rows = conclusion.observations();
    assertThat(rows)
        .filteredOn(it -> it.experiment().probe() == Probe.MADE_UP_CLIENT)
        .isNotEmpty()
        .allMatch(it -> ways.get(rows.indexOf(it)).clientCertificate().isPresent())
        .allMatch(it -> it.experiment().title().equals("A made-up client"));
  }

  /** As most servers do that take certificates for credentials. */
  @Test
  void atAServerThatSpeaksToNobodyWithoutOneACauseIsProvedStill(@TempDir Path folder) {
    TestAuthority authority = TestAuthority.in(folder);
    SSLContext context = authority.server();
    try (RawServer strict =
        RawServer.running(
            connection -> {
              connection.startTls(context, "TLSv1.3", true);
              String request = connection.readRequest();
              boolean known = request.contains("client_id=client-1");
              boolean good = known && !request.contains("scope=");
              String body = good ? "{\"access_token\":\"t\",\"token_type\":\"b\"}" : "{\"error\":\"" + (known ? "invalid_scope" : "invalid_client") + "\"}";
              connection.write("HTTP/1.1 " + (good ? 200 : 400) + " X\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body);
              connection.endTls();
            })) {
      Conclusion conclusion = run(authority, form.with(it -> it.withTokenUrl("https://localhost:" + strict.port() + "/token")));

      assertThat(Bench.first(conclusion)).isEqualTo("scope-unknown proved");
      assertThat(conclusion.observations())
          .filteredOn(it -> it.experiment().probe() == Probe.STEADY)
          .hasSizeGreaterThanOrEqualTo(6)
          .allMatch(it -> it.experiment().title().equals("The made-up client, once more, with the certificate"));
    }
  }

  private Conclusion run(TestAuthority authority, Form of) {
    WireSettings showing =
        new WireSettings(
            WireLimits.STANDARD,
            Routing.DIRECT,
            List.of(authority.certificate()),
            Optional.of(authority.clientCertificate("client")));
    return diagnosis.run(Bench.plan(diagnosis, of, 12), showing, new Cancellation(), DiagnosisListener.NONE);
  }
}
