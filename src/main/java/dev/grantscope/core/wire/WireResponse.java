package dev.grantscope.core.wire;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The final answer as the parser read it; the bytes themselves are in {@link Exchange#received()}.
 *
 * @param version such as "HTTP/1.1"
 * @param reason the reason phrase, often empty
 * @param headers in the order and case received
 * @param body with a transfer coding taken off, any content coding left on; as much as came, if the exchange failed while receiving
 */
public record WireResponse(String version, int status, String reason, List<Header> headers, Bytes body) {
  /** RFC 8259 §11, and the suffix of RFC 6838 §4.2.8. */
  private static final Pattern JSON_TYPE = Pattern.compile("application/([a-z0-9!#$&^_.+-]+\\+)?json\\s*(;|$)", Pattern.CASE_INSENSITIVE);

  public WireResponse {
    headers = List.copyOf(headers);
  }

  /** The first header of this name, whatever its case. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.is(name)).map(Header::value).findFirst();
  }

  /** Whether its content type is one of JSON. */
  public boolean saysJson() {
    return JSON_TYPE.matcher(header("Content-Type").orElse("")).lookingAt();
  }

  /** Whether it is a web page, by its content type or by its first characters. */
  public boolean looksLikeHtml() {
    String start = body.asText();
    start = start.substring(0, Math.min(start.length(), 512)).stripLeading().toLowerCase(Locale.ROOT);
    return header("Content-Type").orElse("").toLowerCase(Locale.ROOT).startsWith("text/html")
        || start.startsWith("<!doctype html")
        || start.startsWith("<html");
  }

  /** Without headers and body, which may hold a token. */
  @Override
  public String toString() {
    return version + " " + status;
  }
}
