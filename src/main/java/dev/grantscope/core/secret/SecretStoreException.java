package dev.grantscope.core.secret;

/** A secret could not be loaded, kept or forgotten. Its message never holds the secret or a library's own text. */
public final class SecretStoreException extends Exception {
  /** What stood in the way. */
  public enum Reason {
    /** There is no keyring on this machine, or it does not answer to us. */
    UNAVAILABLE,
    /** It is locked and was not unlocked within the time limit, or its prompt was dismissed. */
    LOCKED_OR_TIMED_OUT,
    /** The secret is longer than the store can keep. */
    TOO_LARGE,
    /** The store took the secret without complaint and does not have it: it was not kept. */
    NOT_KEPT,
    /** Anything else. */
    FAILED
  }

  private final Reason reason;

  /** The detail is for the log, written by us; it must not hold a secret. */
  public SecretStoreException(Reason reason, String detail) {
    super(detail);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
