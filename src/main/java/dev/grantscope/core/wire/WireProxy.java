package dev.grantscope.core.wire;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.EndpointException.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * An HTTP proxy to go through.
 *
 * @param authorization the value of its Proxy-Authorization header; {@link Secret#NONE} for none
 */
public record WireProxy(String host, int port, Secret authorization) {
  private static final String SCHEME = "http://";
  private static final int USUAL_PORT = 8080;

  /**
   * Reads {@code http://host:port} or {@code host:port}; the port may be missing and is 8080 then.
   *
   * @throws EndpointException for anything else, with credentials in it for instance; a proxy that is spoken to over TLS is not supported
   */
  public static WireProxy parse(String text) throws EndpointException {
    int colons = text.indexOf("://");
    if (colons >= 0 && !text.substring(0, colons + 3).toLowerCase(Locale.ROOT).equals(SCHEME)) {
      throw new EndpointException(Problem.SCHEME, 0, colons);
    }
    String rest = colons >= 0 ? text.substring(colons + 3) : text;
    if (rest.isBlank()) {
      throw new EndpointException(Problem.EMPTY, 0, text.length());
    }
    // Read as https, so that a host elsewhere is allowed: the proxy is told where to connect, and nothing of the client's.
    Endpoint read = Endpoint.parse("https://" + rest);
    if (!read.target().equals("/")) {
      throw new EndpointException(Problem.HOST, 0, text.length());
    }
    boolean named = rest.matches(".*:[0-9]+/?");
    return new WireProxy(read.host(), named ? read.port() : USUAL_PORT, Secret.NONE);
  }

  /** The same with Basic credentials (RFC 7617, in UTF-8); with an empty user name and password it stays without. */
  public WireProxy withBasic(String user, Secret password) {
    if (user.isEmpty() && password.isEmpty()) {
      return this;
    }
    byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
    return new WireProxy(host, port, Secret.of("Basic " + Base64.getEncoder().encodeToString(pair)));
  }

  /** Whether it runs on this machine. */
  public boolean isLoopback() {
    return Endpoint.isLoopback(host);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
