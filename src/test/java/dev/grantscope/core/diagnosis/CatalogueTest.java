package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.ScriptedServer.Received;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The catalogue as data, and servers that answer as their vendors do. */
class CatalogueTest {
  private static final String SECRET = "right-secret-1234";

  @Test
  void everyEntryHasASourceAndWords() {
    assertThat(Catalogue.builtIn().signatures()).hasSizeGreaterThan(50).allSatisfy(it -> assertThat(it.source()).isNotBlank());
    assertThat(Catalogue.builtIn().signatures())
        .filteredOn(it -> !it.advice().isEmpty())
        .allSatisfy(it -> assertThat(Bench.TEXTS.get("signature.advice." + it.advice())).isNotBlank());
  }

  @Test
  void anErrorCodeAloneIsNoSignature() {
    assertThatThrownBy(
            () ->
                new KnownSignature(
                    "", List.of(), List.of("invalid_grant"), Map.of(), Cause.SECRET_WRONG, Strength.LIKELY, "nobody", ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          401 | invalid_client      | AADSTS7000215: Invalid client secret provided.                                  | secret-wrong
          401 | invalid_client      | AADSTS7000222: The provided client secret keys are expired.                     | secret-expired
          400 | invalid_scope       | The authorization server resource does not have any configured default scopes, 'scope' must be provided. | scope-required
          403 | access_denied       | Service not enabled within domain: https://api.example.org                      | audience-required
          400 | invalid_grant       | no client credentials user enabled                                              | grant-not-allowed
          400 | invalid_grant       | request not supported on this domain                                            | endpoint-path
          400 | invalid_client      | client not found                                                                | client-unknown
          """)
  void whatAServerSaysItself(int status, String error, String description, String cause) throws IOException {
    try (ScriptedServer server =
        new ScriptedServer(it -> it.has(SECRET) ? new Answer(status, error, description) : new Answer(401, "invalid_client", "other"))) {
      Conclusion conclusion = Bench.run(Bench.form(server.url(), "client-1", SECRET, ""));

      assertThat(Bench.first(conclusion)).as(conclusion.findings().toString()).isEqualTo(cause + " server-says");
    }
  }

  /** As measured on the real one: the code tells a wrong secret from an unknown client, and both texts are the same. */
  private static Answer keycloak(Received request, String grantError) {
    String text = "Invalid client or Invalid client credentials";
    if (request.body().contains("grantscope_made_up_grant")) {
      return new Answer(400, "unsupported_grant_type", "Unsupported grant_type");
    }
    boolean known = request.basic().startsWith("client-1:") || request.body().contains("client_id=client-1");
    if (!known || !request.has(SECRET)) {
      return new Answer(401, known ? "unauthorized_client" : "invalid_client", text);
    }
    return grantError.isEmpty() ? Answer.GRANTED : new Answer(401, "unauthorized_client", grantError);
  }

  private static String first(Function<Received, Answer> server, String id, String secret, Catalogue catalogue) throws IOException {
    try (ScriptedServer running = new ScriptedServer(server)) {
      return Bench.first(Bench.run(Bench.form(running.url(), id, secret, ""), catalogue, 12));
    }
  }

  @Test
  void keycloakWithItsEntriesAndWithoutThem() throws IOException {
    Catalogue none = Bench.withoutVendors();
    Function<Received, Answer> enabled = it -> keycloak(it, "");
    Function<Received, Answer> noServiceAccount = it -> keycloak(it, "Client not enabled to retrieve service account");

    for (Catalogue catalogue : List.of(Catalogue.builtIn(), none)) {
      assertThat(first(enabled, "client-1", "wrong-secret-1234", catalogue)).isEqualTo("secret-wrong proved");
      assertThat(first(noServiceAccount, "client-1", SECRET, catalogue)).isEqualTo("grant-not-allowed proved");
    }
    assertThat(first(enabled, "client-2", SECRET, Catalogue.builtIn())).isEqualTo("client-unknown likely");
    assertThat(first(enabled, "client-2", SECRET, none)).isEqualTo("client-or-secret-wrong proved");
  }

  @Test
  void aSignedAssertionWantedIsNotAWrongSecret() throws IOException {
    Function<Received, Answer> server =
        it ->
            it.basic().startsWith("client-1:") || it.body().contains("client_id=client-1")
                ? new Answer(400, "invalid_client", "Parameter client_assertion_type is missing")
                : new Answer(401, "invalid_client", it.basic().isEmpty() ? "" : "Invalid client or Invalid client credentials");

    assertThat(first(server, "client-1", SECRET, Catalogue.builtIn())).isEqualTo("auth-method server-says");
    assertThat(first(server, "client-1", SECRET, Bench.withoutVendors())).isEqualTo("auth-method server-says");
  }

  /** Cognito's invalid_grant is not about the credentials; a server that says it for bad ones looks the same at first. */
  @Test
  void invalidGrantWithGoodCredentialsAndWithBadOnes() throws IOException {
    Function<Received, Answer> good =
        it -> it.has(SECRET) && it.has("client-1") ? Answer.refused("invalid_grant") : Answer.refused("invalid_client");
    Function<Received, Answer> bad =
        it -> it.basic().isEmpty() && !it.body().contains("client_secret") ? Answer.refused("invalid_request") : Answer.refused("invalid_grant");

    assertThat(first(good, "client-1", SECRET, Catalogue.builtIn())).isEqualTo("refused-after-authentication proved");
    assertThat(first(bad, "client-1", SECRET, Catalogue.builtIn())).isEqualTo("client-or-secret-wrong proved");
  }

  /** A server that looks at what the client may do before it looks at the secret: its answer says nothing about the secret. */
  @Test
  void aGrantRefusedBeforeTheSecretIsNotAWrongSecret() throws IOException {
    Function<Received, Answer> server =
        it ->
            it.basic().startsWith("client-1:") || it.body().contains("client_id=client-1")
                ? new Answer(400, "unauthorized_client", "")
                : Answer.refused("invalid_client");

    assertThat(first(server, "client-1", SECRET, Catalogue.builtIn())).isEqualTo("grant-not-allowed likely");
  }

  /** An expired secret is recognised, but no good; without words for it the credentials are not called good. */
  @Test
  void aRecognisedSecretIsNotCalledGoodByAServerThatSaysInvalidClient() throws IOException {
    Function<Received, Answer> server =
        it -> new Answer(401, "invalid_client", it.has(SECRET) ? "E1017" : "E1016");

    try (ScriptedServer running = new ScriptedServer(server)) {
      Conclusion conclusion = Bench.run(Bench.form(running.url(), "client-1", SECRET, ""));
      assertThat(conclusion.findings()).noneMatch(it -> it.strength() == Strength.PROVED);
    }
  }

  /** A scope that is refused before anybody looks at the credentials. */
  @Test
  void aScopeRefusedBeforeTheCredentialsIsNotTheCredentials() throws IOException {
    Function<Received, Answer> server =
        it -> it.body().contains("scope=") ? new Answer(400, "invalid_grant", "") : it.has(SECRET) ? Answer.GRANTED : Answer.refused("invalid_client");

    try (ScriptedServer running = new ScriptedServer(server)) {
      Conclusion conclusion = Bench.run(Bench.form(running.url(), "client-1", SECRET, "read"));
      assertThat(Bench.first(conclusion)).isEqualTo("scope-unknown proved");
    }
  }
}
