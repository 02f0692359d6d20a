package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.interchange.DiagnosisJson;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** For which API a token is: what is tried, where it comes from, and that nothing is made up. */
class AudienceTest {
  private static final String SECRET = "right-secret-1234";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          invalid_request | The parameter audience is required, such as 'https://api.example/'.   | audience | https://api.example/
          invalid_request | audience must be one of: urn:example:one, urn:example:two and more    | audience | urn:example:one,urn:example:two
          invalid_target  | unknown                                                               | resource | -
          invalid_request | Missing "resource"; expected `queue-api`                              | resource | queue-api
          access_denied   | No audience parameter was provided, and no default audience has been configured | audience | -
          """)
  void theServersWordsNameTheParameterAndTheValue(String code, String description, String parameter, String values) {
    AudienceWords words = new AudienceWords(code, description);

    assertThat(words.isAbout()).isTrue();
    assertThat(words.parameter()).isEqualTo(parameter);
    assertThat(words.values()).isEqualTo(values.equals("-") ? List.of() : List.of(values.split(",")));
  }

  @ParameterizedTest
  @CsvSource({"invalid_client, Client authentication failed", "invalid_scope, 'see https://docs.example/scopes'", "invalid_grant, ''"})
  void otherWordsLeadNowhere(String code, String description) {
    assertThat(new AudienceWords(code, description).isAbout()).isFalse();
    assertThat(new AudienceWords(code, description).values()).isEmpty();
  }

  private static List<String> suggested(Form form, String code, String description) {
    Experiments experiments = new Experiments(form, List.of(), new Words(Bench.TEXTS), new MadeUp(new java.util.Random(1)));
    return experiments.audiences().suggested(new AudienceWords(code, description)).stream().map(Experiment::subject).toList();
  }

  @Test
  void auth0DocumentsOneForEveryTenant() {
    Form form = Bench.form("https://acme.eu.auth0.com/oauth/token", "client-1", SECRET, "");

    assertThat(suggested(form, "access_denied", "No audience parameter was provided"))
        .containsExactly("audience=https://acme.eu.auth0.com/api/v2/");
    assertThat(suggested(form, "access_denied", "Unauthorized")).isEmpty();
    assertThat(suggested(Bench.form("https://auth0.com.example/oauth/token", "client-1", SECRET, ""), "access_denied", "No audience"))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://graph.microsoft.com/User.Read, scope=https://graph.microsoft.com/.default",
    "https://graph.microsoft.com, scope=https://graph.microsoft.com/.default",
    "api://0d6b/read api://0d6b/write, scope=api://0d6b/.default",
    "https://graph.microsoft.com/.default, ",
    "User.Read, "
  })
  void entraWantsTheResourceThatTheScopeSpeaksOf(String scope, String expected) {
    Form form = Bench.form("https://login.microsoftonline.com/acme/oauth2/v2.0/token", "client-1", SECRET, scope);

    assertThat(suggested(form, "invalid_scope", "AADSTS1002012"))
        .isEqualTo(expected == null ? List.of() : List.of(expected));
  }

  private static Conclusion against(Form form, Predicate<String> grantedWith, Answer otherwise) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> !it.has(SECRET) ? Answer.refused("invalid_client") : grantedWith.test(it.body()) ? Answer.GRANTED : otherwise)) {
      return Bench.run(form.with(it -> it.withTokenUrl(server.url())), new Catalogue(List.of()), 12);
    }
  }

  private static Form form() {
    return Bench.form("http://127.0.0.1/token", "client-1", SECRET, "");
  }

  @Test
  void whatTheServerNamesIsProvedAndCanBeApplied() throws IOException {
    Conclusion conclusion =
        against(form(), it -> it.contains("audience=queue-api"), new Answer(403, "access_denied", "Audience 'queue-api' expected"));

    assertThat(Bench.first(conclusion)).isEqualTo("audience-required proved");
    assertThat(conclusion.findings().getFirst().fix().orElseThrow().apply(form()).draft().parameters())
        .containsExactly(new Entry("audience", "queue-api"));
  }

  @Test
  void aSecretThatTheServerQuotesIsNoValue() throws IOException {
    Answer quoting = new Answer(403, "access_denied", "Audience '" + SECRET + "' or 'https://" + SECRET + ".example/' for 'queue-api'");

    Conclusion conclusion = against(form(), it -> it.contains("audience=queue-api"), quoting);

    assertThat(Bench.first(conclusion)).isEqualTo("audience-required proved");
    assertThat(conclusion.observations()).noneMatch(it -> it.experiment().title().contains(SECRET));
    assertThat(DiagnosisJson.of(conclusion, false).toString()).contains("queue-api").doesNotContain(SECRET);
  }

  @Test
  void anAudienceThatIsRefusedWithoutAWordAboutItIsFoundByLeavingItOut() throws IOException {
    Form form = form().with(it -> it.withParameters(List.of(new Entry("audience", "wrong"), new Entry("tenant", "t"))));

    Conclusion conclusion = against(form, it -> !it.contains("audience"), new Answer(403, "access_denied", "Policy"));

    assertThat(Bench.first(conclusion)).isEqualTo("audience-wrong proved");
    assertThat(conclusion.findings().getFirst().fix().orElseThrow().apply(form).draft().parameters())
        .containsExactly(new Entry("tenant", "t"));
  }

  /** Under another name it is not read at all: no more than leaving it out, and no proof that the other name is wanted. */
  @Test
  void anotherNameIsNotTakenForTheCureWhereLeavingItOutIs() throws IOException {
    Form form = form().with(it -> it.withParameters(List.of(new Entry("audience", "wrong"))));

    Conclusion conclusion = against(form, it -> !it.contains("audience"), new Answer(400, "invalid_target", ""));

    assertThat(Bench.first(conclusion)).isEqualTo("audience-wrong proved");
  }

  @Test
  void whereNothingNamesAValueNoneIsTried() throws IOException {
    Conclusion conclusion = against(form(), _ -> false, new Answer(400, "invalid_request", "audience is required"));

    assertThat(conclusion.observations()).noneMatch(it -> it.experiment().probe() == Probe.AUDIENCE);
    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED && it.cause() == Cause.AUDIENCE_REQUIRED);
  }
}
