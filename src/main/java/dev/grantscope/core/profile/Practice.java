package dev.grantscope.core.profile;

import dev.grantscope.core.secret.Secret;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Port: the practice tenant, a small server on loopback that behaves like a tenant and like its failures. */
public interface Practice {
  /** The provider id of its profiles. */
  String PROVIDER = "practice";

  /** What can be practised, in the order in which it is offered. Starts nothing. */
  List<Scenario> scenarios();

  /**
   * Starts it if it is not running and says where.
   *
   * @return the base URL, such as {@code http://127.0.0.1:8463}, without a slash at the end
   * @throws IOException when no port could be had
   */
  String start() throws IOException;

  /**
   * A form of the practice tenant with the base at which it really listens.
   *
   * <p>Only where its URL is still one of that scenario: what the admin points elsewhere on this machine stays as it is.
   */
  static ProfileDraft at(String base, ProfileDraft draft) {
    boolean own = draft.tokenUrl().matches("http://127\\.0\\.0\\.1(:[0-9]+)?/" + Pattern.quote(draft.region()) + "/.*");
    return own ? draft.withTokenUrl(at(base, draft.tokenUrl())) : draft;
  }

  /** A token URL of the practice tenant with the base at which it really listens; any other URL as it is. */
  static String at(String base, String tokenUrl) {
    return tokenUrl.replaceFirst("^http://127\\.0\\.0\\.1(:[0-9]+)?(?=/|$)", Matcher.quoteReplacement(base));
  }

  /**
   * One thing to practise.
   *
   * @param id lower case with hyphens; the region of its profile and a part of its path
   * @param profile ready to run, at the port where the tenant usually listens; see {@link #at}
   * @param secret the client secret the profile runs with; public, since it guards nothing
   * @param lesson one sentence: what this teaches
   * @param regions where else this vendor of practice issues tokens
   */
  record Scenario(String id, Profile profile, Secret secret, String lesson, List<Region> regions) {
    public Scenario {
      regions = List.copyOf(regions);
    }
  }

  /** Another region of a scenario, at the port where the tenant usually listens. */
  record Region(String name, String tokenUrl) {}
}
