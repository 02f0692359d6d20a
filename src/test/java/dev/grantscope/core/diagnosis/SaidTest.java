package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A server that says megabytes. */
class SaidTest {
  private static final String SECRET = "right-secret-1234";
  private static final String ENDLESS = "attempts missing client account ".repeat(100_000);

  /** Patterns over it took longer than an hour, in which nothing could be cancelled. */
  @Test
  void aRefusalOfMegabytesDoesNotHoldTheDiagnosisUp() {
    Conclusion conclusion =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> {
              try (ScriptedServer server = new ScriptedServer(_ -> new Answer(401, "invalid_client", ENDLESS))) {
                return Bench.run(Bench.form(server.url(), "client-1", SECRET, "a b"));
              }
            });

    assertThat(conclusion.observations()).isNotEmpty();
  }

  @Test
  void answersThatDifferOnlyFarBehindAreStillTwo() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(it -> new Answer(401, "invalid_client", "x ".repeat(Said.LOOKED_AT) + (it.has(SECRET) ? "a" : "b")))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(conclusion.findings())
          .noneMatch(it -> it.strength() == Strength.PROVED && it.cause() == Cause.CLIENT_OR_SECRET_WRONG);
    }
  }
}
