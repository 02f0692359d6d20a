package dev.grantscope.adapter.wire;

import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireFailure.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.http.message.StatusLine;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads one status line and its header fields (RFC 9112 §4, §5), line by line, so that a head that breaks off is known as far as it came.
 *
 * <p>Lenient where that loses nothing: a line may end in LF alone, a folded value is joined with a space, a value keeps its control
 * characters, and white space before the colon is dropped.
 */
final class HeadReader {
  private final SessionInputBuffer buffer;
  private final TappedInput input;
  private final int mostHeaders;
  private final List<Header> headers = new ArrayList<>();
  private final CharArrayBuffer line = new CharArrayBuffer(128);
  /** The value of the last field; it grows while it is folded, and a hostile one does so often. */
  private final StringBuilder value = new StringBuilder();
  private @Nullable StatusLine statusLine;
  private @Nullable String name;

  HeadReader(SessionInputBuffer buffer, TappedInput input, int mostHeaders) {
    this.buffer = buffer;
    this.input = input;
    this.mostHeaders = mostHeaders;
  }

  /**
   * Reads the next head, up to its empty line.
   *
   * @throws StepFailedException if it is no HTTP, breaks off or is too large; what came before stays
   */
  void read() throws IOException {
    statusLine = null;
    name = null;
    value.setLength(0);
    headers.clear();
    readLine();
    if (input.ended() && "HTTP/".regionMatches(0, line.toString(), 0, Math.min(5, line.length()))) {
      throw brokenOff();
    }
    statusLine = parseStatusLine();
    for (readLine(); !line.isEmpty(); readLine()) {
      addLine();
    }
    if (input.ended()) {
      throw brokenOff();
    }
  }

  /** The last line may be cut by the end of the stream; then nothing of it is believed. */
  private void readLine() throws IOException {
    line.clear();
    buffer.readLine(line, input);
    if (input.ended() && statusLine != null) {
      throw brokenOff();
    }
  }

  private StatusLine parseStatusLine() throws StepFailedException {
    try {
      StatusLine parsed = BasicLineParser.INSTANCE.parseStatusLine(line);
      if (parsed.getProtocolVersion().getMajor() == 1 && parsed.getStatusCode() >= 100 && parsed.getStatusCode() <= 999) {
        return parsed;
      }
    } catch (ParseException | IllegalArgumentException e) {
      // Its message repeats the line.
    }
    throw new StepFailedException(Kind.NOT_HTTP, "What came does not begin like an answer of HTTP/1.1.");
  }

  private boolean isFolded() {
    return line.charAt(0) == ' ' || line.charAt(0) == '\t';
  }

  private void addLine() throws StepFailedException {
    int colon = line.indexOf(':');
    if (isFolded() && name != null) {
      value.append(' ').append(line.substringTrimmed(0, line.length()));
      return;
    }
    addField();
    if (headers.size() == mostHeaders) {
      throw new StepFailedException(Kind.TOO_LARGE, "The answer was cut after " + mostHeaders + " header fields.");
    }
    if (colon <= 0 || isFolded()) {
      throw new StepFailedException(Kind.NOT_HTTP, "Line " + (headers.size() + 2) + " of the answer is no header field.");
    }
    name = line.substringTrimmed(0, colon);
    value.append(line.substringTrimmed(colon + 1, line.length()));
  }

  private void addField() {
    if (name != null) {
      headers.add(new Header(name, value.toString()));
    }
    name = null;
    value.setLength(0);
  }

  private static StepFailedException brokenOff() {
    return new StepFailedException(Kind.TRUNCATED, "The connection was closed before the headers of the answer ended.");
  }

  /** The last status line that came whole, or null. */
  @Nullable StatusLine statusLine() {
    return statusLine;
  }

  /** Its header fields, as far as they came. */
  List<Header> headers() {
    addField();
    return headers;
  }
}
