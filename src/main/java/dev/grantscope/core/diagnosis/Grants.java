package dev.grantscope.core.diagnosis;

/** What an error code of RFC 6749 §5.2 says of the grant type; never taken alone. */
final class Grants {
  private Grants() {}

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
