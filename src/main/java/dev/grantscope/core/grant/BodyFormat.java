package dev.grantscope.core.grant;

import java.util.Arrays;
import java.util.Optional;

/** How the parameters are written in the body. */
public enum BodyFormat {
  /** application/x-www-form-urlencoded, the RFC's (RFC 6749 App. B). */
  FORM("form"),
  /** A JSON object, as the legacy CXone server takes it. */
  JSON("json");

  private final String wireName;

  BodyFormat(String wireName) {
    this.wireName = wireName;
  }

  /** Its name on the command line and in our files. */
  public String wireName() {
    return wireName;
  }

  /** The one of this name; empty where there is none. */
  public static Optional<BodyFormat> named(String wireName) {
    return Arrays.stream(values()).filter(it -> it.wireName.equals(wireName)).findFirst();
  }
}
