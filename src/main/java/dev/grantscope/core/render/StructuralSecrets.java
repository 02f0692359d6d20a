package dev.grantscope.core.render;

import dev.grantscope.core.render.SecretPattern.Alphabet;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the values that are secret by their place: in a header, a form or query parameter, or a JSON member of a known name.
 *
 * <p>It looks for names and then at what surrounds them, so that cut, malformed and nested texts are no special case.
 */
final class StructuralSecrets {
  private static final List<String> HEADERS =
      List.of(
          "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-auth-token", "x-access-token",
          "x-amz-security-token", "ocp-apim-subscription-key");
  private static final List<String> PARAMETERS =
      List.of(
          "client_secret", "password", "client_assertion", "code", "refresh_token", "access_token", "id_token", "subject_token",
          "actor_token", "assertion", "token");

  /** Some servers write them without the underscore. */
  private static final List<String> MEMBERS =
      List.of(
          "access_token", "refresh_token", "id_token", "client_secret", "password", "accesskeysecret", "client_assertion", "assertion",
          "accesstoken", "refreshtoken", "idtoken", "clientsecret", "clientassertion", "token");

  /** They are words as well: parameters only behind a delimiter, members only with a value that looks like a token. */
  private static final List<String> WORDS = List.of("code", "token");

  private static final int SHORTEST_TOKEN = 16;

  private static final String HEAD_END = "\r\n\r\n";

  /** A name, and where it makes its value a secret. */
  private record Name(char first, SecretPattern pattern, boolean header, boolean cookie, boolean parameter, boolean member, boolean word) {}

  private static final List<Name> NAMES = names();

  private final String text;
  private final SecretRanges ranges;
  private final List<String> values = new ArrayList<>();
  private final StructuralValue value;
  private final ShapedSecret shape;
  private final CharacterForms now;
  private final CharacterForms next;

  StructuralSecrets(String text, SecretRanges ranges) {
    this.text = text;
    this.ranges = ranges;
    value = new StructuralValue(text);
    shape = new ShapedSecret(text);
    now = new CharacterForms(text);
    next = new CharacterForms(text);
  }

  /** Adds the places and answers the values, as they are written. */
  List<String> find() {
    lone();
    for (int at = 0; at < text.length(); ) {
      at = Math.max(at + 1, canStartName(at) ? findAt(at) : shaped(at));
    }
    return values;
  }

  /** An answer whose body is a JSON string and nothing else is a token, when it looks like one: words have no digit, sentences have blanks. */
  private void lone() {
    int head = text.startsWith("HTTP/") ? text.indexOf(HEAD_END) : -1;
    if (head < 0) {
      return;
    }
    int chunk = ChunkFrame.behind(text, head + 2);
    int from = value.skipWhiteSpace(chunk < 0 ? head + HEAD_END.length() : chunk) + 1;
    int to = text.startsWith("\"", from - 1) ? text.indexOf('"', from) : -1;
    // What ends a chunked body are digits and white space too.
    boolean alone = to >= 0 && text.substring(to + 1).chars().allMatch(c -> c == '0' || JsonIndenter.isWhiteSpace((char) c));
    if (alone && to - from >= SHORTEST_TOKEN && looksLikeToken(text.substring(from, to))) {
      secret(from, to);
    }
  }

  private static boolean looksLikeToken(String text) {
    return text.indexOf(' ') < 0 && !text.contains("://") && text.chars().anyMatch(c -> c >= '0' && c <= '9');
  }

  private int shaped(int at) {
    return switch (text.charAt(at)) {
      case 'e' -> secret(at, shape.jwtEnd(at));
      case ':' -> {
        int from = shape.passwordStart(at);
        yield from == 0 ? 0 : secret(from, shape.passwordEnd(at));
      }
      default -> 0;
    };
  }

  private static List<Name> names() {
    List<String> all = new ArrayList<>(HEADERS);
    PARAMETERS.stream().filter(name -> !all.contains(name)).forEach(all::add);
    MEMBERS.stream().filter(name -> !all.contains(name)).forEach(all::add);
    return all.stream()
        .map(name -> {
          boolean header = HEADERS.contains(name);
          boolean cookie = name.endsWith("cookie");
          boolean member = header || MEMBERS.contains(name);
          return new Name(
              name.charAt(0), new SecretPattern(name, Alphabet.NAME), header, cookie, PARAMETERS.contains(name), member, WORDS.contains(name));
        })
        .toList();
  }

