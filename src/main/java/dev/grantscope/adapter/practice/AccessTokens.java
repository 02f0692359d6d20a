package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.TokenData;
import dev.grantscope.core.json.JsonTree;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes access tokens, JWTs (RFC 7519) or opaque ones, and knows those that it made. Only the practice API takes them. */
final class AccessTokens {
  /** More than anybody practises with; the oldest are forgotten. */
  private static final int MOST = 1000;

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Issued> issued = new LinkedHashMap<>();
  private @Nullable SigningKey key;

  /** What the server knows of a token. */
  record Issued(String issuer, String subject, List<String> scopes, Instant issuedAt, Instant expires) {
    Issued {
      scopes = List.copyOf(scopes);
    }
  }

  AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  String issue(TokenData data, String issuer, String subject, List<String> scopes) {
    Instant now = Instant.ofEpochSecond(clock.instant().getEpochSecond());
    Issued it = new Issued(issuer, subject, scopes, now, now.plusSeconds(data.lifetimeSeconds()));
    String token = data.jwt() ? jwt(data, it) : opaque();
    keep(token, it);
    return token;
  }

  private synchronized void keep(String token, Issued it) {
    if (issued.size() >= MOST) {
      issued.remove(issued.keySet().iterator().next());
    }
    issued.put(token, it);
  }

  /** What is known of a token of this issuer; empty when it was never issued there. */
  synchronized Optional<Issued> find(String token, String issuer) {
    return Optional.ofNullable(issued.get(token)).filter(it -> it.issuer().equals(issuer));
  }

  boolean isOver(Issued it) {
    return !clock.instant().isBefore(it.expires());
  }

  ObjectNode keySet() {
    return key().keySet();
  }

  /** Made when it is first needed, so that the start costs nothing. */
  private synchronized SigningKey key() {
    if (key == null) {
      key = new SigningKey();
    }
    return key;
  }

  private String jwt(TokenData data, Issued it) {
    ObjectNode header = JsonTree.object();
    header.put("alg", SigningKey.ALGORITHM);
    header.put("typ", "JWT");
    header.put("kid", SigningKey.ID);
    ObjectNode claims = JsonTree.object();
    claims.put("iss", it.issuer());
    claims.put("sub", it.subject());
    claims.put("tenantId", UUID.nameUUIDFromBytes(it.issuer().getBytes(StandardCharsets.UTF_8)).toString());
    claims.put("iat", it.issuedAt().getEpochSecond());
    claims.put("exp", it.expires().getEpochSecond());
    claims.put("jti", opaque());
    if (!data.scopeClaim().isEmpty()) {
      ArrayNode scopes = claims.putArray(data.scopeClaim());
      it.scopes().forEach(scopes::add);
    }
    String input = encoded(header) + "." + encoded(claims);
    return input + "." + key().sign(input);
  }

  private static String encoded(ObjectNode members) {
    return BASE64URL.encodeToString(JsonTree.text(members).getBytes(StandardCharsets.UTF_8));
  }

  private String opaque() {
    byte[] bytes = new byte[48];
    random.nextBytes(bytes);
    return BASE64URL.encodeToString(bytes);
  }
}
