package dev.grantscope.core.scope;

/**
 * Something about the scope text that RFC 6749 §3.3 does not allow, or that a server will read differently than it looks.
 *
 * @param start where it begins in the text as typed, counted in UTF-16 units from 0
 * @param end where it ends, exclusive
 * @param text the characters it is about
 */
public record ScopeProblem(Kind kind, int start, int end, String text) {
  /** What is wrong. */
  public enum Kind {
    /** A comma or semicolon between scopes: scopes are separated by spaces. */
    SEPARATOR,
    /** A character outside %x21 / %x23-5B / %x5D-7E. */
    ILLEGAL_CHARACTER,
    /** The same scope a second time. */
    DUPLICATE
  }
}
