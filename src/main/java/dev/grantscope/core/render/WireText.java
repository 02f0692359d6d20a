package dev.grantscope.core.render;

import dev.grantscope.core.wire.Bytes;

/** An HTTP/1.1 message (RFC 9112 §2.1) as a {@link RawText} with kinds for its colours, raw or with a JSON body laid out. */
public final class WireText {
  private static final String ENCODING = "Content-Encoding:";

  private WireText() {}

  /** Every byte as it went over the wire, chunk sizes included. */
  public static RawText raw(Bytes message) {
    return raw(WireChars.decode(message));
  }

  /** The same for text that was redacted. */
  public static RawText raw(String message) {
    int bodyAt = bodyStart(message);
    return new RawText(message, 0, 0, kinds(message, bodyAt));
  }

  /**
   * The head as it went over the wire, then the body, laid out when it is JSON.
   *
   * @param message the whole message, of which only the head is used
   * @param body with the transfer coding taken off
   */
  public static RawText pretty(Bytes message, Bytes body) {
    return pretty(WireChars.decode(message), WireChars.decode(body));
  }

  /** The same for text that was redacted. */
  public static RawText pretty(String message, String body) {
    String head = message.substring(0, bodyStart(message));
    if (!JsonText.isLikely(body)) {
      String text = head + body;
      return new RawText(text, 0, 0, kinds(text, head.length()));
    }
    JsonText json = JsonText.behind(head, body);
    return new RawText(json.text(), head.length(), json.laidOutTo(), kinds(json.text(), head.length()));
  }

  /** The head of a message, up to the first byte of its body. */
  public static Bytes head(Bytes message) {
    String text = WireChars.decode(message);
    int end = bodyStart(text);
    return end == text.length() ? message : WireChars.encode(text.substring(0, end));
  }

  /** Where the body starts: behind the head of the final answer (RFC 9110 §15.2), at 0 when it does not look like a message. */
  static int bodyStart(String message) {
    int start = 0;
    while (isHead(message, start)) {
      boolean interim = message.startsWith("HTTP/1.", start) && message.startsWith(" 1", start + 8) && !message.startsWith("101", start + 9);
      start = headEnd(message, start);
      if (!interim) {
        break;
      }
    }
    return start;
  }

  /** Where a body starts that has a content coding (RFC 9110 §8.4) and is no text, or -1. */
  static int compressedBody(String message) {
    int body = bodyStart(message);
    for (int line = 0; line < body; line = nextLine(message, line)) {
      if (message.regionMatches(true, line, ENCODING, 0, ENCODING.length())) {
        String coding = message.substring(line + ENCODING.length(), nextLine(message, line)).strip();
        return !coding.isEmpty() && !coding.equalsIgnoreCase("identity") && WireChars.hasByte(message) ? body : -1;
      }
    }
    return -1;
  }

  private static boolean isHead(String message, int start) {
    return message.indexOf("HTTP/", start, nextLine(message, start)) >= 0;
  }

  private static int headEnd(String message, int start) {
    int line = start;
    while (line < message.length()) {
      int next = nextLine(message, line);
      String end = message.substring(line, Math.min(next, line + 2));
      if (end.equals("\r\n") || end.equals("\n")) {
        return next;
      }
      line = next;
    }
    return line;
  }

  private static int nextLine(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static Highlights kinds(String text, int bodyAt) {
    Highlights.Builder kinds = new Highlights.Builder();
    boolean startLine = true;
    for (int line = 0; line < bodyAt; line = nextLine(text, line)) {
      int next = nextLine(text, line);
      int colon = text.indexOf(':', line, next);
      boolean blank = text.charAt(line) == '\n' || text.charAt(line) == '\r';
      if (startLine && !blank) {
        kinds.from(line, TextKind.START_LINE);
      } else if (colon > line && text.charAt(line) > ' ') {
        kinds.from(line, TextKind.HEADER_NAME).from(colon + 1, TextKind.PLAIN);
      } else {
        kinds.from(line, TextKind.PLAIN);
      }
      startLine = blank;
    }
    kinds.from(bodyAt, TextKind.PLAIN);
    scanBody(text, bodyAt, kinds);
    return kinds.build();
  }

  private static void scanBody(String text, int bodyAt, Highlights.Builder kinds) {
    int at = skipChunkSize(text, bodyAt);
    char first = at < text.length() ? text.charAt(at) : ' ';
    if (first == '{' || first == '[' || JsonText.isLikely(text.substring(at, Math.min(text.length(), at + 100)))) {
      JsonHighlighter.scan(text, at, kinds);
    } else if (isForm(text, at)) {
      scanForm(text, at, kinds);
    }
  }

  private static int skipChunkSize(String text, int from) {
    int at = from;
    while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0) {
      at++;
    }
    return at > from && text.startsWith("\r\n", at) ? at + 2 : from;
  }

  private static boolean isForm(String text, int from) {
    int at = from;
    while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "-._~%+*".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at > from && at < text.length() && text.charAt(at) == '=';
  }

  private static void scanForm(String text, int from, Highlights.Builder kinds) {
    for (int at = from; at < text.length(); ) {
      int ampersand = text.indexOf('&', at);
      int end = ampersand < 0 ? text.length() : ampersand;
      int equals = text.indexOf('=', at, end);
      kinds.from(at, TextKind.KEY);
      if (equals >= 0) {
        kinds.from(equals, TextKind.PUNCTUATION).from(equals + 1, TextKind.PLAIN);
      }
      if (ampersand >= 0) {
        kinds.from(ampersand, TextKind.PUNCTUATION);
      }
      at = end + 1;
    }
  }
}
