package dev.grantscope.core.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.AsymmetricJWK;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import dev.grantscope.core.secret.PrivateKeyPem;
import dev.grantscope.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.EdECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;

/**
 * The private key of a client, which signs what proves who it is (RFC 7523 §2.2): from PEM or a JWK.
 *
 * <p>The key itself says the algorithm: RS256 for RSA, ES256 and its like by the curve, EdDSA; a JWK may say another of its kind.
 */
public final class ClientKey {
  private final PrivateKey key;
  private final JWSAlgorithm algorithm;
  private final Optional<String> ownId;

  private ClientKey(PrivateKey key, JWSAlgorithm algorithm, Optional<String> ownId) {
    this.key = key;
    this.algorithm = algorithm;
    this.ownId = ownId;
  }

  /** Why a file holds no key to sign with. */
  public enum Problem {
    /** Not there, empty, or no file that may be read. */
    NO_FILE,
    /** Neither PEM nor a JWK. */
    UNREADABLE,
    /** PEM that asks for a passphrase. */
    ENCRYPTED,
    /** A public key or a certificate. */
    NOT_PRIVATE,
    /** PEM that is cut or changed. */
    DAMAGED,
    /** A kind or a size that nothing is signed with. */
    UNUSABLE
  }

  /** A text that holds no key to sign with; the message does not repeat it. */
  public static final class BadKeyException extends Exception {
    private final Problem problem;

    BadKeyException(Problem problem) {
      super(problem.name());
      this.problem = problem;
    }

    public Problem problem() {
      return problem;
    }
  }

  /** Reads the text of a key file. */
  public static ClientKey parse(Secret file) throws BadKeyException {
    String text = file.reveal().strip();
    if (text.isEmpty()) {
      throw new BadKeyException(Problem.NO_FILE);
    }
    ClientKey read = text.startsWith("{") ? ofJwk(text) : ofPem(text);
    // A key that is too short or of an unknown curve is found out now, and not while something is sent.
    read.sign("{}", "");
    return read;
  }

  private static ClientKey ofJwk(String text) throws BadKeyException {
    try {
      JWK jwk = JWK.parse(text);
      if (!jwk.isPrivate()) {
        throw new BadKeyException(Problem.NOT_PRIVATE);
      }
      PrivateKey key = jwk instanceof OctetKeyPair pair ? ofPair(pair) : ((AsymmetricJWK) jwk).toPrivateKey();
      JWSAlgorithm algorithm = algorithm(key);
      boolean named = jwk.getAlgorithm() != null && family(jwk.getAlgorithm().getName()).equals(family(algorithm.getName()));
      return new ClientKey(
          key,
          named ? JWSAlgorithm.parse(jwk.getAlgorithm().getName()) : algorithm,
          Optional.ofNullable(jwk.getKeyID()));
    } catch (ParseException | JOSEException | GeneralSecurityException | ClassCastException | IllegalArgumentException | IllegalStateException e) {
      // Its message may quote the key.
      throw new BadKeyException(Problem.UNREADABLE);
    }
  }

  /** RS256 and PS256 are for the same keys. */
  private static String family(String algorithm) {
    return algorithm.startsWith("RS") || algorithm.startsWith("PS") ? "RSA" : algorithm;
  }

  private static PrivateKey ofPair(OctetKeyPair pair) throws GeneralSecurityException {
    String curve = pair.getCurve().getName();
    return KeyFactory.getInstance(curve)
        .generatePrivate(new EdECPrivateKeySpec(new NamedParameterSpec(curve), pair.getDecodedD()));
  }

  private static ClientKey ofPem(String text) throws BadKeyException {
    if (text.contains("ENCRYPTED")) {
      throw new BadKeyException(Problem.ENCRYPTED);
    }
    return switch (PrivateKeyPem.read(text, Secret.NONE)) {
      case PrivateKeyPem.Read.Key it -> new ClientKey(it.key(), algorithm(it.key()), Optional.empty());
      case PrivateKeyPem.Read.Failed it ->
          throw new BadKeyException(
              switch (it.reason()) {
                case NONE -> text.contains("-----BEGIN ") ? Problem.NOT_PRIVATE : Problem.UNREADABLE;
                case PASSPHRASE_NEEDED, PASSPHRASE_WRONG -> Problem.ENCRYPTED;
                case UNSUPPORTED -> Problem.UNUSABLE;
                case DAMAGED -> Problem.DAMAGED;
              });
    };
  }

  private static JWSAlgorithm algorithm(PrivateKey key) throws BadKeyException {
    if (key instanceof RSAPrivateKey) {
      return JWSAlgorithm.RS256;
    }
    if (key instanceof ECPrivateKey ec) {
      Curve curve = Curve.forECParameterSpec(ec.getParams());
      if (curve != null && List.of(Curve.P_256, Curve.P_384, Curve.P_521).contains(curve)) {
        return curve.equals(Curve.P_256) ? JWSAlgorithm.ES256 : curve.equals(Curve.P_384) ? JWSAlgorithm.ES384 : JWSAlgorithm.ES512;
      }
    }
    if (key instanceof EdECPrivateKey) {
      return JWSAlgorithm.EdDSA;
    }
    throw new BadKeyException(Problem.UNUSABLE);
  }

  /**
   * Signs claims.
   *
   * @param claims their JSON
   * @param keyId empty for the key's own, if it has one
   * @return the JWT
   */
  Secret sign(String claims, String keyId) throws BadKeyException {
    JWSHeader.Builder header = new JWSHeader.Builder(algorithm).type(JOSEObjectType.JWT);
    (keyId.isEmpty() ? ownId : Optional.of(keyId)).ifPresent(header::keyID);
    JWSHeader made = header.build();
    String input = made.toBase64URL() + "." + Base64URL.encode(claims);
    try {
      return Secret.of(input + "." + signature(made, input.getBytes(StandardCharsets.US_ASCII)));
    } catch (JOSEException | GeneralSecurityException | IllegalArgumentException e) {
      throw new BadKeyException(Problem.UNUSABLE);
    }
  }

  private Base64URL signature(JWSHeader header, byte[] input) throws JOSEException, GeneralSecurityException {
    if (key instanceof EdECPrivateKey) {
      Signature signature = Signature.getInstance("EdDSA");
      signature.initSign(key);
      signature.update(input);
      return Base64URL.encode(signature.sign());
    }
    JWSSigner signer = key instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(key);
    return signer.sign(header, input);
  }

  /** Never the key. */
  @Override
  public String toString() {
    return algorithm.getName() + " key";
  }
}
