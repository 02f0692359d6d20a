package dev.grantscope.core.diagnosis;

import java.util.regex.Pattern;

/** What an error code of RFC 6749 §5.2 says of the grant type; never taken alone. */
final class Grants {
  private static final Pattern GRANT = Pattern.compile("grant|flow|service account", Pattern.CASE_INSENSITIVE);
  private static final Pattern OTHER =
      Pattern.compile(
          "resource|audience|scope|enterprise|\\badmin|approv|address|network|polic|tenant|licen[cs]e|disabled|inactive|suspended|user",
          Pattern.CASE_INSENSITIVE);

  private Grants() {}

  /** Whether its words are about something else than its code is, such as those of ADFS about the resource. */
  static boolean isUsedLoosely(Observation observation) {
    String description = Said.description(observation.run());
    return OTHER.matcher(description).find() && !GRANT.matcher(description).find();
  }

  static boolean isUnsupported(Observation observation) {
    return observation.signature().error().equals("unsupported_grant_type");
  }

  static boolean isUnauthorized(Observation observation) {
    return observation.signature().error().equals("unauthorized_client");
  }

  static boolean isAboutGrant(Observation observation) {
    return isUnsupported(observation) || isUnauthorized(observation);
  }
}
