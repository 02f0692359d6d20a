package dev.grantscope.adapter.practice;

import dev.grantscope.core.json.JsonTree;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.node.ObjectNode;

/** The key of the practice tenant, made anew at each start: it signs with ES256 (RFC 7518 §3.4), and its public half is in the key set. */
final class SigningKey {
  static final String ALGORITHM = "ES256";
  static final String ID = "practice-1";

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();
  private static final int COORDINATE = 32;

  private final KeyPair pair = generated();

  private static KeyPair generated() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK has P-256", e);
    }
  }

  String sign(String input) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(input.getBytes(StandardCharsets.US_ASCII));
      return BASE64URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The JDK signs with P-256", e);
    }
  }

  /** RFC 7517 §5, RFC 7518 §6.2. */
  ObjectNode keySet() {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    ObjectNode keySet = JsonTree.object();
    ObjectNode jwk = keySet.putArray("keys").addObject();
    jwk.put("kty", "EC");
    jwk.put("crv", "P-256");
    jwk.put("use", "sig");
    jwk.put("alg", ALGORITHM);
    jwk.put("kid", ID);
    jwk.put("x", coordinate(key.getW().getAffineX()));
    jwk.put("y", coordinate(key.getW().getAffineY()));
    return keySet;
  }

  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE];
    int length = Math.min(bytes.length, COORDINATE);
    System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE - length, length);
    return BASE64URL.encodeToString(fixed);
  }
}
