package dev.grantscope.core.render;

import java.util.Arrays;

/** Where a query was found in a {@link RawText}, in ascending order, as offsets of its source: four bytes a match. */
public final class RawMatches {
  public static final RawMatches NONE = new RawMatches(new int[0], 0);

  private final int[] starts;
  private final int length;

  private RawMatches(int[] starts, int length) {
    this.starts = starts;
    this.length = length;
  }

  static RawMatches find(String source, String query, boolean ignoreCase) {
    if (query.isEmpty()) {
      return NONE;
    }
    int[] found = new int[16];
    int size = 0;
    for (int at = next(source, query, 0, ignoreCase); at >= 0; at = next(source, query, at + query.length(), ignoreCase)) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = at;
    }
    return new RawMatches(Arrays.copyOf(found, size), query.length());
  }

  public int count() {
    return starts.length;
  }

  public int start(int match) {
    return starts[match];
  }

  /** Exclusive. */
  public int end(int match) {
    return starts[match] + length;
  }

  /** The first match that ends behind this offset, or {@link #count()} when there is none. */
  public int firstEndingAfter(int offset) {
    int found = Arrays.binarySearch(starts, offset - length + 1);
    return found >= 0 ? found : -found - 1;
  }

  private static int next(String source, String query, int from, boolean ignoreCase) {
    if (!ignoreCase) {
      return source.indexOf(query, from);
    }
    char lower = Character.toLowerCase(query.charAt(0));
    char upper = Character.toUpperCase(query.charAt(0));
    // Outside ASCII more than two characters can be the same letter.
    boolean simple = lower < 0x80;
    for (int at = from; at <= source.length() - query.length(); at++) {
      char c = source.charAt(at);
      boolean possible = !simple || c == lower || c == upper || isLikeAscii(c);
      if (possible && source.regionMatches(true, at, query, 0, query.length())) {
        return at;
      }
    }
    return -1;
  }

  /** The dotted and the dotless i, the long s and the Kelvin sign: without their case they are letters of ASCII. */
  private static boolean isLikeAscii(char c) {
    return c == '\u0130' || c == '\u0131' || c == '\u017F' || c == '\u212A';
  }
}
