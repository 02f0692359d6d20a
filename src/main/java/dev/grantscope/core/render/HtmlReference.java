package dev.grantscope.core.render;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A character reference of HTML: by number, or by a name that encoders are known to write. */
final class HtmlReference {
  private static final int LONGEST = 12;

  /** From U+00A0 on. */
  private static final String LATIN =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1"
          + " ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute"
          + " Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc"
          + " atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide"
          + " oslash ugrave uacute ucirc uuml yacute thorn yuml";

  private static final String OTHERS =
      "amp & lt < gt > quot \" apos ' excl ! num # dollar $ percnt % lpar ( rpar ) ast * plus + comma , period . sol / colon : semi ; equals ="
          + " quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ grave ` lcub { lbrace { verbar | vert | rcub } rbrace }"
          + " AMP & LT < GT > QUOT \" euro €";

  private static final Map<String, Integer> NAMES = names();

  private HtmlReference() {}

  private static Map<String, Integer> names() {
    Map<String, Integer> names = new HashMap<>();
    for (String name : LATIN.split(" ", -1)) {
      names.put(name, 0xA0 + names.size());
    }
    String[] others = OTHERS.split(" ", -1);
    for (int i = 0; i < others.length; i += 2) {
      names.put(others[i], others[i + 1].codePointAt(0));
    }
    return Map.copyOf(names);
  }

  /** The character of the one that starts here, or -1. */
  static int codePoint(String text, int at) {
    if (text.startsWith("#", at + 1)) {
      return number(text, at);
    }
    int end = nameEnd(text, at);
    @Nullable Integer named = end > at + 1 && text.startsWith(";", end) ? NAMES.get(text.substring(at + 1, end)) : null;
    return named == null ? -1 : named;
  }

  /** Behind it. */
  static int end(String text, int at) {
    int end = nameEnd(text, at);
    return text.startsWith(";", end) ? end + 1 : end;
  }

  private static int number(String text, int at) {
    int radix = text.startsWith("x", at + 2) || text.startsWith("X", at + 2) ? 16 : 10;
    int value = -1;
    for (int i = at + (radix == 16 ? 3 : 2); i < Math.min(text.length(), at + LONGEST); i++) {
      int digit = Character.digit(text.charAt(i), radix);
      if (digit < 0) {
        break;
      }
      value = Math.min(Math.max(value, 0) * radix + digit, Character.MAX_CODE_POINT + 1);
    }
    return value;
  }

  private static int nameEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && end < at + LONGEST && isOfName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isOfName(char c) {
    return c == '#' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
