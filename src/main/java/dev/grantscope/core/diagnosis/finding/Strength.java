package dev.grantscope.core.diagnosis.finding;

import java.util.Locale;

/** How well a cause is known, best first. */
public enum Strength {
  /** An experiment that changed one thing shows it. */
  PROVED,
  /** The server's own words say it, or our own socket saw it once. */
  SERVER_SAYS,
  LIKELY,
  UNKNOWN;

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
