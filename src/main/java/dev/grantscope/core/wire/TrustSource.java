package dev.grantscope.core.wire;

import java.util.Locale;

/** Where an authority is trusted from. */
public enum TrustSource {
  /** Java's own list. */
  JAVA,
  /** The operating system's, which knows a company's own authorities. */
  SYSTEM,
  /** The file that the admin named. */
  EXTRA;

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
