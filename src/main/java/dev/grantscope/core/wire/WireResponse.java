package dev.grantscope.core.wire;

import java.util.List;
import java.util.Optional;

/**
 * The final answer as the parser read it; the bytes themselves are in {@link Exchange#received()}.
 *
 * @param version such as "HTTP/1.1"
 * @param reason the reason phrase, often empty
 * @param headers in the order and case received
 * @param body with a transfer coding taken off, any content coding left on; as much as came, if the exchange failed while receiving
 */
public record WireResponse(String version, int status, String reason, List<Header> headers, Bytes body) {
  public WireResponse {
    headers = List.copyOf(headers);
  }

  /** The first header of this name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
  }

  /** Without headers and body, which may hold a token. */
  @Override
  public String toString() {
    return version + " " + status;
  }
}
