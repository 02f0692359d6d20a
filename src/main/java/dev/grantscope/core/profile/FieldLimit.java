package dev.grantscope.core.profile;

import java.util.Optional;

/**
 * How much text a field takes, in the form, on the command line and in the profiles' file alike; in UTF-16 units.
 *
 * <p>No RFC has a limit for client ids, secrets or scopes (RFC 6749 §2.2, §3.3). These are what servers take at most, with room to spare:
 * a header line of 8 KB is where nginx and Apache end, RFC 9110 §4.1 asks for 8,000 octets in a URL, and a scope travels in the body.
 */
public enum FieldLimit {
  /** Names of profiles, and what is looked for. */
  NAME(1_000),
  /** RFC 6749 §2.2 leaves it open; the longest in use are URLs of up to 2,048. */
  CLIENT_ID(4_096),
  /** As much as servers take in one header, as that of HTTP Basic (RFC 7617); signed JWTs in use as secrets have half of it. */
  SECRET(8_192),
  USERNAME(4_096),
  URL(8_192),
  /** A thousand scopes; the request's body has no such limit as its line has. */
  SCOPE(32_768),
  KEY_ID(1_024),
  /** As long as Linux lets it be. */
  PATH(4_096),
  ENTRY_NAME(1_024),
  ENTRY_VALUE(16_384),
  /** Of a call of an API. */
  BODY(65_536);

  /**
   * So many characters beyond ASCII. Credentials, URLs and scopes have none (RFC 6749 Appendix A), so this is room for names and for
   * mistakes that must be seen; JavaFX takes seconds to lay out a line of some ten thousand combining marks or Arabic letters.
   */
  public static final int MOST_BEYOND_ASCII = 256;

  private final int longest;

  FieldLimit(int longest) {
    this.longest = longest;
  }

  /** Which limit a text is over, and by what. */
  public enum Kind {
    LENGTH,
    BEYOND_ASCII
  }

  /**
   * Too much.
   *
   * @param count how much there is
   * @param most how much there may be
   */
  public record Excess(Kind kind, int count, int most) {
    /** Beside the field, with a key of the bundle. */
    FieldProblem problem(FieldProblem.Field field, int row) {
      return FieldProblem.ofRow(field, row, "problem.limit." + kind, count, most);
    }
  }

  public int longest() {
    return longest;
  }

  /** What is too much about a text of this length, with so many characters beyond ASCII; empty for nothing. */
  public Optional<Excess> excess(int length, int beyondAscii) {
    if (length > longest) {
      return Optional.of(new Excess(Kind.LENGTH, length, longest));
    }
    return beyondAscii > MOST_BEYOND_ASCII ? Optional.of(new Excess(Kind.BEYOND_ASCII, beyondAscii, MOST_BEYOND_ASCII)) : Optional.empty();
  }

  public Optional<Excess> excess(String text) {
    return excess(text.length(), beyondAscii(text, 0, Math.min(text.length(), longest)));
  }

  /** How many characters of this part of a text are not ASCII. */
  public static int beyondAscii(String text, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      if (text.charAt(i) >= 0x80) {
        count++;
      }
    }
    return count;
  }
}
