package dev.grantscope.core.api;

import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a {@code WWW-Authenticate: Bearer …} header says (RFC 6750 §3); members that are not there are empty.
 *
 * @param error {@code invalid_token}, {@code insufficient_scope}, {@code invalid_request}, or another word
 * @param scope the scope that is needed
 */
public record BearerError(String error, String description, String scope) {
  /** Longer than any real one; a hostile one is cut. */
  private static final int LONGEST = 8192;

  /** RFC 9110 §11.2: a name, then a token or a quoted string. */
  private static final Pattern PARAMETER =
      Pattern.compile("([A-Za-z0-9_.~+-]{1,64})[ \\t]*=[ \\t]*(?:\"((?:[^\"\\\\]|\\\\.)*+)\"|([^\\s,\"]*+))");

  private static final Pattern BEARER = Pattern.compile("(?:^|[,\\s])Bearer(?=[ ,\\t]|$)", Pattern.CASE_INSENSITIVE);

  /** Another scheme behind a comma: its name and a blank, but no equals sign. */
  private static final Pattern NEXT_SCHEME = Pattern.compile(",\\s*[A-Za-z][A-Za-z0-9-]*[ \\t]+[A-Za-z0-9_.~+-]+[ \\t]*=");

  /** Reads the first such header of an answer. */
  public static Optional<BearerError> of(WireResponse response) {
    return response.headers().stream()
        .filter(header -> header.is("WWW-Authenticate"))
        .map(Header::value)
        .map(BearerError::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Reads the challenge for Bearer out of a header's value, which may hold others (RFC 9110 §11.6.1). */
  static Optional<BearerError> parse(String header) {
    String value = header.length() > LONGEST ? header.substring(0, LONGEST) : header;
    Matcher bearer = BEARER.matcher(value);
    if (!bearer.find()) {
      return Optional.empty();
    }
    String rest = value.substring(bearer.end());
    Matcher next = NEXT_SCHEME.matcher(rest);
    Map<String, String> parameters = new TreeMap<>();
    Matcher parameter = PARAMETER.matcher(next.find() && !isQuoted(rest, next.start()) ? rest.substring(0, next.start()) : rest);
    while (parameter.find()) {
      String quoted = parameter.group(2);
      parameters.putIfAbsent(
          parameter.group(1).toLowerCase(Locale.ROOT),
          quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
    }
    return Optional.of(
        new BearerError(
            parameters.getOrDefault("error", ""),
            parameters.getOrDefault("error_description", ""),
            parameters.getOrDefault("scope", "")));
  }

  private static boolean isQuoted(String text, int at) {
    return text.substring(0, at).chars().filter(c -> c == '"').count() % 2 == 1;
  }
}
