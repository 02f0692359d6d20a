package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.ScriptedServer.Received;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.profile.Secrets;
import dev.grantscope.core.secret.Secret;
import java.io.IOException;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Servers that refuse a client whose secret is good for a reason of their own, some of them before they look at the secret. */
class OtherReasonsTest {
  private static final String ID = "client-1";
  private static final String SECRET = "right-value-1234";

  private static Conclusion run(Form form, Function<Received, Answer> server) throws IOException {
    try (ScriptedServer scripted = new ScriptedServer(server)) {
      return Bench.run(form.with(it -> it.withTokenUrl(scripted.url())));
    }
  }

  private static Form form() {
    return Bench.form("", ID, SECRET, "");
  }

  /** Known clients are turned away whatever their secret is. */
  private static Function<Received, Answer> refusingKnownClients(Answer refusal) {
    return it -> !it.has(ID) ? Answer.refused(it.basic().isEmpty() ? "invalid_request" : "invalid_client") : refusal;
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_grant, ip restricted, network-not-allowed server-says",
    "403, access_denied, Requests from this IP address are not permitted, network-not-allowed server-says",
    "403, access_denied, Tenant subscription has ended, unknown unknown",
    "403, access_denied, '', secret-wrong likely",
  })
  void aPolicyThatIsLookedAtBeforeTheSecretProvesNoWrongOne(int status, String error, String description, String first) throws IOException {
    Conclusion conclusion = run(form(), refusingKnownClients(new Answer(status, error, description)));

    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    assertThat(Bench.first(conclusion)).isEqualTo(first);
  }

  @Test
  void anAnswerWithoutAWordOfOAuthProvesNoWrongSecret() throws IOException {
    Conclusion conclusion = run(form(), refusingKnownClients(Answer.of(400, " ")));

    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
  }

  @Test
  void whereNoCauseIsFoundTheServersOwnWordsAreRepeated() throws IOException {
    Conclusion conclusion = run(form(), refusingKnownClients(new Answer(403, "access_denied", "Tenant subscription has ended, " + SECRET)));

    assertThat(conclusion.detail()).contains("Tenant subscription has ended").doesNotContain(SECRET);
  }

  @Test
  void aNetworkThatIsNotAllowedIsNamedAlsoAfterTheSecret() throws IOException {
    Conclusion conclusion =
        run(form(), it -> it.has(SECRET) ? new Answer(400, "invalid_grant", "ip restricted") : Answer.refused("invalid_client"));

    assertThat(Bench.first(conclusion)).isEqualTo("network-not-allowed server-says");
    assertThat(conclusion.detail()).contains("“ip restricted”");
    assertThat(conclusion.findings()).extracting(Finding::cause).contains(Cause.REFUSED_AFTER_AUTHENTICATION);
  }

  private static Form withUser() {
    Form form = Bench.form("", ID, SECRET, "");
    return new Form(
        form.draft().withGrantType(GrantType.PASSWORD).withUsername("ACCESSKEYID===="), new Secrets(Secret.of(SECRET), Secret.of("wrong-key-1234")));
  }

  @Test
  void aWrongAccessKeyIsNotCalledGoodCredentials() throws IOException {
    Conclusion conclusion =
        run(withUser(), it -> it.has(SECRET) && it.has(ID) ? new Answer(401, "invalid_grant", "") : Answer.refused("invalid_client"));

    assertThat(Bench.first(conclusion)).isEqualTo("password-wrong server-says");
    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    assertThat(conclusion.findings()).extracting(Finding::sentence).noneMatch(it -> it.startsWith("The credentials are good"));
    assertThat(conclusion.ruledOut()).doesNotContain("The credentials were recognised.");
    assertThat(Bench.withSecret(conclusion)).as("requests with the user's password").isLessThanOrEqualTo(4);
  }

  @Test
  void aRefusalAfterTheClientsSecretDoesNotClearTheUser() throws IOException {
    Conclusion conclusion =
        run(withUser(), it -> it.has(SECRET) && it.has(ID) ? new Answer(400, "login_refused", "") : Answer.refused("invalid_client"));

    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    assertThat(conclusion.findings()).extracting(Finding::sentence).noneMatch(it -> it.startsWith("The credentials are good"));
  }

  @Test
  void aUserWhoIsLookedAtFirstIsNotTakenForTheClient() throws IOException {
    Conclusion conclusion = run(withUser(), it -> it.body().contains("username") ? new Answer(400, "invalid_grant", "") : Answer.refused("invalid_request"));

    assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    assertThat(Bench.first(conclusion)).isEqualTo("password-wrong likely");
  }

  @Test
  void anOutageThatOthersDoNotGetIsNotSaidToBeEverybodys() throws IOException {
    Conclusion conclusion = run(form(), it -> it.has(SECRET) ? new Answer(500, "server_error", "") : Answer.refused("invalid_client"));

    assertThat(conclusion.findings())
        .filteredOn(it -> it.cause() == Cause.SERVER_ERROR)
        .isNotEmpty()
        .allSatisfy(it -> assertThat(it.evidence()).contains("500").doesNotContain("made-up"));
  }
}
