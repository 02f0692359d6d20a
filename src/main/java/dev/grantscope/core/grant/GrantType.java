package dev.grantscope.core.grant;

/**
 * The value of {@code grant_type}. Open, since a diagnosis may send one that no server knows.
 *
 * @param value as it goes over the wire
 */
public record GrantType(String value) {
  /** RFC 6749 §4.4. */
  public static final GrantType CLIENT_CREDENTIALS = new GrantType("client_credentials");

  /** RFC 6749 §4.3; what NICE documents for CXone access keys. RFC 9700 §2.4 says it must not be used for anything new. */
  public static final GrantType PASSWORD = new GrantType("password");

  /** No server has it: who asks with it is told something, and never gets a token. */
  public static final GrantType MADE_UP = new GrantType("grantscope_made_up_grant");

  /** Written out: the JVM would make a record's own at each start of a command, for a tenth of its time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof GrantType that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }
}
