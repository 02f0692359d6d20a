package dev.grantscope.core.diagnosis;

import java.time.Duration;
import java.util.List;

/**
 * What a diagnosis may do, to be shown before anything is sent.
 *
 * @param steps all that may be sent, in about the order; most diagnoses end earlier
 * @param mostWithSecret how many requests at most carry the real secret
 * @param elsewhere how many go, with nothing of the form, to other token URLs of the vendor
 */
public record Plan(Form form, Budget budget, List<Step> steps, int mostWithSecret, int elsewhere) {
  /** One kind of request. */
  public record Step(String title, boolean carriesSecret) {}

  public Plan {
    steps = List.copyOf(steps);
  }

  public Duration pause() {
    return budget.pause();
  }

  /** How many of the steps carry no real secret. */
  public int withoutSecret() {
    return (int) steps.stream().filter(it -> !it.carriesSecret()).count();
  }
}
