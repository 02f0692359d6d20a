package dev.grantscope.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.secret.Secret;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks the signature of a JWT (RFC 7515 §5.2) with the keys of its issuer (RFC 7517).
 *
 * <p>Nimbus JOSE + JWT does RS, PS and ES; the JDK's own provider does EdDSA (RFC 8037), for which Nimbus would need another library.
 */
public final class SignatureCheck {
  /** RFC 7515 §5.2: Base64url without padding, and nothing beside it, which the library would skip. */
  private static final Pattern SIGNED = Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*\\.[A-Za-z0-9_-]+");

  private SignatureCheck() {}

  /** What came of it. */
  public sealed interface Outcome {
    /** The token is as the owner of this key signed it. */
    record Valid(String algorithm, String keyId) implements Outcome {}

    /** The key is the one that the token names, and the signature is not of this token. */
    record Tampered(String algorithm, String keyId) implements Outcome {}

    /** {@code none}: anybody could have written it (RFC 7518 §3.6). */
    record Unsigned() implements Outcome {}

    /** HS256 and its like: only who knows the secret can check it. */
    record SharedSecret(String algorithm) implements Outcome {}

    /** None of the keys has the id that the token names; or it names none, and none fits. */
    record UnknownKey(String keyId, List<String> known) implements Outcome {
      public UnknownKey {
        known = List.copyOf(known);
      }
    }

    /** The key is for another algorithm. */
    record WrongKeyType(String algorithm, String keyId, String keyType) implements Outcome {}

    /** The key that the token names cannot be read or used. */
    record BadKey(String keyId) implements Outcome {}

    /** An algorithm, or a critical extension, that cannot be checked here. */
    record Unsupported(String algorithm) implements Outcome {}

    /** What was to hold the keys is no JWK Set (RFC 7517 §5). */
    record NoKeySet() implements Outcome {}

    /** The token is no JWT in the clear, or not in the form of a signed one (RFC 7515 §5.2). */
    record NotReadable() implements Outcome {}
  }

  private enum Match {
    YES,
    NO,
    OTHER_TYPE,
    UNUSABLE
  }

  /**
   * Checks it.
   *
   * @param keySet the JSON of a JWK Set
   */
  public static Outcome of(Secret token, String keySet) {
    Optional<Jwt> jwt = Jwt.decode(token.reveal());
    if (jwt.isEmpty() || !jwt.get().header().path("alg").isString()) {
      return new Outcome.NotReadable();
    }
    String algorithm = word(jwt.get().header(), "alg");
    if (algorithm.equalsIgnoreCase("none")) {
      return new Outcome.Unsigned();
    }
    if (algorithm.matches("HS[0-9]+")) {
      return new Outcome.SharedSecret(algorithm);
    }
    if (family(algorithm).isEmpty() || jwt.get().header().has("crit")) {
      return new Outcome.Unsupported(algorithm);
    }
    Optional<JWSObject> signed = signed(token);
    if (signed.isEmpty()) {
      return new Outcome.NotReadable();
    }
    return keys(keySet)
        .map(keys -> check(signed.get(), algorithm, word(jwt.get().header(), "kid"), keys))
        .orElseGet(Outcome.NoKeySet::new);
  }

