package dev.grantscope.core.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.token.SignatureCheck.Outcome;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {
  private static final RSAKey RSA = generated();

  private static RSAKey generated() {
    try {
      return new RSAKeyGenerator(2048).keyID("k1").generate();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }

  private static String jwt(String algorithm, @Nullable String keyId, JWSSigner signer) throws JOSEException {
    SignedJWT jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.parse(algorithm)).keyID(keyId).build(),
            new JWTClaimsSet.Builder().subject("client").claim("scope", "read").build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static String set(com.nimbusds.jose.jwk.JWK... keys) {
    return new JWKSet(List.of(keys)).toString(true);
  }

  private static Outcome check(String token, String keys) {
    return SignatureCheck.of(Secret.of(token), keys);
  }

  private static String withClaims(String token, String claims) {
    String[] parts = token.split("\\.", -1);
    return parts[0] + "." + Base64URL.encode(claims) + "." + parts[2];
  }

  @ParameterizedTest
  @ValueSource(strings = {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512"})
  void rsaSignaturesAreCheckedAndAChangedClaimIsSeen(String algorithm) throws JOSEException {
    String token = jwt(algorithm, "k1", new RSASSASigner(RSA));
    assertThat(check(token, set(RSA.toPublicJWK()))).isEqualTo(new Outcome.Valid(algorithm, "k1"));
    assertThat(check(withClaims(token, "{\"sub\":\"client\",\"scope\":\"read write\"}"), set(RSA.toPublicJWK())))
        .isEqualTo(new Outcome.Tampered(algorithm, "k1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"P-256", "P-384", "P-521"})
  void ellipticCurvesAreChecked(String curve) throws JOSEException {
    ECKey key = new ECKeyGenerator(Curve.parse(curve)).keyID("e").generate();
    ECDSASigner signer = new ECDSASigner(key);
    String algorithm = signer.supportedJWSAlgorithms().iterator().next().getName();
    String token = jwt(algorithm, "e", signer);
    assertThat(check(token, set(key.toPublicJWK()))).isEqualTo(new Outcome.Valid(algorithm, "e"));
    assertThat(check(withClaims(token, "{}"), set(key.toPublicJWK()))).isEqualTo(new Outcome.Tampered(algorithm, "e"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ed25519", "Ed448"})
  void edwardsCurvesAreCheckedByTheJdk(String curve) throws Exception {
    KeyPair pair = KeyPairGenerator.getInstance(curve).generateKeyPair();
    String input =
        Base64URL.encode("{\"alg\":\"EdDSA\",\"kid\":\"o\"}") + "." + Base64URL.encode("{\"sub\":\"client\"}");
    Signature signature = Signature.getInstance(curve);
    signature.initSign(pair.getPrivate());
    signature.update(input.getBytes(StandardCharsets.US_ASCII));
    String token = input + "." + Base64URL.encode(signature.sign());
    byte[] spki = ((EdECPublicKey) pair.getPublic()).getEncoded();
    byte[] x = Arrays.copyOfRange(spki, spki.length - (curve.equals("Ed448") ? 57 : 32), spki.length);
    String keys = set(new OctetKeyPair.Builder(Curve.parse(curve), Base64URL.encode(x)).keyID("o").build());
    assertThat(check(token, keys)).isEqualTo(new Outcome.Valid("EdDSA", "o"));
    assertThat(check(withClaims(token, "{\"sub\":\"other\"}"), keys)).isEqualTo(new Outcome.Tampered("EdDSA", "o"));
    assertThat(check(input + ".AAAA", keys)).isEqualTo(new Outcome.Tampered("EdDSA", "o"));
  }

  @Test
  void whatCannotBeCheckedIsNamed() throws JOSEException {
    String signed = jwt("RS256", "k1", new RSASSASigner(RSA));
    String keys = set(RSA.toPublicJWK());
    String none = Base64URL.encode("{\"alg\":\"none\"}") + "." + Base64URL.encode("{}") + ".";
    assertThat(check(none, keys)).isEqualTo(new Outcome.Unsigned());
    assertThat(check(jwt("HS256", "k1", new MACSigner(new byte[32])), keys)).isEqualTo(new Outcome.SharedSecret("HS256"));
    assertThat(check("opaque-token", keys)).isEqualTo(new Outcome.NotReadable());
    assertThat(check(Base64URL.encode("{\"alg\":\"XS1\"}") + ".e30.AA", keys)).isEqualTo(new Outcome.Unsupported("XS1"));
    assertThat(check(Base64URL.encode("{\"alg\":\"RS256\",\"crit\":[\"b64\"]}") + ".e30.AA", keys))
        .isEqualTo(new Outcome.Unsupported("RS256"));
    for (String noSet : List.of("", "[]", "<html>", "{\"issuer\":\"x\"}", "{\"keys\":7}", "[".repeat(100_000))) {
      assertThat(check(signed, noSet)).as(noSet.substring(0, Math.min(9, noSet.length()))).isEqualTo(new Outcome.NoKeySet());
    }
  }

  /** It is the token that is at fault, not the key: RFC 7515 §5.2, steps 1 to 4. */
  @ParameterizedTest
  @ValueSource(strings = {"{'typ':5,'alg':'RS256'}", "{'jwk':{},'alg':'RS256'}", "{'kid':7,'alg':'RS256'}", "{'alg':5}", "{'x5c':'y','alg':'RS256'}"})
  void aHeaderOfTheWrongKindIsTheTokensFault(String header) {
    String token = Base64URL.encode(header.replace('\'', '"')) + ".e30.AAAA";
    assertThat(check(token, set(RSA.toPublicJWK()))).isEqualTo(new Outcome.NotReadable());
    assertThat(check(token, "{\"keys\":[]}")).isEqualTo(new Outcome.NotReadable());
  }

  /** RFC 7515 §5.2: no line breaks, whitespace or other additional characters; libraries that skip them would call it right. */
  @ParameterizedTest
  @ValueSource(strings = {"%s\n", "%s ", " %s", "\uFEFF%s", "%s=", "%s==", "%s\u00A0", "%s.", "%s!"})
  void whatStandsBesideTheThreePartsIsNotTheToken(String form) throws JOSEException {
    String token = jwt("RS256", "k1", new RSASSASigner(RSA));
    assertThat(check(form.formatted(token), set(RSA.toPublicJWK()))).isEqualTo(new Outcome.NotReadable());
    String cut = token.substring(0, token.length() - 9) + "\n" + token.substring(token.length() - 9);
    assertThat(check(cut, set(RSA.toPublicJWK()))).isEqualTo(new Outcome.NotReadable());
    assertThat(check(token.substring(0, token.lastIndexOf('.') + 1), set(RSA.toPublicJWK()))).isEqualTo(new Outcome.NotReadable());
  }

  @Test
  void aKeyThatIsNotThereOrNotForThisIsNamed() throws JOSEException {
    RSAKey other = new RSAKeyGenerator(2048).keyID("k2").generate();
    ECKey curve = new ECKeyGenerator(Curve.P_256).keyID("k1").generate();
    String token = jwt("RS256", "k1", new RSASSASigner(RSA));
    assertThat(check(token, set(other.toPublicJWK()))).isEqualTo(new Outcome.UnknownKey("k1", List.of("k2")));
    assertThat(check(token, set(curve.toPublicJWK()))).isEqualTo(new Outcome.WrongKeyType("RS256", "k1", "EC"));
    assertThat(check(token, "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"\",\"e\":\"AQAB\"}]}"))
        .isEqualTo(new Outcome.BadKey("k1"));
    assertThat(check(token, "{\"keys\":[]}")).isEqualTo(new Outcome.UnknownKey("k1", List.of()));
    // A broken neighbour does not spoil the good key.
    String neighbours = set(RSA.toPublicJWK()).replace("{\"keys\":[", "{\"keys\":[{\"kid\":\"k1\"},7,");
    assertThat(check(token, neighbours)).isEqualTo(new Outcome.Valid("RS256", "k1"));
  }

  @Test
  void withoutAKeyIdEveryKeyIsTried() throws JOSEException {
    RSAKey other = new RSAKeyGenerator(2048).keyID("k2").generate();
    String token = jwt("RS256", null, new RSASSASigner(RSA));
    assertThat(check(token, set(other.toPublicJWK(), RSA.toPublicJWK()))).isEqualTo(new Outcome.Valid("RS256", "k1"));
    assertThat(check(token, set(other.toPublicJWK(), other.toPublicJWK()))).isEqualTo(new Outcome.UnknownKey("", List.of()));
  }
}
