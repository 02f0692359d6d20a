package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.TokenData;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** Makes access tokens: JWTs (RFC 7519) signed with a key that nobody knows, or opaque ones. No API takes them. */
final class AccessTokens {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final byte[] key = randomBytes(32);

  AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  String issue(TokenData data, String issuer, String subject, List<String> scopes) {
    return data.jwt() ? jwt(data, issuer, subject, scopes) : BASE64URL.encodeToString(randomBytes(48));
  }

  private String jwt(TokenData data, String issuer, String subject, List<String> scopes) {
    Map<String, Object> header = new LinkedHashMap<>();
    header.put("alg", "HS256");
    header.put("typ", "JWT");
    long now = clock.instant().getEpochSecond();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", issuer);
    claims.put("sub", subject);
    claims.put("tenantId", UUID.nameUUIDFromBytes(issuer.getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("iat", now);
    claims.put("exp", now + data.lifetimeSeconds());
    if (!data.scopeClaim().isEmpty()) {
      claims.put(data.scopeClaim(), scopes);
    }
    String signed = encoded(header) + "." + encoded(claims);
    return signed + "." + BASE64URL.encodeToString(signature(signed));
  }

  private static String encoded(Map<String, Object> members) {
    return BASE64URL.encodeToString(JSON.writeValueAsBytes(members));
  }

  private byte[] signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }

  private byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
