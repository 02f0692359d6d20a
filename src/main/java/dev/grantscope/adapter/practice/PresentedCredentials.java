package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.Reason;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.secret.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** How a client says who it is (RFC 6749 §2.3): in the Authorization header or in the body, never both. */
record PresentedCredentials(ClientAuthenticationMethod method, String clientId, Secret secret) {

  static PresentedCredentials of(TokenRequest request, boolean basicIsFormEncoded) throws RefusedException {
    String clientId = request.value("client_id");
    Secret secret = Secret.of(request.value("client_secret"));
    if (request.authorization().isEmpty()) {
      if (clientId.isEmpty() || secret.isEmpty()) {
        throw new RefusedException(Reason.NO_AUTHENTICATION);
      }
      return new PresentedCredentials(ClientAuthenticationMethod.POST, clientId, secret);
    }
    PresentedCredentials basic = basic(request.authorization(), basicIsFormEncoded);
    if (!secret.isEmpty() || (!clientId.isEmpty() && !clientId.equals(basic.clientId))) {
      throw new RefusedException(Reason.TWO_AUTHENTICATION_METHODS);
    }
    return basic;
  }

  private static PresentedCredentials basic(String authorization, boolean formEncoded) throws RefusedException {
    String[] schemeAndValue = authorization.strip().split(" +", 2);
    if (schemeAndValue.length < 2 || !schemeAndValue[0].toLowerCase(Locale.ROOT).equals("basic")) {
      throw new RefusedException(Reason.NO_AUTHENTICATION);
    }
    try {
      String pair = new String(Base64.getDecoder().decode(schemeAndValue[1]), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      if (colon < 0) {
        throw new RefusedException(Reason.NO_AUTHENTICATION);
      }
      String id = pair.substring(0, colon);
      String secret = pair.substring(colon + 1);
      return new PresentedCredentials(
          ClientAuthenticationMethod.BASIC,
          formEncoded ? URLDecoder.decode(id, StandardCharsets.UTF_8) : id,
          Secret.of(formEncoded ? URLDecoder.decode(secret, StandardCharsets.UTF_8) : secret));
    } catch (IllegalArgumentException _) {
      // Neither Base64 nor, where it should be, form-encoded: such a secret is no client's.
      throw new RefusedException(Reason.WRONG_SECRET);
    }
  }
}
