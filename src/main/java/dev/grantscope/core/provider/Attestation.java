package dev.grantscope.core.provider;

/** How well it is attested that tokens are issued there. */
public enum Attestation {
  /** The vendor's own documentation says so. */
  DOCUMENTED,
  /** Seen in public code. */
  SEEN,
  /** Reported by users, not documented by the vendor. */
  REPORTED,
  /** Nothing is known: the admin typed it. Not the same as wrong. */
  UNKNOWN,
  /** The admin's own provider file says so, and nothing more. */
  OWN,
  /** The practice tenant on this machine. */
  PRACTICE
}
