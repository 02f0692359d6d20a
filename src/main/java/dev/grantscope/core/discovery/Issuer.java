package dev.grantscope.core.discovery;

import dev.grantscope.core.discovery.Place.Form;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An issuer's URL (RFC 8414 §2), and the places where its metadata may be.
 *
 * @param text the identifier that the metadata has to state
 * @param places in the order in which they are asked; one alone when the URL of the document itself was given
 */
public record Issuer(String text, List<Place> places) {
  private static final String OIDC = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final Pattern DOCUMENT = Pattern.compile("(?<before>.*?)(?:" + Pattern.quote(OIDC) + "|" + Pattern.quote(OAUTH) + ")(?<after>/.*)?");
  private static final Pattern URL = Pattern.compile("(?<origin>[^:]+://[^/?]*)(?<path>[^?]*)(?<query>\\?.*)?");

  public Issuer {
    places = List.copyOf(places);
  }

  /**
   * Reads an issuer, or the URL of its metadata as it is often pasted.
   *
   * @throws EndpointException as for a token URL: https, or http to this machine
   */
  public static Issuer parse(String text) throws EndpointException {
    Endpoint.parse(text);
    Matcher url = URL.matcher(text);
    if (!url.matches()) {
      return new Issuer(text, List.of(new Place(Form.AS_GIVEN, Endpoint.parse(text))));
    }
    String origin = url.group("origin");
    String path = url.group("path");
    String query = url.group("query") == null ? "" : url.group("query");
    Matcher document = DOCUMENT.matcher(path);
    if (document.matches()) {
      String after = document.group("after") == null ? "" : document.group("after");
      return new Issuer(origin + document.group("before") + after, List.of(new Place(Form.AS_GIVEN, Endpoint.parse(text))));
    }
    return new Issuer(text, places(origin, path.replaceFirst("/+$", ""), query));
  }

  private static List<Place> places(String origin, String path, String query) throws EndpointException {
    List<Place> places = new ArrayList<>();
    places.add(new Place(Form.OIDC_APPENDED, Endpoint.parse(origin + path + OIDC + query)));
    places.add(new Place(Form.OAUTH_INSERTED, Endpoint.parse(origin + OAUTH + path + query)));
    if (!path.isEmpty()) {
      places.add(new Place(Form.OIDC_INSERTED, Endpoint.parse(origin + OIDC + path + query)));
      places.add(new Place(Form.OAUTH_APPENDED, Endpoint.parse(origin + path + OAUTH + query)));
    }
    return places;
  }

  /** How the issuer that a document states compares with this one; RFC 8414 §3.3 has them identical. */
  public IssuerMatch match(Metadata metadata) {
    return metadata.issuer().map(this::match).orElse(IssuerMatch.NOT_STATED);
  }

  private IssuerMatch match(String stated) {
    if (stated.equals(text)) {
      return IssuerMatch.SAME;
    }
    return withoutSlash(stated).equals(withoutSlash(text)) ? IssuerMatch.SLASH : IssuerMatch.DIFFERENT;
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
