package dev.grantscope.core.diagnosis;

import dev.grantscope.core.grant.GrantType;
import java.util.random.RandomGenerator;

/** Makes up ids and secrets that look like the real ones: same length, same reserved characters, so that only being wrong is different. */
final class MadeUp {
  static final String GRANT_TYPE = GrantType.MADE_UP.value();
  static final String SCOPE = "grantscope_made_up_scope";

  private static final int ENOUGH = 12;

  private final RandomGenerator random;

  MadeUp(RandomGenerator random) {
    this.random = random;
  }

  /** Letters and digits become others of their kind (those of hexadecimal too, for what follows a percent sign); the rest stays. */
  String like(String real) {
    StringBuilder made = new StringBuilder();
    int changed = 0;
    for (int i = 0; i < real.length(); i++) {
      char c = real.charAt(i);
      char other = other(c);
      changed += other == c ? 0 : 1;
      made.append(other);
    }
    // Too little to differ by: then longer, and before white space at the end, which may matter.
    int end = made.toString().stripTrailing().length();
    for (; changed < ENOUGH; changed++) {
      made.insert(end, between('g', 'z'));
    }
    return made.toString();
  }

  private char other(char c) {
    if (c >= '0' && c <= '9') {
      return different(c, '0', '9');
    }
    if ((c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F')) {
      return different(c, c >= 'a' ? 'a' : 'A', c >= 'a' ? 'f' : 'F');
    }
    if (c >= 'g' && c <= 'z') {
      return different(c, 'g', 'z');
    }
    if (c >= 'G' && c <= 'Z') {
      return different(c, 'G', 'Z');
    }
    // Of other scripts nothing may go out either; nor half a character.
    return c > 0x7F ? between('g', 'z') : c;
  }

  private char different(char c, char from, char to) {
    char made = between(from, to);
    return made != c ? made : made == to ? from : (char) (made + 1);
  }

  private char between(char from, char to) {
    return (char) (from + random.nextInt(to - from + 1));
  }
}
