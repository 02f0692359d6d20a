package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantService;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import dev.grantscope.core.wire.WireSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that decide by a coin, or by whose turn it is: what they may make the diagnosis believe, counted over many of them. */
class CoinServerTest {
  private static final int MANY = 500;
  private static final String SECRET = "right-secret-1234";
  private static final Form FORM = Bench.form("https://auth.example/token", "client-1", SECRET, "a b");

  /** Answers in memory. */
  private interface Server {
    /** The status, and the error where it is none. */
    String answer(WireRequest request, int number);
  }

  private static boolean isReal(WireRequest request) {
    String basic =
        request.headers().stream()
            .filter(it -> it.is("Authorization"))
            .map(Header::value)
            .map(it -> new String(Base64.getDecoder().decode(it.substring("Basic ".length())), StandardCharsets.UTF_8))
            .findFirst()
            .orElse("");
    return (basic + request.body().asText()).contains(SECRET);
  }

  private static HttpWire wire(Server server) {
    int[] number = {0};
    return (request, _, _, _) -> {
      String error = server.answer(request, ++number[0]);
      String json = error.isEmpty() ? "{\"access_token\":\"t\",\"token_type\":\"Bearer\"}" : "{\"error\":\"" + error + "\"}";
      WireResponse response =
          new WireResponse(
              "HTTP/1.1",
              error.isEmpty() ? 200 : 400,
              "",
              List.of(new Header("Content-Type", "application/json")),
              Bytes.utf8(json));
      return new Exchange(
          request, Instant.EPOCH, Bytes.EMPTY, Bytes.EMPTY, Optional.of(response), Optional.empty(), List.of(), List.of(),
          Optional.empty(), Optional.empty());
    };
  }

  private static Conclusion run(Server server) {
    Diagnosis diagnosis =
        new Diagnosis(
            new GrantService(wire(server), "test"), Catalogue.builtIn(), Bench.LINT, Bench.REGIONS, Bench.TEXTS, Pause.NONE, new Random(1));
    Plan plan = diagnosis.plan(FORM, new Budget(12, Duration.ZERO)).orElseThrow();
    return diagnosis.run(plan, WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
  }

  /** The part of so many servers, each of which refuses the form's own request at first, of which anything was called proved. */
  private static double believed(IntPredicate isProof) {
    return (double) IntStream.range(0, MANY).filter(isProof).count() / MANY;
  }

  private static boolean hasProof(Conclusion conclusion) {
    assertThat(Bench.withSecret(conclusion)).isLessThanOrEqualTo(12);
    return conclusion.findings().stream().anyMatch(it -> it.strength() == Strength.PROVED);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.75})
  void aCoinForEveryRequestProvesNothing(double granted) {
    double part =
        believed(
            seed -> {
              SplittableRandom coin = new SplittableRandom(seed);
              return hasProof(run((_, number) -> number > 1 && coin.nextDouble() < granted ? "" : "invalid_client"));
            });
    assertThat(part).isZero();
  }

  /** The worst case that remains: docs/adr/0007. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.25, 0.5, 0.75})
  void aCoinForTheRealCredentialsOnly(double granted) {
    double part =
        believed(
            seed -> {
              SplittableRandom coin = new SplittableRandom(seed);
              return hasProof(
                  run((request, number) -> number > 1 && isReal(request) && coin.nextDouble() < granted ? "" : "invalid_client"));
            });
    assertThat(part).isLessThan(0.05);
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aCoinBetweenTwoRefusals(boolean all) {
    double part =
        believed(
            seed -> {
              SplittableRandom coin = new SplittableRandom(seed);
              return hasProof(
                  run((request, _) -> (all || isReal(request)) && coin.nextBoolean() ? "invalid_grant" : "invalid_client"));
            });
    assertThat(part).isLessThan(all ? 0.01 : 0.1);
  }

  @Test
  void serversThatTakeTurnsProveNothing() {
    for (int period = 2; period <= 6; period++) {
      for (int pattern = 0; pattern < 1 << period; pattern++) {
        int p = period;
        int bits = pattern;
        // One that refuses always is no server that takes turns.
        boolean turns = bits != 0;
        Conclusion conclusion =
            run((request, number) -> isReal(request) && ((bits >> (number % p)) & 1) == 1 ? "" : "invalid_client");
        assertThat(turns && hasProof(conclusion)).as(period + ": " + Integer.toBinaryString(bits)).isFalse();
      }
    }
  }
}
