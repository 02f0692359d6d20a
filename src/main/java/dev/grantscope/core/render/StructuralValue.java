package dev.grantscope.core.render;

import java.util.List;

/** Where a value starts and ends in wire text that may be cut, malformed, or itself a string in another text. */
final class StructuralValue {
  /** Registered schemes and those in use; another word is taken for a part of the secret. */
  private static final List<String> SCHEMES =
      List.of("Basic", "Bearer", "DPoP", "Digest", "Negotiate", "NTLM", "OAuth", "Token", "MAC", "HOBA", "Mutual", "AWS4-HMAC-SHA256");

  private static final List<String> REFERENCES = List.of("&quot;", "&#34;", "&#x22;", "&#39;", "&#x27;");

  private final String text;

  StructuralValue(String text) {
    this.text = text;
  }

  /** The quotation mark that ends here, with the backslashes of the strings around it; empty when there is none. */
  String quoteBefore(int at) {
    for (String reference : REFERENCES) {
      if (text.regionMatches(true, at - reference.length(), reference, 0, reference.length())) {
        return text.substring(at - reference.length(), at);
      }
    }
    int mark = at - 1;
    if (mark < 0 || (text.charAt(mark) != '"' && text.charAt(mark) != '\'')) {
      return "";
    }
    int start = mark;
    while (start > 0 && start > mark - 31 && text.charAt(start - 1) == '\\') {
      start--;
    }
    return text.substring(start, at);
  }

  /** Where the quoted value ends: a mark with more backslashes than the opening one belongs to the value. */
  int quotedEnd(int from, String quote) {
    char mark = quote.charAt(quote.length() - 1);
    if (mark == ';') {
      int end = text.indexOf(quote, from);
      return end < 0 ? text.length() : end;
    }
    int outside = quote.length() - 1;
    int run = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == mark && (run < outside || run % (2 * (outside + 1)) == outside)) {
        return i - Math.min(run, outside);
      }
      run = c == '\\' ? run + 1 : 0;
    }
    return text.length();
  }

  /** The end of a number, an object or an array; the start itself for what can be no secret. */
  int unquotedEnd(int from) {
    for (String literal : List.of("null", "true", "false")) {
      if (text.startsWith(literal, from)) {
        return from;
      }
    }
    if (from < text.length() && (text.charAt(from) == '{' || text.charAt(from) == '[')) {
      return bracketEnd(from);
    }
    int end = from;
    while (end < text.length() && text.charAt(end) > ' ' && ",}]\"'<&\\".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private int bracketEnd(int from) {
    int depth = 0;
    boolean string = false;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        string = !string;
      } else if (!string && (c == '{' || c == '[')) {
        depth++;
      } else if (!string && (c == '}' || c == ']') && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Of a form or query parameter; one that is encoded as a whole ends with the encoded delimiter too. */
  int parameterEnd(int from, boolean encoded) {
    int end = from;
    while (isOfParameter(end)) {
      boolean delimiter =
          text.startsWith("\\\"", end)
              || text.regionMatches(true, end, "\\u0026", 0, 6)
              || (encoded && text.startsWith("%26", end));
      if (delimiter) {
        break;
      }
      int behind = ChunkFrame.behind(text, end + 1);
      end = behind > 0 && isOfParameter(behind) ? behind : end + 1;
    }
    return end;
  }

  private boolean isOfParameter(int at) {
    return at < text.length() && text.charAt(at) > ' ' && "&\"<>".indexOf(text.charAt(at)) < 0;
  }

  /** Of a header's value, folded lines (RFC 9112 §5.2) included, white space at the end not. */
  int fieldEnd(int from) {
    int end = from;
    while (end < text.length()) {
      if (text.charAt(end) == '\n' && (end + 1 == text.length() || " \t".indexOf(text.charAt(end + 1)) < 0)) {
        break;
      }
      end++;
    }
    while (end > from && JsonIndenter.isWhiteSpace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Of a header's value within other text. */
  int echoedEnd(int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= ' ' && "\"'<>\\&".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Behind the scheme of an Authorization value (RFC 9110 §11.4), or the start when it names none. */
  int credentials(int from, int to) {
    for (String scheme : SCHEMES) {
      int end = from + scheme.length();
      if (end < to && text.regionMatches(true, from, scheme, 0, scheme.length()) && text.charAt(end) == ' ') {
        return Math.min(to, skipBlanks(end));
      }
    }
    return from;
  }

  int skipBlanks(int from) {
    int at = from;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  int skipWhiteSpace(int from) {
    int at = from;
    while (at < text.length() && JsonIndenter.isWhiteSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
