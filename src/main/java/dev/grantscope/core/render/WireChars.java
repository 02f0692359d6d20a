package dev.grantscope.core.render;

import dev.grantscope.core.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;

/**
 * Bytes as characters and back without loss: UTF-8 where it is UTF-8, and each other byte {@code 0xNN} as the lone surrogate
 * {@code U+DCNN}, which no UTF-8 can hold (the way of Python's PEP 383).
 */
final class WireChars {
  private static final char FIRST = '\uDC80';
  private static final char LAST = '\uDCFF';

  private WireChars() {}

  static String decode(Bytes bytes) {
    String plain = bytes.asText();
    return plain.indexOf('\uFFFD') < 0 ? plain : decode(bytes.toArray());
  }

  static String decode(byte[] bytes) {
    String plain = new String(bytes, StandardCharsets.UTF_8);
    if (plain.indexOf('\uFFFD') < 0) {
      return plain;
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    while (true) {
      CoderResult result = decoder.decode(in, out, true);
      if (!result.isError()) {
        return out.flip().toString();
      }
      for (int i = 0; i < result.length(); i++) {
        out.put((char) (0xDC00 | (in.get() & 0xFF)));
      }
      decoder.reset();
    }
  }

  static Bytes encode(String text) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(text.length() + 16);
    int done = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isByte(text, i)) {
        out.writeBytes(text.substring(done, i).getBytes(StandardCharsets.UTF_8));
        out.write(text.charAt(i) & 0xFF);
        done = i + 1;
      }
    }
    out.writeBytes(text.substring(done).getBytes(StandardCharsets.UTF_8));
    return Bytes.of(out.toByteArray());
  }

  /** Whether the character stands for one byte that is no UTF-8. */
  private static boolean isByte(String text, int at) {
    char c = text.charAt(at);
    return c >= FIRST && c <= LAST && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
  }

  /** Whether there is any such. */
  static boolean hasByte(String text) {
    return IntStream.range(0, text.length()).anyMatch(at -> isByte(text, at));
  }

  /** For the clipboard and other places that take only real characters: such a byte becomes U+FFFD. */
  static String readable(String text) {
    if (!hasByte(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (isByte(text, i)) {
        out.setCharAt(i, '\uFFFD');
      }
    }
    return out.toString();
  }
}
