package dev.grantscope.core.render;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One spelling of a secret, found in wire text in whatever mixture of character encodings. Does not print itself. */
final class SecretPattern {
  /** Which characters count as equal, and what belongs to the match besides. */
  enum Alphabet {
    EXACT,
    /** Either case. */
    HEX,
    /** Of a header or parameter: either case, and only whole. */
    NAME,
    /** RFC 4648 §4 and §5 alike; a character that holds some bits of the secret and some of its neighbour is part of the match. */
    BASE64,
    BASE64_SHARING_FIRST
  }

  /** So much of the start counts as the secret itself; bounds the work at each place of a hostile text. */
  private static final int ENOUGH = 64;

  /** So much of the start counts when the text ends there: it was cut. */
  private static final int ENOUGH_BEFORE_CUT = 6;

  /** Two dots, since the first of three can be the secret's own. */
  private static final List<String> SHORTENED = List.of("..", "…", "***", "\\u2026", "&hellip;", "&#8230;");

  private final int[] codePoints;
  private final Alphabet alphabet;
  private @Nullable Supplier<String> whole;
  private String rest = "";

  SecretPattern(String spelling, Alphabet alphabet) {
    codePoints = spelling.codePoints().toArray();
    this.alphabet = alphabet;
  }

  /** One of which the rest is spelled when the start was found. */
  SecretPattern(String start, Supplier<String> whole, Alphabet alphabet) {
    this(start, alphabet);
    this.whole = whole;
  }

  /** The ASCII characters with which an occurrence can start; encoded ones, and all beyond ASCII, not counted. */
  IntStream firstCharacters() {
    int first = codePoints[0];
    int other = other(first);
    return first == ' ' ? IntStream.of(' ', '+') : IntStream.of(first, other);
  }

  /** Where the occurrence that starts here ends, or -1. */
  int match(String text, int at, CharacterForms now, CharacterForms next) {
    if (isRuledOut(text, at)) {
      return -1;
    }
    now.clear();
    now.add(at);
    for (int i = 0; i < codePoints.length; i++) {
      if (!advance(text, codePoints[i], now, next)) {
        int end = furthest(now);
        boolean enough = i >= ENOUGH || (i >= ENOUGH_BEFORE_CUT && isCut(text, end));
        return enough && alphabet != Alphabet.NAME ? end : -1;
      }
      CharacterForms swap = now;
      now = next;
      next = swap;
    }
    String more = rest();
    for (int i = 0; i < more.length(); i += Character.charCount(more.codePointAt(i))) {
      if (!advance(text, more.codePointAt(i), now, next)) {
        return furthest(now);
      }
      CharacterForms swap = now;
      now = next;
      next = swap;
    }
    return withSharedEnd(text, furthest(now));
  }

  /** Whether the second character is another, at a glance: most stand for themselves and for nothing else. */
  private boolean isRuledOut(String text, int at) {
    if (codePoints.length < 2 || at + 1 >= text.length() || !isPlain(text.charAt(at)) || !isPlain(text.charAt(at + 1))) {
      return false;
    }
    return text.charAt(at + 1) != codePoints[1] && text.charAt(at + 1) != other(codePoints[1]);
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && c != '%' && c != '\\' && c != '&' && c != '+' && c != '\r';
  }

  private boolean advance(String text, int codePoint, CharacterForms now, CharacterForms next) {
    next.clear();
    for (int p = 0; p < now.count(); p++) {
      step(text, now.end(p), codePoint, next);
    }
    return next.count() > 0;
  }

  /** What follows the start: spelled once, when it is first asked for. */
  private synchronized String rest() {
    if (whole != null) {
      rest = whole.get().substring(new String(codePoints, 0, codePoints.length).length());
      whole = null;
    }
    return rest;
  }

  /** Where the match really starts: with a character that shares bits with the secret. */
  int withSharedStart(String text, int at) {
    return alphabet == Alphabet.BASE64_SHARING_FIRST && at > 0 && isBase64(text.charAt(at - 1)) ? at - 1 : at;
  }

  private int withSharedEnd(String text, int end) {
    boolean base64 = alphabet == Alphabet.BASE64 || alphabet == Alphabet.BASE64_SHARING_FIRST;
    return base64 && end < text.length() && isBase64(text.charAt(end)) ? end + 1 : end;
  }

  private void step(String text, int at, int codePoint, CharacterForms next) {
    if (at >= text.length()) {
      return;
    }
    next.find(at, codePoint);
    int other = other(codePoint);
    if (other != codePoint) {
      next.find(at, other);
    }
    int behind = text.charAt(at) == '\r' ? ChunkFrame.behind(text, at) : -1;
    if (behind > 0) {
      next.find(behind, codePoint);
    }
  }

  private int other(int codePoint) {
    return switch (alphabet) {
      case EXACT -> codePoint;
      case HEX, NAME -> Character.isUpperCase(codePoint) ? Character.toLowerCase(codePoint) : Character.toUpperCase(codePoint);
      case BASE64, BASE64_SHARING_FIRST ->
          switch (codePoint) {
            case '+' -> '-';
            case '/' -> '_';
            default -> codePoint;
          };
    };
  }

  /** Behind so much the text ends, or whoever quoted says that there was more. */
  private static boolean isCut(String text, int end) {
    return end == text.length()
        || (text.length() - end < 6 && "%\\&".indexOf(text.charAt(end)) >= 0)
        || SHORTENED.stream().anyMatch(sign -> text.startsWith(sign, end));
  }

  private static int furthest(CharacterForms ends) {
    int furthest = 0;
    for (int i = 0; i < ends.count(); i++) {
      furthest = Math.max(furthest, ends.end(i));
    }
    return furthest;
  }

  private static boolean isBase64(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || "+/-_".indexOf(c) >= 0);
  }
}
