package dev.grantscope.core.render;

/** The frame between two chunks of a body (RFC 9112 §7.1): it may stand anywhere within a secret. */
final class ChunkFrame {
  private static final int LONGEST_SIZE = 10;
  private static final int LONGEST_EXTENSION = 8192;

  private ChunkFrame() {}

  /** Behind the one that starts here, or -1; the last chunk has no content and begins none. */
  static int behind(String text, int at) {
    if (!text.startsWith("\r\n", at)) {
      return -1;
    }
    int size = 0;
    int digits = at + 2;
    while (digits < text.length() && digits < at + 2 + LONGEST_SIZE && Character.digit(text.charAt(digits), 16) >= 0) {
      size |= Character.digit(text.charAt(digits), 16);
      digits++;
    }
    boolean extended = digits < text.length() && "; \t".indexOf(text.charAt(digits)) >= 0;
    int lineEnd = extended ? text.indexOf("\r\n", digits, Math.min(text.length(), digits + LONGEST_EXTENSION)) : digits;
    return size > 0 && lineEnd >= 0 && text.startsWith("\r\n", lineEnd) && lineEnd + 2 < text.length() ? lineEnd + 2 : -1;
  }
}