  private boolean canStartName(int at) {
    if ("acioprstx\\%".indexOf(Character.toLowerCase(text.charAt(at))) < 0) {
      return false;
    }
    if (at == 0) {
      return true;
    }
    char before = text.charAt(at - 1);
    return !isNameCharacter(before) || isEscapedBefore(at);
  }

  /** Behind %26, %3F, %23, the same as in JSON, and behind the letter of an escaped line end. */
  private boolean isEscapedBefore(int at) {
    return isEncodedDelimiter(at) || (at >= 2 && text.charAt(at - 2) == '\\' && "nrt".indexOf(text.charAt(at - 1)) >= 0);
  }

  private boolean isEncodedDelimiter(int at) {
    boolean escaped = at >= 3 && (text.charAt(at - 3) == '%' || text.startsWith("\\u00", at - 6));
    return escaped
        && (text.startsWith("26", at - 2) || text.startsWith("23", at - 2) || text.regionMatches(true, at - 2, "3F", 0, 2));
  }

  private static boolean isNameCharacter(char c) {
    return c < 0x80 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
  }

  /** Where to go on, or 0 when there was nothing. */
  private int findAt(int at) {
    char c = Character.toLowerCase(text.charAt(at));
    boolean encoded = c == '\\' || c == '%';
    for (Name name : NAMES) {
      int end = encoded || c == name.first() ? name.pattern().match(text, at, now, next) : -1;
      if (end > 0) {
        int done = 0;
        if (name.member()) {
          done = member(name, at, end);
        }
        if (done == 0 && name.parameter()) {
          done = parameter(name, at, end);
        }
        if (done == 0 && name.header()) {
          done = header(name, at, end);
        }
        if (done > 0) {
          return done;
        }
      }
    }
    return 0;
  }

  private int member(Name name, int at, int end) {
    String quote = value.quoteBefore(at);
    if (quote.isEmpty() || !text.startsWith(quote, end)) {
      return 0;
    }
    int colon = value.skipWhiteSpace(end + quote.length());
    if (colon >= text.length() || text.charAt(colon) != ':') {
      return 0;
    }
    int start = value.skipWhiteSpace(colon + 1);
    if (text.startsWith(quote, start)) {
      int from = start + quote.length();
      int to = value.quotedEnd(from, quote);
      if (name.word() && (to - from < SHORTEST_TOKEN || text.substring(from, to).indexOf(' ') >= 0)) {
        return 0;
      }
      return secret(name.header() && !name.cookie() ? value.credentials(from, to) : from, to);
    }
    return name.word() ? 0 : secret(start, value.unquotedEnd(start));
  }

  private int parameter(Name name, int at, int end) {
    boolean encoded = text.regionMatches(true, end, "%3D", 0, 3);
    if (!encoded && !text.startsWith("=", end)) {
      return 0;
    }
    boolean delimited = at == 0 || "&?#;\"'\r\n".indexOf(text.charAt(at - 1)) >= 0 || isEncodedDelimiter(at);
    if (name.word() && !delimited) {
      return 0;
    }
    int from = end + (encoded ? 3 : 1);
    int to = value.parameterEnd(from, encoded);
    boolean number = name.word() && text.substring(from, to).chars().allMatch(c -> c >= '0' && c <= '9');
    return number ? 0 : secret(from, to);
  }

  private int header(Name name, int at, int end) {
    int colon = value.skipBlanks(end);
    if (colon >= text.length() || text.charAt(colon) != ':' || (at == 0 && PermissionWords.isAll(text))) {
      return 0;
    }
    int from = value.skipBlanks(colon + 1);
    boolean ownLine = at == 0 || text.charAt(at - 1) == '\n' || text.charAt(at - 1) == '\r';
    if (ownLine) {
      int to = value.fieldEnd(from);
      return secret(name.cookie() ? from : value.credentials(from, to), to);
    }
    // The end is looked for only where it decides: a text of nothing but such names would be walked through for each of them.
    if (!name.cookie() && value.credentials(from, text.length()) == from) {
      return 0;
    }
    int to = value.echoedEnd(from);
    int credentials = value.credentials(from, to);
    return name.cookie() || credentials > from ? secret(credentials, to) : 0;
  }

  private int secret(int from, int to) {
    if (from >= to || SecretWords.areAbout(text, from, to)) {
      return 0;
    }
    ranges.add(from, to);
    values.add(text.substring(from, to));
    return to;
  }
}
