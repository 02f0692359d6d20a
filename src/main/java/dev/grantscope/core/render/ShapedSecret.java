package dev.grantscope.core.render;

/**
 * What is a secret by its shape, wherever it stands: a JWT in compact form (RFC 7515 §3.1, RFC 7516 §3.1), since some servers answer with
 * the token alone or in a member of a name of their own, and the password in a URL (RFC 3986 §3.2.1).
 */
final class ShapedSecret {
  /** The start of every header of a JWT: a JSON object's first member. */
  private static final String JWT = "eyJ";

  private static final int SHORTEST_JWT = 32;
  private static final int LONGEST_USER_INFO = 1024;

  private final String text;

  /** What was walked through and is none is not walked through again from a later start. */
  private int known;

  ShapedSecret(String text) {
    this.text = text;
  }

  /** Behind the one that starts here, or 0. */
  int jwtEnd(int at) {
    if (at < known || !text.startsWith(JWT, at) || (at > 0 && isOfJwt(text.charAt(at - 1)))) {
      return 0;
    }
    int dots = 0;
    int end = at;
    while (end < text.length() && isOfJwt(text.charAt(end))) {
      dots += text.charAt(end) == '.' ? 1 : 0;
      int behind = ChunkFrame.behind(text, end + 1);
      end = behind > 0 && behind < text.length() && isOfJwt(text.charAt(behind)) ? behind : end + 1;
    }
    known = end;
    return dots >= 2 && end - at >= SHORTEST_JWT ? end : 0;
  }

  /** Where the password starts in the URL whose authority starts behind this colon, or 0. */
  int passwordStart(int colon) {
    int end = passwordEnd(colon);
    int from = end == 0 ? -1 : text.indexOf(':', colon + 3);
    return from >= 0 && from < end ? from + 1 : 0;
  }

  /** Its end, at the {@code @}, or 0. */
  int passwordEnd(int colon) {
    if (!text.startsWith("://", colon)) {
      return 0;
    }
    int most = Math.min(text.length(), colon + 3 + LONGEST_USER_INFO);
    for (int i = colon + 3; i < most && text.charAt(i) > ' ' && "/?#\"'<>\\".indexOf(text.charAt(i)) < 0; i++) {
      if (text.charAt(i) == '@') {
        return i;
      }
    }
    return 0;
  }

  private static boolean isOfJwt(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.');
  }
}
