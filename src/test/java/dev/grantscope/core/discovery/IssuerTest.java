package dev.grantscope.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.wire.EndpointException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
  private static final String OIDC = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";

  static Stream<Arguments> places() {
    return Stream.of(
        of("https://as.example", "https://as.example", "OIDC_APPENDED " + OIDC, "OAUTH_INSERTED " + OAUTH),
        of("https://as.example/", "https://as.example/", "OIDC_APPENDED " + OIDC, "OAUTH_INSERTED " + OAUTH),
        of(
            "https://as.example/realms/a/",
            "https://as.example/realms/a/",
            "OIDC_APPENDED /realms/a" + OIDC,
            "OAUTH_INSERTED " + OAUTH + "/realms/a",
            "OIDC_INSERTED " + OIDC + "/realms/a",
            "OAUTH_APPENDED /realms/a" + OAUTH),
        of("https://as.example?p=x", "https://as.example?p=x", "OIDC_APPENDED " + OIDC + "?p=x", "OAUTH_INSERTED " + OAUTH + "?p=x"),
        of("https://as.example/a" + OIDC, "https://as.example/a", "AS_GIVEN /a" + OIDC),
        of("https://as.example" + OAUTH + "/a", "https://as.example/a", "AS_GIVEN " + OAUTH + "/a"),
        of("http://127.0.0.1:8080", "http://127.0.0.1:8080", "OIDC_APPENDED " + OIDC, "OAUTH_INSERTED " + OAUTH));
  }

  private static Arguments of(String typed, String identifier, String... places) {
    return argumentSet(typed, typed, identifier, List.of(places));
  }

  @ParameterizedTest
  @MethodSource("places")
  void itsMetadataMayBeInThesePlaces(String typed, String identifier, List<String> places) throws EndpointException {
    Issuer issuer = Issuer.parse(typed);

    assertThat(issuer.text()).isEqualTo(identifier);
    assertThat(issuer.places()).extracting(it -> it.form() + " " + it.endpoint().target()).isEqualTo(places);
    assertThat(issuer.places()).extracting(it -> it.endpoint().host()).containsOnly(issuer.places().getFirst().endpoint().host());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "as.example", "http://as.example", "https://id:secret@as.example", "https://as.example#x", "https://{tenant}.example"})
  void whatIsNoUrlForATokenIsNoIssuer(String typed) {
    assertThatThrownBy(() -> Issuer.parse(typed)).isInstanceOf(EndpointException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://as.example, https://as.example, SAME",
    "https://as.example, https://as.example/, SLASH",
    "https://as.example/, https://as.example, SLASH",
    "https://as.example/a, https://as.example/A, DIFFERENT",
    "https://as.example, https://other.example, DIFFERENT",
    "https://as.example/a/.well-known/openid-configuration, https://as.example/a, SAME",
    "https://as.example, , NOT_STATED"
  })
  void theDocumentHasToNameIt(String typed, String stated, IssuerMatch match) throws EndpointException {
    assertThat(Issuer.parse(typed).match(MetadataTest.metadata("{'issuer':" + quoted(stated) + ",'token_endpoint':'https://x.example'}")))
        .isEqualTo(match);
  }

  private static String quoted(String text) {
    return Arrays.asList(text).contains(null) ? "null" : "'" + text + "'";
  }
}
