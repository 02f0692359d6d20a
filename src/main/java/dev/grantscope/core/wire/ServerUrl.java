package dev.grantscope.core.wire;

/** A URL that a server named, before it is put where the admin could send something to it. */
public final class ServerUrl {
  private static final int LONGEST = 2000;

  private ServerUrl() {}

  /**
   * Whether it is printable ASCII, as RFC 3986 wants it, and of a length that URLs have.
   *
   * <p>A field can be made to stand still, or to show another order, by what else may come.
   */
  public static boolean isPlain(String url) {
    return url.length() <= LONGEST && url.chars().allMatch(c -> c > 0x20 && c < 0x7F);
  }
}
