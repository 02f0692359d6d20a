package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.ScriptedServer.Received;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import java.io.IOException;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server that does not answer alike each time leads to no proof of anything. */
class UnsteadyServerTest {
  private static final String SECRET = "right-secret-1234";

  /** Lets a client in with Basic or in the body. */
  private static Answer sound(Received request) {
    return request.has(SECRET) && request.has("client-1") ? Answer.GRANTED : Answer.refused("invalid_client");
  }

  private static Function<Received, Answer> withOutages(Function<Received, Answer> server, long seed, double part) {
    Random random = new Random(seed);
    return request -> random.nextDouble() < part ? new Answer(500, "server_error", "") : server.apply(request);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.5, 0.8})
  void outagesAtRandomProveNothingFalse(double part) throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      try (ScriptedServer server = new ScriptedServer(withOutages(UnsteadyServerTest::sound, seed, part))) {
        Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, "a b"));

        assertThat(conclusion.findings()).as("seed " + seed).noneMatch(it -> it.strength() == Strength.PROVED);
        assertThat(server.with(SECRET)).isLessThanOrEqualTo(12);
      }
    }
  }

  @Test
  void outagesAtRandomDoNotMakeAnotherCauseOfAWrongSecret() throws IOException {
    for (long seed = 0; seed < 60; seed++) {
      try (ScriptedServer server = new ScriptedServer(withOutages(UnsteadyServerTest::sound, seed, 0.3))) {
        Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", "wrong-secret-1234", "a b"));

        assertThat(conclusion.findings())
            .as("seed " + seed)
            .filteredOn(it -> it.strength() == Strength.PROVED)
            .allMatch(it -> it.cause() == Cause.CLIENT_OR_SECRET_WRONG);
      }
    }
  }

  @Test
  void anAnswerThatChangesIsNoCause() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> it.number() % 2 == 1 ? Answer.refused("invalid_client") : Answer.refused("invalid_grant"))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
      assertThat(Bench.first(conclusion)).endsWith(" unknown");
    }
  }

  @Test
  void aGrantThatComesAndGoesIsNoProof() throws IOException {
    // Refused, refused, granted, granted, in turn: a change seems to help, and then does not.
    try (ScriptedServer server =
        new ScriptedServer(it -> it.number() < 6 || it.number() > 6 ? Answer.refused("invalid_client") : Answer.GRANTED)) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED && it.cause() == Cause.AUTH_METHOD);
      assertThat(conclusion.observations()).anyMatch(Observation::granted);
    }
  }

  @Test
  void tooManyRequestsEndsIt() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> it.number() > 3 ? Answer.TOO_MANY : Answer.refused("invalid_client"))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, "a b"));

      assertThat(Bench.first(conclusion)).isEqualTo("rate-limited server-says");
      assertThat(server.received()).hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"error\":\"account_locked\"}",
        "{\"error\":\"invalid_client\",\"error_description\":\"Account client-1 has been locked\"}",
        "{\"error\":\"invalid_client\",\"error_description\":\"Maximum number of failed attempts exceeded\"}",
        "{\"error\":\"invalid_client\",\"error_description\":\"You have exceeded the number of allowed attempts\"}",
        "{\"error\":\"invalid_grant\",\"error_description\":\"Too many invalid logins\"}",
        "{\"error\":\"access_denied\",\"error_description\":\"User temporarily disabled\"}",
        "{\"error\":\"access_denied\",\"error_description\":\"Try again in 30 minutes\"}",
        "{\"error\":\"access_denied\",\"error_description\":\"Quota exceeded\"}",
        "{\"message\":\"Your account is locked out\"}",
        "{\"message\":\"API rate limit exceeded\"}"
      })
  void wordsOfALimitEndIt(String json) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> it.number() > 1 ? Answer.of(400, json) : Answer.refused("invalid_client"))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(server.received()).hasSize(2);
      assertThat(Bench.first(conclusion)).isEqualTo("rate-limited server-says");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"The grant type is blocked for this scope", "Something went wrong, please try again later", "Unlocked clients only"})
  void otherWordsDoNot(String description) throws IOException {
    try (ScriptedServer server = new ScriptedServer(_ -> new Answer(400, "invalid_grant", description))) {
      Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(server.received()).hasSizeGreaterThan(2);
    }
  }

  @Test
  void wordsOfALockEndIt() throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> new Answer(401, "invalid_client", it.number() > 1 ? "The client is temporarily locked" : ""))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(server.received()).hasSize(2);
      assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    }
  }
}
