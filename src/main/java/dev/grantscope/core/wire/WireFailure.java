package dev.grantscope.core.wire;

import java.util.Locale;

/**
 * Why an exchange did not end with a whole answer.
 *
 * @param phase the step that failed
 * @param message one sentence of ours in plain words; it holds no secret and no library's text that could hold one
 */
public record WireFailure(Phase phase, Kind kind, String message) {
  /** What happened. */
  public enum Kind {
    /** The name has no address. */
    UNKNOWN_HOST,
    REFUSED,
    UNREACHABLE,
    /** The limit of the phase, or of the whole exchange, was reached. */
    TIMEOUT,
    /** The other side reset the connection. */
    RESET,
    /** The other side closed the connection before a single byte of an answer. */
    CLOSED,
    /** The certificate chain does not end at an authority this machine trusts. */
    UNTRUSTED,
    /** The certificate vouches for itself and nobody else does. */
    SELF_SIGNED,
    EXPIRED,
    NOT_YET_VALID,
    /** The certificate is for another host name. */
    WRONG_NAME,
    /** The server wants a certificate from the client. */
    CLIENT_CERTIFICATE,
    /** Something that is not TLS answered on this port. */
    PLAINTEXT,
    /** The server speaks no version of TLS that is still good. */
    OLD_PROTOCOL,
    /** Any other failure of the handshake. */
    HANDSHAKE,
    /** The proxy wants credentials: 407. */
    PROXY_AUTHENTICATION,
    /** The proxy refused to connect, or its answer was no HTTP. */
    PROXY_REFUSED,
    /** What came is not HTTP. */
    NOT_HTTP,
    /** The answer was cut at the size limit. */
    TOO_LARGE,
    /** The answer ended before its own stated end. */
    TRUNCATED,
    CANCELLED,
    /** The request has a character that cannot be sent, so that nothing was. */
    NOT_SENDABLE,
    /** A fault of this program or machine, such as no free socket. */
    LOCAL;

    /** Its name in the JSON of the command line. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
