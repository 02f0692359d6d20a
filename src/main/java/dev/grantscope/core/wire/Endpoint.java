package dev.grantscope.core.wire;

import dev.grantscope.core.wire.EndpointException.Problem;
import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A URL taken apart into where to connect and what to ask for (RFC 3986, RFC 9110 §4.2).
 *
 * @param tls whether the scheme is https
 * @param host as it is looked up: lower case, punycode for other scripts, IPv6 without brackets
 * @param port the one given, else 443 or 80
 * @param target path and query as they stand in the request line; never empty
 * @param text the URL as typed
 */
public record Endpoint(boolean tls, String host, int port, String target, String text) {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "\\{\\{[^{}]*}}|\\{[^{}]*}|\\$\\{?[A-Za-z_]+}?|<[^<>]*>|\\[[A-Za-z_ ]+]|(?<![A-Za-z0-9-])(?i:your[-_][a-z_-]+)");
  private static final Pattern SECRET_PARAMETER =
      Pattern.compile(
          "[?&#](?i:client_secret|password|client_assertion|assertion|access_token|refresh_token|id_token|token|api_key|apikey|accessKeySecret)=[^&#]*");
  private static final Pattern AUTHORITY = Pattern.compile("(?:(?<user>.*)@)?(?<host>\\[[^]]*]|[^:]*)(?::(?<port>.*))?");
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.(0|[1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5])){3}");
  private static final Pattern HOST_NAME =
      Pattern.compile("[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*\\.?");

  /** RFC 1035 §2.3.4, and the dot that may end a name. */
  private static final int LONGEST_HOST = 254;

  /**
   * Reads a URL that a secret may be sent to: https, or http to this machine.
   *
   * @throws EndpointException for anything else, with what and where
   */
  public static Endpoint parse(String text) throws EndpointException {
    if (text.isBlank()) {
      throw new EndpointException(Problem.EMPTY, 0, text.length());
    }
    refuse(PLACEHOLDER.matcher(text), Problem.PLACEHOLDER);
    int illegal = firstIllegal(text);
    if (illegal >= 0) {
      throw new EndpointException(Problem.ILLEGAL_CHARACTER, illegal, illegal + Character.charCount(text.codePointAt(illegal)));
    }
    refuse(SECRET_PARAMETER.matcher(text), Problem.SECRET_IN_QUERY);
    int fragment = text.indexOf('#');
    if (fragment >= 0) {
      throw new EndpointException(Problem.FRAGMENT, fragment, text.length());
    }
    int schemeEnd = text.indexOf("://");
    String scheme = schemeEnd < 0 ? "" : text.substring(0, schemeEnd).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      throw new EndpointException(Problem.SCHEME, 0, schemeEnd < 0 ? text.length() : schemeEnd);
    }
    int authorityEnd = indexOfAny(text, "/?", schemeEnd + 3);
    return ofParts(text, scheme.equals("https"), schemeEnd + 3, authorityEnd);
  }

  /** The same, where what is wrong with it is said elsewhere or not at all. */
  public static Optional<Endpoint> ifValid(String text) {
    try {
      return Optional.of(parse(text));
    } catch (EndpointException _) {
      return Optional.empty();
    }
  }

  private static Endpoint ofParts(String text, boolean tls, int from, int to) throws EndpointException {
    Matcher authority = AUTHORITY.matcher(text.substring(from, to));
    if (!authority.matches()) {
      throw new EndpointException(Problem.HOST, from, to);
    }
    if (authority.group("user") != null) {
      throw new EndpointException(Problem.USER_INFO, from, from + authority.end("user") + 1);
    }
    // "https://id:pa/ss@host": the slash ends the authority early, and what looks like a port is half a secret.
    int at = text.indexOf('@', to);
    if (at >= 0 && authority.group("port") != null && !authority.group("port").matches("[0-9]*")) {
      throw new EndpointException(Problem.USER_INFO, from, at + 1);
    }
    String host = host(authority.group("host"), from, from + authority.end("host"));
    int port = port(authority.group("port"), tls ? 443 : 80, from + Math.max(0, authority.start("port")), to);
    if (!tls && !isLoopback(host)) {
      throw new EndpointException(Problem.PLAIN_HTTP, 0, 4);
    }
    return new Endpoint(tls, host, port, target(text, to), text);
  }

  private static String host(String written, int from, int to) throws EndpointException {
    try {
      String ascii = written.startsWith("[") ? address(written) : name(written);
      if (!ascii.isEmpty()) {
        return ascii;
      }
    } catch (IllegalArgumentException | NullPointerException e) {
      // The library's message repeats the text; ours says the place.
    }
    throw new EndpointException(Problem.HOST, from, to);
  }

  /** Without a zone: it means something on this machine only, and does not belong in a Host header. */
  private static String address(String written) {
    String address = URI.create("http://" + written).getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    return address.contains("%") ? "" : address;
  }

  /** Not with sharp s or final sigma: for these Java (IDNA 2003) looks up another name than browsers do (IDNA 2008). */
  private static String name(String written) {
    if (written.length() > LONGEST_HOST || written.indexOf('\u00DF') >= 0 || written.indexOf('\u03C2') >= 0) {
      return "";
    }
    // The tables of IDN take 5 ms to read, and change nothing in ASCII.
    boolean plain = written.chars().allMatch(it -> it < 0x80);
    String ascii = (plain ? written : IDN.toASCII(written, IDN.ALLOW_UNASSIGNED)).toLowerCase(Locale.ROOT);
    return ascii.length() <= LONGEST_HOST && HOST_NAME.matcher(ascii).matches() ? ascii : "";
  }

  private static int port(@Nullable String written, int usual, int from, int to)
      throws EndpointException {
    if (written == null || written.isEmpty()) {
      return usual;
    }
    if (written.matches("[0-9]{1,5}") && Integer.parseInt(written) >= 1 && Integer.parseInt(written) <= 65535) {
      return Integer.parseInt(written);
    }
    throw new EndpointException(Problem.PORT, from, to);
  }

  private static String target(String text, int from) throws EndpointException {
    String rest = text.substring(from);
    String target = rest.startsWith("/") ? rest : "/" + rest;
    // Two slashes at the start would be read as an authority.
    String guard = target.startsWith("//") ? "/." : "";
    try {
      return new URI(guard + target).toASCIIString().substring(guard.length());
    } catch (URISyntaxException e) {
      int at = from + Math.max(0, e.getIndex() - (guard.length() + target.length() - rest.length()));
      throw new EndpointException(Problem.ILLEGAL_CHARACTER, at, Math.min(at + 1, text.length()));
    }
  }

  private static void refuse(Matcher matcher, Problem problem) throws EndpointException {
    if (matcher.find()) {
      throw new EndpointException(problem, matcher.start(), matcher.end());
    }
  }

  private static int firstIllegal(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      int type = Character.getType(c);
      if (Character.isWhitespace(c)
          || Character.isSpaceChar(c)
          || type == Character.CONTROL
          || type == Character.FORMAT
          || type == Character.SURROGATE
          || "\"<>\\^`{|}".indexOf(c) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int indexOfAny(String text, String characters, int from) {
    for (int i = from; i < text.length(); i++) {
      if (characters.indexOf(text.charAt(i)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  /** Whether it is this machine by its very name; a name that merely resolves to 127.0.0.1 is not. */
  public boolean isLoopback() {
    return isLoopback(host);
  }

  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.equals("0:0:0:0:0:0:0:1") || LOOPBACK.matcher(host).matches();
  }

  /** The value of the Host header: the port only where it is not the scheme's own (RFC 9110 §7.2). */
  public String hostHeader() {
    return port == (tls ? 443 : 80) ? bracketed() : authority();
  }

  /** Host and port, as CONNECT names them (RFC 9110 §9.3.6). */
  public String authority() {
    return bracketed() + ":" + port;
  }

  /** Scheme, host and port, as they stand in the URL. */
  public String origin() {
    return text.replaceFirst("^([^:]+://[^/?]*).*$", "$1");
  }

  /** Whether a request goes to the same place, however the URL was typed. */
  public boolean isSameAs(Endpoint other) {
    return tls == other.tls && host.equals(other.host) && port == other.port && target.equals(other.target);
  }

  private String bracketed() {
    return host.contains(":") ? "[" + host + "]" : host;
  }
}
