package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.RefusingPort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a diagnosis promises: its plan, its budget, its pauses and its end. */
class DiagnosisTest {
  private static final String SECRET = "some-secret-1234";

  private static ScriptedServer refusing() throws IOException {
    return new ScriptedServer(
        it -> it.body().contains("grantscope_made_up_grant") && it.basic().isEmpty() ? Answer.refused("unsupported_grant_type") : Answer.refused("invalid_scope"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 8, 12})
  void noMoreRequestsCarryTheSecretThanWereAgreed(int most) throws IOException {
    try (ScriptedServer server = refusing()) {
      Form form = Bench.form(server.url(), "client-1", SECRET, "a b c d e f g h i j k l m n");
      Conclusion conclusion = Bench.run(form, Catalogue.builtIn(), most);

      assertThat(server.with(SECRET)).isEqualTo(Bench.withSecret(conclusion)).isBetween(1L, (long) most);
      assertThat(server.received()).hasSize(conclusion.observations().size());
    }
  }

  @Test
  void aWrongSecretForTheRealClientIsTriedAtMostOnce() throws IOException {
    try (ScriptedServer server = refusing()) {
      Bench.run(Bench.form(server.url(), "client-1", SECRET, "a b"));

      assertThat(server.received()).filteredOn(it -> it.basic().startsWith("client-1:") && !it.has(SECRET)).hasSizeLessThanOrEqualTo(1);
    }
  }

  @Test
  void thePlanSaysWhatMayBeSentAndSendsNothing() throws IOException {
    try (ScriptedServer server = refusing()) {
      Plan plan = Bench.plan(Bench.diagnosis(Catalogue.builtIn(), Pause.NONE), Bench.form(server.url(), "client-1", SECRET, "a b"), 12);

      assertThat(plan.mostWithSecret()).isEqualTo(12);
      assertThat(plan.steps()).extracting(Plan.Step::title).contains("As it stands in the form", "Only the scope a", "A made-up client");
      assertThat(plan.steps()).anyMatch(it -> !it.carriesSecret());
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aPauseStandsBetweenAnyTwoRequests() throws IOException {
    List<Duration> pauses = new ArrayList<>();
    try (ScriptedServer server = refusing()) {
      Diagnosis diagnosis = Bench.diagnosis(Catalogue.builtIn(), (time, _) -> pauses.add(time));
      Plan plan = diagnosis.plan(Bench.form(server.url(), "client-1", SECRET, ""), Budget.STANDARD).orElseThrow();
      diagnosis.run(plan, WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);

      assertThat(pauses).hasSize(server.received().size() - 1).containsOnly(Duration.ofSeconds(1));
    }
  }

  @Test
  void cancelBetweenTwoSendsNoMore() throws IOException {
    try (ScriptedServer server = refusing()) {
      Diagnosis diagnosis = Bench.diagnosis(Catalogue.builtIn(), (_, cancellation) -> cancellation.cancel());
      Conclusion conclusion = run(diagnosis, server, new Cancellation());

      assertThat(server.received()).hasSize(1);
      assertThat(conclusion.cancelled()).isTrue();
      assertThat(conclusion.observations()).hasSize(1);
    }
  }

  @Test
  void cancelWithinOneEndsIt() throws IOException {
    Cancellation cancellation = new Cancellation();
    try (ScriptedServer server =
        new ScriptedServer(
            it -> {
              if (it.number() == 3) {
                cancellation.cancel();
              }
              return Answer.refused("invalid_client");
            })) {
      Conclusion conclusion = run(Bench.diagnosis(Catalogue.builtIn(), Pause.NONE), server, cancellation);

      assertThat(server.received()).hasSize(3);
      assertThat(conclusion.cancelled()).isTrue();
      assertThat(conclusion.observations()).hasSize(3);
      assertThat(conclusion.observations().getLast().shows()).isEqualTo("Cancelled.");
    }
  }

  @Test
  void theTimedPauseEndsWhenItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();

    // Would hold the test for a day.
    Pause.timed().rest(Duration.ofDays(1), cancellation);

    assertThat(cancellation.isCancelled()).isTrue();
  }

  @Test
  void nothingShownHoldsTheSecret() throws IOException {
    try (ScriptedServer server = new ScriptedServer(it -> new Answer(401, "invalid_client", "no " + SECRET))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(conclusion.findings().toString() + conclusion.title() + conclusion.detail()).doesNotContain(SECRET);
      assertThat(conclusion.observations()).allSatisfy(it -> assertThat(it.answer() + it.shows()).doesNotContain(SECRET));
    }
  }

  @Test
  void nobodyListeningIsSeenTwice() {
    try (RefusingPort nobody = new RefusingPort()) {
      String url = "http://127.0.0.1:" + nobody.port() + "/token";
      assertThat(Bench.first(Bench.run(Bench.form(url, "client-1", SECRET, "")))).isEqualTo("connection-refused proved");
    }
  }

  @Test
  void aNameWithoutAddressIsSeenTwice() {
    assertThat(Bench.first(Bench.run(Bench.form("https://nobody.invalid/token", "client-1", SECRET, "")))).isEqualTo("dns proved");
  }

  private static Conclusion run(Diagnosis diagnosis, ScriptedServer server, Cancellation cancellation) {
    Plan plan = Bench.plan(diagnosis, Bench.form(server.url(), "client-1", SECRET, ""), 12);
    return diagnosis.run(plan, WireSettings.STANDARD, cancellation, DiagnosisListener.NONE);
  }
}
