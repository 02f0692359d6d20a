package dev.grantscope.core.token;

import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.secret.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The JWT by which a client proves who it is (RFC 7523 §3), signed anew for each request. */
public final class ClientAssertion {
  /** How long it is good; servers refuse what is good for long. */
  public static final Duration LIFETIME = Duration.ofMinutes(2);

  /** What stands beside it (RFC 7523 §2.2). */
  public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private ClientAssertion() {}

  /**
   * Signs one.
   *
   * @param audience the URL of the token endpoint
   * @param now by this machine's clock, which the server compares with its own
   */
  public static Secret of(ClientKey key, String keyId, String clientId, String audience, Instant now) {
    ObjectNode claims = JsonTree.object();
    claims.put("iss", clientId);
    claims.put("sub", clientId);
    claims.put("aud", audience);
    claims.put("jti", UUID.randomUUID().toString());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(LIFETIME).getEpochSecond());
    try {
      return key.sign(JsonTree.text(claims), keyId);
    } catch (ClientKey.BadKeyException e) {
      throw new IllegalStateException("The key signed when it was read");
    }
  }
}
