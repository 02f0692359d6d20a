package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.adapter.practice.PracticeTenant;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every practice scenario: the first finding, with the whole catalogue and without any vendor in it. */
class PracticeDiagnosisTest {
  private static final PracticeTenant TENANT = new PracticeTenant(0);
  private static final String TABLE =
      """
      granted-as-asked         | -                             | 1
      permission-not-saved     | scope-narrowed server-says    | 1
      scope-not-stated         | -                             | 1
      jwt-scope                | -                             | 1
      thread-a-403             | scope-required likely         | 7
      thread-b-400             | client-or-secret-wrong proved | 6
      secret-trailing-newline  | secret-whitespace proved      | 7
      wants-basic              | auth-method proved            | 7
      wants-encoded-basic      | basic-encoding proved         | 7
      wants-raw-basic          | basic-encoding proved         | 7
      json-refused             | body-format proved            | 7
      access-key-as-client     | access-key-as-client likely   | 6
      wrong-region             | client-or-secret-wrong proved | 5
      html-login               | endpoint-not-oauth proved     | 1
      redirect                 | redirect proved               | 1
      rate-limited             | rate-limited server-says      | 1
      expired-secret           | secret-expired server-says    | 2
      server-error             | server-error server-says      | 1
      scope-refused            | scope-unknown proved          | 11
      wrong-secret             | secret-wrong proved           | 4
      unknown-client           | client-unknown server-says    | 2
      wrong-secret-or-client   | client-or-secret-wrong proved | 5
      unknown-client-or-secret | client-or-secret-wrong proved | 5
      wants-body               | auth-method proved            | 7
      secret-encoded           | secret-already-encoded proved | 7
      wants-json               | body-format proved            | 9
      grant-not-allowed        | grant-not-allowed proved      | 6
      grant-unsupported        | grant-unsupported proved      | 7
      scope-required           | scope-required proved         | 7
      scope-commas             | scope-separator proved        | 7
      audience-required        | audience-required server-says | 4
      refused-later            | refused-after-authentication proved | 7
      one-answer-for-all       | scope-required likely         | 6
      client-disabled          | client-disabled server-says   | 2
      wrong-path               | endpoint-path proved          | 1
      audience-named           | audience-required proved      | 7
      resource-not-audience    | audience-required proved      | 8
      audience-wrong           | audience-wrong proved         | 7
      scope-case               | scope-unknown proved          | 7
      default-scope            | audience-required proved      | 7
      not-for-post             | method proved                 | 1
      """;

  @BeforeAll
  static void start() throws IOException {
    TENANT.start();
  }

  @AfterAll
  static void stop() {
    TENANT.close();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void namesTheCauseFirst(String id, String first, int mostWithSecret) throws IOException {
    Conclusion conclusion = Bench.run(form(id));

    assertThat(Bench.first(conclusion)).as(conclusion.findings().toString()).isEqualTo(first);
    assertThat(Bench.withSecret(conclusion)).isLessThanOrEqualTo(mostWithSecret);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void withoutAnyVendorInTheCatalogueItProvesAsMuch(String id, String first, int mostWithSecret) throws IOException {
    Conclusion conclusion = Bench.run(form(id), Bench.withoutVendors(), 12);

    assertThat(Bench.first(conclusion)).as(conclusion.findings().toString()).isEqualTo(first);
    assertThat(Bench.withSecret(conclusion)).isLessThanOrEqualTo(mostWithSecret);
  }

  /** What is proved there is proved by experiments, not by any signature. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = TABLE)
  void withAnEmptyCatalogueNothingElseIsProved(String id, String first) throws IOException {
    Conclusion conclusion = Bench.run(form(id), new Catalogue(List.of()), 12);

    if (first.endsWith(" proved")) {
      assertThat(Bench.first(conclusion)).isEqualTo(first);
    } else {
      assertThat(conclusion.findings().stream().filter(it -> it.strength() == Strength.PROVED).map(Finding::cause))
          .allMatch(Cause::isBroad);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void theRightRegionIsProvedAfterAYesOfItsOwn(boolean withVendors) throws IOException {
    Catalogue catalogue = withVendors ? Catalogue.builtIn() : new Catalogue(List.of());
    Diagnosis diagnosis = Bench.diagnosis(catalogue, Pause.NONE);
    Form form = form("wrong-region");
    Conclusion first =
        diagnosis.run(Bench.plan(diagnosis, form, 12), WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
    assertThat(first.offer().orElseThrow().regions()).extracting(OtherRegion::label).contains("eu1 (practice)").hasSize(3);
    assertThat(first.findings()).anyMatch(it -> it.cause() == Cause.REGION_WRONG && it.strength() == Strength.UNKNOWN);

    Conclusion second =
        diagnosis.tryRegions(first.offer().get(), WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);

    assertThat(Bench.first(second)).isEqualTo("region-wrong proved");
    assertThat(Bench.withSecret(second)).isLessThanOrEqualTo(12);
    assertThat(second.offer()).isEmpty();
    Form fixed = second.findings().getFirst().fix().orElseThrow().apply(form);
    assertThat(fixed.draft().tokenUrl()).endsWith("/wrong-region/eu1/oauth/token");
    assertThat(Bench.first(Bench.run(fixed))).isEqualTo("-");
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong-path", "html-login", "redirect", "not-for-post"})
  void whatTheServerPublishesNamesTheRightTokenUrl(String id) throws IOException {
    Form form = form(id);
    Conclusion conclusion = Bench.run(form);

    Form fixed = conclusion.findings().getFirst().fix().orElseThrow().apply(form);
    assertThat(fixed.draft().tokenUrl()).endsWith("/" + id + "/api/oauth/token");
    assertThat(Bench.first(Bench.run(fixed))).isEqualTo("-");
  }

  @Test
  void whatItPublishesIsAskedForWithNothingOfTheForm() throws IOException {
    Conclusion conclusion = Bench.run(form("scope-case"));

    assertThat(conclusion.observations().stream().filter(it -> it.experiment().probe() == Probe.METADATA))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.experiment().carriesSecret()).isFalse())
        .allSatisfy(
            it ->
                assertThat(it.run().exchange().sent().asText())
                    .startsWith("GET /scope-case/.well-known/")
                    .doesNotContain("Authorization", "queue-stats-service", "practice-scope-case"));
  }

  @Test
  void everyScenarioButTheSlowOneIsInTheTable() {
    Stream<String> inTable = TABLE.lines().map(it -> it.replaceFirst("\\|.*", "").strip());
    assertThat(TENANT.scenarios().stream().map(Practice.Scenario::id).filter(it -> !it.equals("slow")))
        .containsExactlyInAnyOrderElementsOf(inTable.toList());
  }

  private static Form form(String id) throws IOException {
    Practice.Scenario scenario =
        TENANT.scenarios().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
    ProfileDraft draft = scenario.profile().draft();
    return new Form(draft.withTokenUrl(Practice.at(TENANT.start(), draft.tokenUrl())), new Secrets(scenario.secret(), Secret.NONE));
  }
}
