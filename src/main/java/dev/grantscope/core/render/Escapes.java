package dev.grantscope.core.render;

import java.util.HexFormat;

/**
 * Which characters may be shown as they are, and how the others are written: {@code \xNN} for a control byte or a byte that is no
 * UTF-8, <code>&#92;uNNNN</code> or <code>&#92;u{NNNNN}</code> for a character that is invisible, reorders the line, combines, or looks like another.
 *
 * <p>Right-to-left letters are written this way too: JavaFX 24 to 26 can throw on them, and one of them reorders the whole row.
 */
final class Escapes {
  /** The longest escape. */
  static final int LONGEST = 10;

  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Filled as they are asked for: all at once would take a start some milliseconds. Zero is not asked for yet. */
  private static final byte[] WIDTHS = new byte[0x10000];

  private Escapes() {}

  /** How many characters {@link #append} writes. */
  static int width(int codePoint) {
    if (codePoint >= 0x10000) {
      return compute(codePoint);
    }
    byte known = WIDTHS[codePoint];
    if (known != 0) {
      return known;
    }
    int width = compute(codePoint);
    WIDTHS[codePoint] = (byte) width;
    return width;
  }

  static boolean isEscaped(int codePoint) {
    return width(codePoint) != Character.charCount(codePoint);
  }

  static void append(StringBuilder out, int codePoint) {
    if (!isEscaped(codePoint)) {
      out.appendCodePoint(codePoint);
    } else if (codePoint == '\r' || codePoint == '\n' || codePoint == '\t') {
      out.append(codePoint == '\r' ? "\\r" : codePoint == '\n' ? "\\n" : "\\t");
    } else if (codePoint < 0x80) {
      out.append("\\x").append(HEX.toHexDigits(codePoint, 2));
    } else if (isLoneByte(codePoint)) {
      out.append("\\x").append(HEX.toHexDigits(codePoint & 0xFF, 2));
    } else if (codePoint < 0x10000) {
      out.append("\\u").append(HEX.toHexDigits(codePoint, 4));
    } else {
      out.append("\\u{").append(HEX.toHexDigits(codePoint, codePoint < 0x100000 ? 5 : 6)).append('}');
    }
  }

  private static int compute(int codePoint) {
    if (codePoint == '\r' || codePoint == '\n' || codePoint == '\t') {
      return 2;
    }
    if (isSafe(codePoint)) {
      return Character.charCount(codePoint);
    }
    if (codePoint < 0x80 || isLoneByte(codePoint)) {
      return 4;
    }
    return codePoint < 0x10000 ? 6 : codePoint < 0x100000 ? 9 : 10;
  }

  private static boolean isLoneByte(int codePoint) {
    return codePoint >= 0xDC80 && codePoint <= 0xDCFF;
  }

  private static boolean isSafe(int codePoint) {
    if (codePoint < 0x7F) {
      return codePoint >= 0x20;
    }
    return hasOwnShape(codePoint) && !isBlankLetter(codePoint) && isLeftToRight(codePoint);
  }

  private static boolean hasOwnShape(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK ->
          false;
      default -> true;
    };
  }

  /** Letters and signs with an empty glyph, and the two replacement characters, which a font draws like any other. */
  private static boolean isBlankLetter(int codePoint) {
    return switch (codePoint) {
      case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0, 0xFFFC, 0xFFFD -> true;
      default -> false;
    };
  }

  private static boolean isLeftToRight(int codePoint) {
    return switch (Character.getDirectionality(codePoint)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER,
          Character.DIRECTIONALITY_UNDEFINED ->
          false;
      default -> true;
    };
  }
}
