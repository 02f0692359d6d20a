package dev.grantscope.core.diagnosis.form;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** A secret that was percent-encoded (RFC 3986 §2.1) before it was entered. */
public final class PercentEncoding {
  private PercentEncoding() {}

  /** Whether all of it could be the encoding of another text, and a part of it must be. */
  public static boolean isLikely(String secret) {
    int encoded = 0;
    for (int i = 0; i < secret.length(); i++) {
      if (secret.charAt(i) == '%') {
        if (!isHex(secret, i + 1) || !isHex(secret, i + 2)) {
          return false;
        }
        encoded++;
        i += 2;
      } else if (!isUnreserved(secret.charAt(i))) {
        return false;
      }
    }
    return encoded > 0;
  }

  private static boolean isHex(String text, int at) {
    return at < text.length() && Character.digit(text.charAt(at), 16) >= 0;
  }

  private static boolean isUnreserved(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || "_.~*+-".indexOf(c) >= 0;
  }

  /** A plus stays one: it means a space in forms only. */
  public static String decoded(String secret) {
    return URLDecoder.decode(secret.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
