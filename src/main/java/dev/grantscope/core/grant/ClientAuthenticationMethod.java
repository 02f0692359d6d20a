package dev.grantscope.core.grant;

import java.util.Arrays;
import java.util.Optional;

/** How the client proves who it is at the token endpoint (RFC 6749 §2.3). */
public enum ClientAuthenticationMethod {
  /** HTTP Basic, id and secret form-encoded first, as RFC 6749 §2.3.1 has it. */
  BASIC("basic"),
  /** HTTP Basic with id and secret as they are: not the RFC's way, but what most tools send and some servers want. */
  BASIC_RAW("basic-raw"),
  /** {@code client_id} and {@code client_secret} in the body (RFC 6749 §2.3.1). */
  POST("post"),
  /** {@code client_id} alone, as a public client. */
  NONE("none"),
  /** {@code client_id} alone, and the certificate of the TLS connection proves the rest (RFC 8705 §2). */
  TLS_CLIENT_AUTH("tls-client-auth"),
  /** A JWT that the client signs with its own key (RFC 7523 §2.2). */
  PRIVATE_KEY_JWT("private-key-jwt");

  private final String wireName;

  ClientAuthenticationMethod(String wireName) {
    this.wireName = wireName;
  }

  /** Whether it sends a client secret. */
  public boolean needsSecret() {
    return switch (this) {
      case BASIC, BASIC_RAW, POST -> true;
      case NONE, TLS_CLIENT_AUTH, PRIVATE_KEY_JWT -> false;
    };
  }

  /** Its name on the command line and in our files. */
  public String wireName() {
    return wireName;
  }

  /** The one of this name; empty where there is none. */
  public static Optional<ClientAuthenticationMethod> named(String wireName) {
    return Arrays.stream(values()).filter(it -> it.wireName.equals(wireName)).findFirst();
  }
}
