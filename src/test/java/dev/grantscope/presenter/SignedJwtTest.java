package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.grantscope.core.api.Introspection;
import dev.grantscope.core.api.IntrospectionService;
import dev.grantscope.core.grant.GrantRun;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireSettings;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that signs a JWT instead of sending a secret: the key comes from its file when it is needed, and is shown nowhere. */
class SignedJwtTest {
  private static String jwk = "";

  private final Desk desk = new Desk();

  @BeforeAll
  static void generate() throws JOSEException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    jwk = key.toJSONString();
  }

  @BeforeEach
  void choose() {
    desk.typeSecret("canary-secret");
    desk.form.credentials().onSendAs("KEY_FORM");
    desk.form.credentials().onKeyFile("/keys/client.jwk");
    desk.keyFiles.put("/keys/client.jwk", jwk);
    desk.wire.startedAt = Instant.parse("2026-11-21T12:00:00Z");
  }

  private String sentBody() {
    return desk.wire.sent.getLast().body().asText();
  }

  @Test
  void theAssertionIsSentAndNoSecretAndNeitherIsShown() {
    desk.run();
    assertThat(sentBody())
        .contains("client_id=client&", "client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer")
        .contains("client_assertion=eyJ")
        .doesNotContain("canary-secret");
    assertThat(desk.wire.sent.getLast().headers()).noneMatch(it -> it.is("Authorization"));
    assertThat(desk.screen.request.text).contains("client_assertion=‹redacted›").doesNotContain("eyJ");
    assertThat(desk.screen.keyVisible).isTrue();
    assertThat(desk.screen.place.text()).contains("only the path is saved");
    assertThat(desk.workbench.selected().toString()).contains("/keys/client.jwk").doesNotContain("\"d\"");
  }

  @Test
  void theAssertionOfAnIntrospectionIsAmongItsSecrets() throws EndpointException {
    desk.run();
    GrantRun run = desk.workbench.result().grant().orElseThrow();
    Introspection asked =
        new IntrospectionService(desk.wire, "Test/1")
            .ask(
                Endpoint.parse("https://auth.example/introspect"),
                run.request(),
                Secret.of("tok-canary-1"),
                WireSettings.STANDARD,
                new Cancellation());

    String assertion = sentBody().replaceFirst("(?s).*client_assertion=([^&]+).*", "$1");
    assertThat(assertion).startsWith("eyJ");
    assertThat(asked.secrets()).extracting(Secret::reveal).contains(assertion, "tok-canary-1");
  }

  @Test
  void eachRunSignsAnew() {
    desk.run();
    String first = sentBody();
    desk.run();
    assertThat(sentBody()).isNotEqualTo(first);
  }

  @Test
  void anAssertionThatTheServerSaysBackIsRedacted() {
    desk.wire.meanwhile =
        () -> desk.wire.bodies.put("/token", "{\"error\":\"invalid_client\",\"error_description\":\"bad " + sentBody().replaceFirst(".*client_assertion=", "") + "\"}");
    desk.run();
    assertThat(desk.screen.title + desk.screen.detail + desk.screen.response.text).contains("invalid_client").doesNotContain("eyJ");
  }

  @Test
  void aKeyThatCannotBeUsedIsSaidBesideItsFieldAndNothingIsSent() {
    desk.keyFiles.put("/keys/client.jwk", "-----BEGIN ENCRYPTED PRIVATE KEY-----");
    desk.run();
    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.keyNotice).map(Notice::tone).contains(Tone.BAD);
    assertThat(desk.screen.keyNotice).map(Notice::text).hasValueSatisfying(it -> assertThat(it).startsWith("The key is encrypted."));
    desk.form.credentials().onKeyFile("/keys/other");
    desk.run();
    assertThat(desk.screen.keyNotice).map(Notice::text).hasValueSatisfying(it -> assertThat(it).contains("cannot be read"));
    desk.form.credentials().onKeyFile("");
    desk.run();
    assertThat(desk.screen.keyNotice).map(Notice::text).hasValueSatisfying(it -> assertThat(it).contains("Choose the file"));
  }

  @Test
  void clocksThatDifferAreNoted() {
    desk.wire.headers = List.of(new Header("Date", "Sat, 21 Nov 2026 12:05:00 GMT"));
    desk.run();
    assertThat(desk.screen.notes).anyMatch(it -> it.contains("differs from the one here by 300 seconds"));
    desk.wire.headers = List.of(new Header("Date", "Sat, 21 Nov 2026 12:00:02 GMT"));
    desk.run();
    assertThat(desk.screen.notes).noneMatch(it -> it.contains("differs"));
    desk.wire.headers = List.of(new Header("Date", "yesterday"));
    desk.run();
    assertThat(desk.screen.notes).noneMatch(it -> it.contains("differs"));
  }

  @Test
  void findTheCauseSaysThatItCannotLookIntoIt() {
    desk.presenters.cause().onFindCause();
    desk.background.work();
    assertThat(desk.wire.sent).isEmpty();
    assertThat(desk.screen.lint).extracting(CausePresenter.Line::title).anyMatch(it -> it.contains("signed JWT"));
  }
}
