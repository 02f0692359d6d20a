package dev.grantscope.adapter.practice;

/** A token request is refused, for this reason; what is answered depends on the tenant. */
final class RefusedException extends Exception {
  private final PracticeData.Reason reason;

  RefusedException(PracticeData.Reason reason) {
    super(reason.name());
    this.reason = reason;
  }

  PracticeData.Reason reason() {
    return reason;
  }
}
