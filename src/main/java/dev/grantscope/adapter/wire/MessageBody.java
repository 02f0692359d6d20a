package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.IdentityInputStream;
import org.apache.hc.core5.http.io.SessionInputBuffer;

/** Finds where the body of an answer ends (RFC 9112 §6.3). */
final class MessageBody {
  private final SessionInputBuffer buffer;
  private final InputStream input;
  private final String method;
  private final int mostTrailers;
  private boolean chunked;

  MessageBody(SessionInputBuffer buffer, InputStream input, String method, int mostTrailers) {
    this.buffer = buffer;
    this.input = input;
    this.method = method;
    this.mostTrailers = mostTrailers;
  }

  /**
   * The body without its transfer coding. Closing it is of no use.
   *
   * @throws StepFailedException if its length is stated twice or cannot be read
   */
  InputStream open(int status, List<Header> headers) throws StepFailedException {
    if (hasNone(status)) {
      return InputStream.nullInputStream();
    }
    List<String> codings = listed(headers, "Transfer-Encoding");
    if (!codings.isEmpty()) {
      // Overrides any Content-Length.
      chunked = codings.getLast().toLowerCase(Locale.ROOT).equals("chunked");
      return chunked
          ? new ChunkedInputStream(buffer, input, Http1Config.custom().setMaxHeaderCount(mostTrailers).build())
          : new IdentityInputStream(buffer, input);
    }
    List<String> lengths = listed(headers, "Content-Length").stream().distinct().toList();
    if (lengths.isEmpty()) {
      return new IdentityInputStream(buffer, input);
    }
    if (lengths.size() > 1 || !lengths.getFirst().matches("[0-9]+")) {
      throw new StepFailedException(Kind.NOT_HTTP, "The answer states its length in a way that HTTP does not allow.");
    }
    return new ContentLengthInputStream(buffer, input, parse(lengths.getFirst()));
  }

  private boolean hasNone(int status) {
    boolean tunnel = method.equals("CONNECT") && status / 100 == 2;
    return status < 200 || status == 204 || status == 304 || method.equals("HEAD") || tunnel;
  }

  /** More than a long holds is more than any limit. */
  private static long parse(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
  }

  private static List<String> listed(List<Header> headers, String name) {
    return headers.stream()
        .filter(header -> header.is(name))
        .flatMap(header -> List.of(header.value().split(",", -1)).stream())
        .map(String::strip)
        .toList();
  }

  boolean isChunked() {
    return chunked;
  }
}
