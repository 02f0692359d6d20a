package dev.grantscope.core.wire;

/**
 * One header field, its name in the case in which it is sent or was received (RFC 9110 §5).
 *
 * <p>Making one never fails, since what a server sent must be shown as it is; {@link WireRequest} refuses those that cannot be sent.
 */
public record Header(String name, String value) {
  public boolean is(String otherName) {
    return name.equalsIgnoreCase(otherName);
  }

  /** Whether it can be sent: a token as name (RFC 9110 §5.6.2), printable ASCII, space and tab as value, so no line break. */
  public boolean isSendable() {
    return isToken(name) && firstIllegalInValue(value) < 0;
  }

  /** Where in the value the first character stands that cannot be sent, or -1. */
  public static int firstIllegalInValue(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != '\t' && (c < 0x20 || c > 0x7E)) {
        return i;
      }
    }
    return -1;
  }

  /** Without its value, which may be a secret. */
  @Override
  public String toString() {
    return name + ": …";
  }

  /** RFC 9110 §5.6.2. */
  public static boolean isToken(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c <= 0x20 || c >= 0x7F || "\"(),/:;<=>?@[\\]{}".indexOf(c) >= 0) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
