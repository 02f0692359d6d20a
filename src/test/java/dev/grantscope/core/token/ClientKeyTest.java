package dev.grantscope.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.ClientKey.BadKeyException;
import dev.grantscope.core.token.ClientKey.Problem;
import dev.grantscope.core.token.SignatureCheck.Outcome;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientKeyTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

  private static String pem(byte[] pkcs8) {
    return pem("PRIVATE KEY", pkcs8);
  }

  private static String pem(String label, byte[] der) {
    return "-----BEGIN " + label + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n";
  }

  private static Secret assertion(String file) throws BadKeyException {
    return ClientAssertion.of(ClientKey.parse(Secret.of(file)), "k1", "client", "https://auth.example/token", NOW);
  }

  private static void isSignedBy(Secret assertion, JWK key, String algorithm) {
    assertThat(SignatureCheck.of(assertion, new JWKSet(key.toPublicJWK()).toString())).isEqualTo(new Outcome.Valid(algorithm, "k1"));
  }

  @Test
  void anAssertionIsWhatTheRfcAsksFor() throws JOSEException, BadKeyException {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    Secret assertion = assertion(pem(key.toPrivateKey().getEncoded()));
    Jwt jwt = Jwt.decode(assertion.reveal()).orElseThrow();
    assertThat(jwt.text("iss")).isEqualTo(jwt.text("sub")).contains("client");
    assertThat(jwt.text("aud")).contains("https://auth.example/token");
    assertThat(jwt.time("iat")).contains(NOW);
    assertThat(jwt.time("exp")).contains(NOW.plusSeconds(120));
    assertThat(jwt.text("jti")).isNotEqualTo(Jwt.decode(assertion(pem(key.toPrivateKey().getEncoded())).reveal()).orElseThrow().text("jti"));
    isSignedBy(assertion, key, "RS256");
  }

  @ParameterizedTest
  @CsvSource({"P-256, ES256", "P-384, ES384", "P-521, ES512"})
  void theCurveSaysTheAlgorithm(String curve, String algorithm) throws Exception {
    var key = new ECKeyGenerator(Curve.parse(curve)).keyID("k1").generate();
    isSignedBy(assertion(pem(key.toPrivateKey().getEncoded())), key, algorithm);
    isSignedBy(assertion(key.toJSONString()), key, algorithm);
  }

  /** PKCS#1 and SEC 1, as "openssl genrsa -traditional" and "openssl ecparam -genkey" write them. */
  @Test
  void theOlderFormsOfOpensslSignToo() throws Exception {
    RSAKey rsa = new RSAKeyGenerator(2048).keyID("k1").generate();
    byte[] pkcs8 = rsa.toPrivateKey().getEncoded();
    // Sequence, version and algorithm take 22 bytes, and the octet string 4 more.
    isSignedBy(assertion(pem("RSA PRIVATE KEY", Arrays.copyOfRange(pkcs8, 26, pkcs8.length))), rsa, "RS256");

    String sec1 =
        "MHcCAQEEIMOjcrqSh/bX6Qr0cqaGjgTJkf/iu0Dpc0lo6wpQrn0NoAoGCCqGSM49"
            + "AwEHoUQDQgAErBxqWXW5utdvJItC3Jcr3ln+aK1Wi353QgJJz/OzuVZP56gz0mP8"
            + "iXvAKTPYfbSbyHhXxhMI/Mur9vYhOd6KOQ==";
    ECKey ec =
        new ECKey.Builder(
                Curve.P_256,
                Base64URL.encode(new BigInteger("ac1c6a5975b9bad76f248b42dc972bde59fe68ad568b7e77420249cff3b3b956", 16)),
                Base64URL.encode(new BigInteger("4fe7a833d263fc897bc02933d87db49bc87857c61308fccbabf6f62139de8a39", 16)))
            .keyID("k1")
            .build();
    String text = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + pem("EC PRIVATE KEY", Base64.getDecoder().decode(sec1));
    isSignedBy(assertion(text), ec, "ES256");
  }

  @Test
  void anEdwardsKeySignsWithTheJdk() throws Exception {
    var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] spki = pair.getPublic().getEncoded();
    byte[] pkcs8 = pair.getPrivate().getEncoded();
    OctetKeyPair key =
        new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(Arrays.copyOfRange(spki, spki.length - 32, spki.length)))
            .d(Base64URL.encode(Arrays.copyOfRange(pkcs8, pkcs8.length - 32, pkcs8.length)))
            .keyID("k1")
            .build();
    isSignedBy(assertion(pem(pkcs8)), key, "EdDSA");
    isSignedBy(assertion(key.toJSONString()), key, "EdDSA");
  }

  @Test
  void nothingPrintsTheKey() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").generate();
    ClientKey read = ClientKey.parse(Secret.of(key.toJSONString()));
    var authentication =
        new ClientAuthentication.PrivateKeyJwt(
            "client", read, Secret.of(key.toJSONString()), "k1", "https://auth.example/token");
    assertThat(authentication.toString() + authentication.parameters(NOW))
        .contains("RS256 key")
        .doesNotContain(key.getPrivateExponent().toString())
        .doesNotContain("eyJh");
  }

  @Test
  void aJwkMaySayPs256() throws Exception {
    RSAKey key = new RSAKeyGenerator(2048).keyID("k1").algorithm(JWSAlgorithm.PS256).generate();
    isSignedBy(assertion(key.toJSONString()), key, "PS256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|NO_FILE",
        "canary|UNREADABLE",
        "{}|UNREADABLE",
        "{\"kty\":\"oct\",\"k\":\"AAAA\"}|UNREADABLE",
        "-----BEGIN PRIVATE KEY-----canary-----END PRIVATE KEY-----|UNUSABLE",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----canary|ENCRYPTED",
        "-----BEGIN RSA PRIVATE KEY-----Proc-Type: 4,ENCRYPTED canary-----END RSA PRIVATE KEY-----|ENCRYPTED",
        "-----BEGIN RSA PRIVATE KEY-----canary|DAMAGED",
        "-----BEGIN EC PRIVATE KEY-----canary-----END EC PRIVATE KEY-----|DAMAGED",
        "-----BEGIN OPENSSH PRIVATE KEY-----canary-----END OPENSSH PRIVATE KEY-----|UNUSABLE",
        "-----BEGIN PUBLIC KEY-----canary|NOT_PRIVATE",
        "-----BEGIN CERTIFICATE-----canary|NOT_PRIVATE"
      })
  void whatIsNoKeySaysWhyAndNothingOfIt(String file, Problem problem) {
    assertThatThrownBy(() -> ClientKey.parse(Secret.of(file)))
        .isInstanceOfSatisfying(BadKeyException.class, it -> assertThat(it.problem()).isEqualTo(problem))
        .hasMessageNotContaining("canary");
  }

  @ParameterizedTest
  @ValueSource(ints = {1024, 512})
  void aWeakKeyIsNotUsed(int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(bits);
    byte[] pkcs8 = generator.generateKeyPair().getPrivate().getEncoded();
    assertThatThrownBy(() -> ClientKey.parse(Secret.of(pem(pkcs8))))
        .isInstanceOfSatisfying(BadKeyException.class, it -> assertThat(it.problem()).isEqualTo(Problem.UNUSABLE));
  }
}