  private static Optional<JWSObject> signed(Secret token) {
    try {
      return SIGNED.matcher(token.reveal()).matches() ? Optional.of(JWSObject.parse(token.reveal())) : Optional.empty();
    } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
      // A member of its header is of the wrong kind. The message may quote the token.
      return Optional.empty();
    }
  }

  private static Outcome check(JWSObject token, String algorithm, String keyId, List<JsonNode> keys) {
    List<JsonNode> named =
        keys.stream().filter(key -> keyId.isEmpty() || word(key, "kid").equals(keyId)).toList();
    if (named.isEmpty()) {
      return new Outcome.UnknownKey(keyId, keys.stream().map(key -> word(key, "kid")).limit(20).toList());
    }
    Outcome last = new Outcome.BadKey(keyId);
    boolean tried = false;
    for (JsonNode key : named) {
      switch (match(token, algorithm, key)) {
        case YES -> {
          return new Outcome.Valid(algorithm, word(key, "kid"));
        }
        case NO -> {
          tried = true;
          last = new Outcome.Tampered(algorithm, word(key, "kid"));
        }
        case OTHER_TYPE -> last = tried ? last : new Outcome.WrongKeyType(algorithm, keyId, word(key, "kty"));
        case UNUSABLE -> last = tried ? last : new Outcome.BadKey(keyId);
      }
    }
    // A token without a key id may be signed with any key: that none fits is no proof of a change.
    return keyId.isEmpty() && keys.size() > 1 ? new Outcome.UnknownKey("", List.of()) : last;
  }

  private static Match match(JWSObject token, String algorithm, JsonNode written) {
    try {
      JWK key = JWK.parse(JsonTree.text(written));
      if (!family(algorithm).equals(Optional.of(key.getKeyType())) || KeyUse.ENCRYPTION.equals(key.getKeyUse())) {
        return Match.OTHER_TYPE;
      }
      if (key.getAlgorithm() != null && !key.getAlgorithm().getName().equals(algorithm) && !(key instanceof OctetKeyPair)) {
        return Match.OTHER_TYPE;
      }
      return verify(token, algorithm, key) ? Match.YES : Match.NO;
    } catch (ParseException | JOSEException | GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
      // Its message may quote the key.
      return Match.UNUSABLE;
    }
  }

  private static boolean verify(JWSObject token, String algorithm, JWK key)
      throws JOSEException, GeneralSecurityException {
    if (key instanceof OctetKeyPair pair) {
      return verify(token, pair);
    }
    JWSVerifier verifier =
        key instanceof RSAKey rsa ? new RSASSAVerifier(rsa.toRSAPublicKey()) : new ECDSAVerifier(key.toECKey().toECPublicKey());
    if (verifier.supportedJWSAlgorithms().stream().noneMatch(it -> it.getName().equals(algorithm))) {
      throw new JOSEException("Another curve");
    }
    return token.verify(verifier);
  }

  /** RFC 8037 §3.1: the signature over the same bytes, by the JDK. */
  private static boolean verify(JWSObject token, OctetKeyPair pair) throws GeneralSecurityException {
    Signature signature = Signature.getInstance(pair.getCurve().getName());
    signature.initVerify(publicKey(pair));
    signature.update(token.getSigningInput());
    try {
      return signature.verify(token.getSignature().decode());
    } catch (SignatureException e) {
      // Not even the form of a signature.
      return false;
    }
  }

  /** RFC 8032 §5.1.2: y in little-endian order, with the sign of x in the highest bit. */
  private static PublicKey publicKey(OctetKeyPair pair) throws GeneralSecurityException {
    byte[] encoded = pair.getDecodedX();
    byte[] y = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      y[i] = encoded[encoded.length - 1 - i];
    }
    boolean xIsOdd = y.length > 0 && (y[0] & 0x80) != 0;
    if (y.length > 0) {
      y[0] &= 0x7F;
    }
    String curve = pair.getCurve().getName();
    return KeyFactory.getInstance(curve)
        .generatePublic(new EdECPublicKeySpec(new NamedParameterSpec(curve), new EdECPoint(xIsOdd, new BigInteger(1, y))));
  }

  /** The type of the keys that an algorithm works with (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864); empty for one that is not known here. */
  private static Optional<KeyType> family(String algorithm) {
    return switch (algorithm) {
      case "RS256", "RS384", "RS512", "PS256", "PS384", "PS512" -> Optional.of(KeyType.RSA);
      case "ES256", "ES384", "ES512" -> Optional.of(KeyType.EC);
      case "EdDSA", "Ed25519", "Ed448" -> Optional.of(KeyType.OKP);
      default -> Optional.empty();
    };
  }

  private static Optional<List<JsonNode>> keys(String keySet) {
    try {
      JsonNode keys = JsonTree.read(keySet).path("keys");
      List<JsonNode> all = new ArrayList<>();
      keys.forEach(all::add);
      return keys.isArray() ? Optional.of(all) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static String word(JsonNode node, String member) {
    return node.path(member).stringValue("");
  }
}
