package dev.grantscope.core.discovery;

import java.util.Locale;

/** How the issuer in a metadata document compares with the one that was asked for (RFC 8414 §3.3, OpenID Connect Discovery §4.3). */
public enum IssuerMatch {
  SAME,
  /** The same but for a slash at the end: to the letter another one, in practice a slip. */
  SLASH,
  DIFFERENT,
  /** The document names none, although both specifications require it. */
  NOT_STATED;

  /** Its name in the JSON of the command line. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
