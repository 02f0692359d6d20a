package dev.grantscope.core.discovery;

/** How something of a grant stands to what the server advertises. */
public enum Fit {
  ADVERTISED,
  /** The member is there and does not have it; servers need not advertise all that they take. */
  NOT_ADVERTISED,
  /** The member is not there, which says nothing. */
  NOT_STATED,
  /** Advertised in another case, and scopes are case-sensitive (RFC 6749 §3.3). */
  OTHER_CASE
}
