package dev.grantscope.core.grant;

/** How the client proves who it is at the token endpoint (RFC 6749 §2.3). */
public enum ClientAuthenticationMethod {
  /** HTTP Basic, id and secret form-encoded first, as RFC 6749 §2.3.1 has it. */
  BASIC("basic"),
  /** HTTP Basic with id and secret as they are: not the RFC's way, but what most tools send and some servers want. */
  BASIC_RAW("basic-raw"),
  /** {@code client_id} and {@code client_secret} in the body (RFC 6749 §2.3.1). */
  POST("post"),
  /** {@code client_id} alone, as a public client. */
  NONE("none");

  private final String wireName;

  ClientAuthenticationMethod(String wireName) {
    this.wireName = wireName;
  }

  /** Its name on the command line and in our files. */
  public String wireName() {
    return wireName;
  }
}
