package dev.grantscope.core.wire;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One request exactly as it goes down the socket: {@link #toBytes()} is the truth, and nothing is added later.
 *
 * @param target the request target of the request line (RFC 9112 §3.2)
 * @param headers in the order sent, Host and Content-Length among them
 * @param body its bytes
 */
public record WireRequest(Endpoint endpoint, String method, String target, List<Header> headers, Bytes body) {
  /** Refuses what would become another line or another request, without repeating the value, which may be a secret. */
  public WireRequest {
    headers = List.copyOf(headers);
    if (!Header.isToken(method)) {
      throw new IllegalArgumentException("The method is not a token.");
    }
    if (target.isEmpty() || !isPrintable(target)) {
      throw new IllegalArgumentException("The request target has a character that cannot be sent.");
    }
    for (Header header : headers) {
      if (!header.isSendable()) {
        throw new IllegalArgumentException("A header has a character that cannot be sent.");
      }
    }
  }

  private static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= 0x20 || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /**
   * A GET without a body, for what is public or carries its own authorization in a header.
   *
   * @param more after Host and User-Agent, in this order
   */
  public static WireRequest get(Endpoint endpoint, String userAgent, Header... more) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", endpoint.hostHeader()));
    headers.add(new Header("User-Agent", userAgent));
    headers.addAll(List.of(more));
    headers.add(new Header("Connection", "close"));
    return new WireRequest(endpoint, "GET", endpoint.target(), headers, Bytes.EMPTY);
  }

  /** The same request as a proxy for plain http wants it (RFC 9112 §3.2.2). */
  public WireRequest inAbsoluteForm() {
    return new WireRequest(endpoint, method, "http://" + endpoint.hostHeader() + target, headers, body);
  }

  public Bytes toBytes() {
    StringBuilder head = new StringBuilder(256);
    head.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    head.append("\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + body.size());
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(body.toArray());
    return Bytes.of(bytes.toByteArray());
  }

  /** Without headers and body, which hold secrets. */
  @Override
  public String toString() {
    return method + " " + endpoint.host() + endpoint.target().replaceFirst("\\?.*", "?…");
  }
}
