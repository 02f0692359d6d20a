package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.TokenPresenter.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenPresenterTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static RSAKey key;

  private final Desk desk = new Desk();

  @BeforeAll
  static void generate() throws JOSEException {
    key = new RSAKeyGenerator(2048).keyID("k1").generate();
  }

  @BeforeEach
  void secret() {
    desk.typeSecret("canary-secret");
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer("https://auth.example")
        .subject("client")
        .claim("scope", "a b")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(3600)));
  }

  private static String jwt(JWTClaimsSet claims) throws JOSEException {
    SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k1").build(), claims);
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private void granted(String token) {
    desk.wire.body = "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}";
    desk.wire.startedAt = NOW;
    desk.run();
  }

  private void serveKeys(String keys) {
    desk.wire.bodies.put(
        "/.well-known/openid-configuration",
        "{\"issuer\":\"https://auth.example\",\"token_endpoint\":\"https://auth.example/token\",\"jwks_uri\":\"https://auth.example/jwks\","
            + "\"introspection_endpoint\":\"https://auth.example/introspect\"}");
    desk.wire.bodies.put("/jwks", keys);
  }

  private String row(String name) {
    return desk.screen.tokenRows.stream()
        .filter(it -> it.name().equals(name))
        .findFirst()
        .map(it -> it.time().isEmpty() ? it.value() : it.time())
        .orElse("");
  }

  @Test
  void membersAreShownWithTimesAndMeanings() throws JOSEException {
    granted(jwt(claims().build()));
    assertThat(desk.screen.tokenTitle).isEqualTo("JWT, signed with RS256");
    assertThat(row("scope")).isEqualTo("a b");
    assertThat(row("exp")).isEqualTo("2026-11-21 13:00:00 UTC · in 1 h 0 min");
    assertThat(desk.screen.tokenRows).extracting(Row::meaning).anyMatch(it -> it.startsWith("Issuer:"));
  }

  @Test
  void theLifetimeTicksOnlyInFront() throws JOSEException {
    granted(jwt(claims().build()));
    assertThat(desk.screen.lifetime.text()).isEqualTo("Expires in 1 h 0 min. expires_in and exp agree.");
    desk.screen.lifetime = new Notice(Tone.QUIET, "");
    desk.background.pass(Duration.ofSeconds(5));
    assertThat(desk.screen.lifetime.text()).isEmpty();
    desk.presenters.token().onFront(true);
    desk.screen.lifetime = new Notice(Tone.QUIET, "");
    desk.background.pass(Duration.ofSeconds(1));
    assertThat(desk.screen.lifetime.text()).startsWith("Expires in");
  }

  @Test
  void anOpaqueTokenIsNamedAndShownOnRequestOnly() {
    granted("opaque-canary-token");
    assertThat(desk.screen.tokenTitle).isEqualTo("Opaque token, 19 characters");
    assertThat(desk.screen.tokenRaw).isEmpty();
    desk.presenters.token().onReveal(true);
    assertThat(desk.screen.tokenRaw).contains("opaque-canary-token");
    desk.workbench.select(Desk.SECOND);
    assertThat(desk.screen.tokenRaw).isEmpty();
  }

  @Test
  void aSecretThatTheServerPutsIntoAClaimIsNeitherShownNorCopied() throws JOSEException {
    granted(jwt(claims().claim("echo", "canary-secret").claim("canary-secret", 1).build()));
    assertThat(desk.screen.tokenRows.toString()).contains("echo").doesNotContain("canary-secret");
    desk.presenters.token().onCopyClaims();
    desk.background.work();
    assertThat(desk.clipboard.getLast()).contains("\"echo\"").doesNotContain("canary");
    desk.presenters.token().onCopyToken();
    assertThat(desk.clipboard.getLast()).startsWith("SECRET:eyJ");
  }

  @Test
  void hostileClaimsAreEscapedAndCut() throws JOSEException {
    granted(jwt(claims().claim("rtl", "\u202Eabc\u05E9").claim("big", "x".repeat(100_000)).build()));
    assertThat(row("rtl")).doesNotContain("\u202E").contains("\\u202E");
    assertThat(row("big").length()).isLessThan(500);
  }

  @Test
  void theSignatureIsCheckedWithTheKeysOfTheIssuerAndNoSecretIsSent() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    assertThat(desk.screen.signature.now().url()).isEqualTo("https://auth.example");
    assertThat(desk.screen.signature.now().about().text()).contains("nobody has verified");
    desk.presenters.signature().onCheck();
    desk.background.work();
    assertThat(desk.screen.signature.outcome()).isEqualTo("The signature is right: RS256, key k1.");
    assertThat(desk.wire.sent.subList(1, 3)).allSatisfy(it -> {
      assertThat(it.method()).isEqualTo("GET");
      assertThat(it.toBytes().asText()).doesNotContain("canary").doesNotContain("Authorization").doesNotContain("eyJ");
    });
    desk.presenters.signature().onExchange();
    desk.background.work();
    assertThat(desk.screen.response.text).contains("\"kid\"");
    assertThat(desk.screen.signature.exchanges).isEqualTo(1);
    desk.run();
    assertThat(desk.screen.signature.now().outcome()).as("of another token").isEmpty();
  }

  /** Keys from their own URL come without a word about their issuer; what discovery says of that URL is then all there is. */
  @Test
  void keysThatDiscoveryGivesToAnotherIssuerAreSaidToBeSo() throws JOSEException {
    granted(jwt(claims().issuer("https://token.example").build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    desk.form.region().onIssuer("https://auth.example");
    desk.form.region().onDiscover();
    desk.background.work();
    assertThat(desk.screen.signature.now().url()).isEqualTo("https://auth.example/jwks");
    checkSignature();
    assertThat(desk.screen.signature.outcome())
        .isEqualTo("The signature is right: RS256, key k1. But the keys are of another issuer than the one the token names.");
    assertThat(desk.screen.signature.now().outcome()).map(Notice::tone).contains(Tone.ATTENTION);

    desk.presenters.signature().onUrl("https://elsewhere.example/jwks");
    checkSignature();
    assertThat(desk.screen.signature.outcome()).as("of those keys nobody said anything").isEqualTo("The signature is right: RS256, key k1.");
  }

  @Test
  void theWordsOfACheckAreMadeOnceAndNotAgainWhileTyping() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    checkSignature();
    Notice signature = desk.screen.signature.now().outcome().orElseThrow();
    desk.presenters.signature().onUrl("https://auth.example/x");
    assertThat(desk.screen.signature.now().outcome().orElseThrow()).isSameAs(signature);

    desk.wire.bodies.put("/introspect", "{\"active\":true,\"scope\":\"a b\"}");
    desk.presenters.introspection().onCheck();
    desk.background.work();
    Notice introspection = desk.screen.introspection.now().outcome().orElseThrow();
    desk.presenters.introspection().onUrl("https://auth.example/y");
    assertThat(desk.screen.introspection.now().outcome().orElseThrow()).isSameAs(introspection);
  }

  @Test
  void aTamperedTokenIsSaidToBeSo() throws JOSEException {
    String[] parts = jwt(claims().build()).split("\\.", -1);
    granted(parts[0] + "." + Base64URL.encode(claims().claim("scope", "a b admin").build().toString()) + "." + parts[2]);
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    desk.presenters.signature().onCheck();
    desk.background.work();
    assertThat(desk.screen.signature.outcome()).startsWith("The signature does not fit: the token was changed");
    assertThat(desk.screen.signature.now().outcome()).map(Notice::tone).contains(Tone.BAD);
  }

  @Test
  void withoutKeysItIsSaidWhy() throws JOSEException {
    granted(jwt(claims().issuer("not a url").build()));
    assertThat(desk.screen.signature.now().url()).isEmpty();
    assertThat(desk.screen.signature.now().canAsk()).isFalse();
    desk.presenters.signature().onUrl("https://other.example/jwks");
    desk.wire.bodies.put("/jwks", "<html>");
    desk.presenters.signature().onCheck();
    desk.background.work();
    assertThat(desk.screen.signature.outcome()).isEqualTo("Where the keys should be there is something else.");
  }

  @Test
  void introspectionIsOfferedWhereAdvertisedAndCarriesTokenAndCredentialsToAnAllowedHost() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    assertThat(desk.screen.introspection.now().canAsk()).isFalse();
    desk.presenters.signature().onCheck();
    desk.background.work();
    assertThat(desk.screen.introspection.now().url()).isEqualTo("https://auth.example/introspect");
    desk.wire.bodies.put("/introspect", "{\"active\":true,\"scope\":\"a b\",\"echo\":\"canary-secret\"}");
    desk.presenters.introspection().onCheck();
    desk.background.work();
    assertThat(desk.screen.introspection.outcome()).startsWith("active: true").contains("scope: a b").doesNotContain("canary");
    assertThat(desk.wire.sent.getLast().headers()).anyMatch(it -> it.is("Authorization"));
    assertThat(desk.wire.sent.getLast().body().asText()).startsWith("token=eyJ").contains("token_type_hint=access_token");
    desk.presenters.introspection().onExchange();
    desk.background.work();
    assertThat(desk.screen.request.text + desk.screen.response.text).doesNotContain("canary").doesNotContain("eyJ");
  }

  @Test
  void introspectionAtANewHostAsksFirst() {
    granted("opaque-canary-token");
    desk.presenters.introspection().onUrl("https://other.example/introspect");
    int before = desk.wire.sent.size();
    desk.presenters.introspection().onCheck();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(before);
    assertThat(desk.screen.introspection.now().question()).isEqualTo(Optional.of("Send the token and the client’s secret to other.example?"));
    desk.wire.bodies.put("/introspect", "{\"active\":false}");
    desk.presenters.introspection().onYes();
    desk.background.work();
    assertThat(desk.screen.introspection.outcome()).startsWith("active: false.");
    assertThat(desk.workbench.selected().allowedHosts()).as("that yes was for this only").doesNotContain("other.example");
    before = desk.wire.sent.size();
    desk.presenters.introspection().onCheck();
    desk.background.work();
    assertThat(desk.wire.sent).as("asked once").hasSize(before + 1);
  }

  private void checkSignature() {
    desk.presenters.signature().onCheck();
    desk.background.work();
  }

  private void asksBeforeItSendsTo(String host) {
    int before = desk.wire.sent.size();
    desk.presenters.introspection().onCheck();
    desk.background.work();
    assertThat(desk.wire.sent).as("nothing goes out unasked").hasSize(before);
    assertThat(desk.screen.introspection.now().question()).hasValueSatisfying(it -> assertThat(it).contains(host));
  }

  @Test
  void whatOneServerAdvertisesIsNotForTheTokenOfAnother() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    checkSignature();
    desk.wire.bodies.put("/introspect", "{\"active\":true}");
    desk.presenters.introspection().onCheck();
    desk.background.work();
    assertThat(desk.screen.introspection.outcome()).startsWith("active: true");

    desk.form.region().onTokenUrl("https://second.example/token");
    desk.run();
    desk.form.run().onHostAllowed();
    desk.background.work();
    assertThat(desk.screen.introspection.now().url()).as("of the run before").isEmpty();

    checkSignature();
    assertThat(desk.screen.introspection.now().url()).as("of the issuer that this token names").isEqualTo("https://auth.example/introspect");
    asksBeforeItSendsTo("auth.example");
  }

  @Test
  void aHostThatOnlyMetadataNamesIsAskedAboutEvenOnThisMachine() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    desk.wire.bodies.computeIfPresent(
        "/.well-known/openid-configuration", (_, body) -> body.replace("https://auth.example/introspect", "http://127.0.0.1:9/introspect"));
    checkSignature();
    asksBeforeItSendsTo("127.0.0.1");
  }

  @Test
  void metadataOfAnotherIssuerSaysNotWhereToAsk() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    desk.wire.bodies.computeIfPresent(
        "/.well-known/openid-configuration", (_, body) -> body.replace("\"issuer\":\"https://auth.example\"", "\"issuer\":\"https://other.example\""));
    checkSignature();
    assertThat(desk.screen.introspection.now().url()).isEmpty();
  }

  @Test
  void cancelEndsACheckAtOnceAndItsResultIsDropped() throws JOSEException {
    granted(jwt(claims().build()));
    serveKeys(new JWKSet(key.toPublicJWK()).toString());
    desk.presenters.signature().onCheck();
    assertThat(desk.screen.running).isTrue();
    desk.presenters.cancel();
    assertThat(desk.screen.running).isFalse();
    desk.background.work();
    assertThat(desk.screen.signature.now().outcome()).isEmpty();
  }
}
