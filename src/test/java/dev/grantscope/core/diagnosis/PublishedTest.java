package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.discovery.Metadata;
import dev.grantscope.core.wire.Endpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the metadata of a token URL's issuer may be, and what follows from it: never anything from what is not in it. */
class PublishedTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://idp.example/realms/one/protocol/openid-connect/token | https://idp.example/realms/one/.well-known/openid-configuration
          https://idp.example/tenant/oauth2/v2.0/token                 | https://idp.example/tenant/v2.0/.well-known/openid-configuration
          https://idp.example/oauth2/default/v1/token                  | https://idp.example/oauth2/default/.well-known/openid-configuration
          https://cxone.niceincontact.com/auth/token                   | https://cxone.niceincontact.com/.well-known/openid-configuration
          https://idp.example:8443/oauth/token?tenant=a                | https://idp.example:8443/.well-known/openid-configuration
          https://idp.example/somewhere/else                           | https://idp.example/.well-known/openid-configuration
          """)
  void theFirstPlaceFollowsFromHowTokenPathsEnd(String token, String first) throws Exception {
    List<Endpoint> places = MetadataPlaces.of(Endpoint.parse(token));

    assertThat(places).first().extracting(Endpoint::text).isEqualTo(first);
    assertThat(places).hasSizeLessThanOrEqualTo(3).allMatch(it -> token.startsWith(it.text().replaceFirst("(?<=[a-z0-9])/.*", "")));
  }

  private static Published published(Optional<List<String>> scopes) {
    return new Published(
        new Metadata(
            Optional.of("https://idp.example"), Optional.of("https://idp.example/token"), Optional.empty(), scopes, Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of()));
  }

  @Test
  void onlyTheCaseIsPutRight() {
    Published what = published(Optional.of(List.of("Queue:View", "queue:edit", "openid")));

    assertThat(what.inPublishedCase(List.of("queue:view", "queue:edit", "other"))).containsExactly("Queue:View", "queue:edit", "other");
    assertThat(what.scopesToTry()).containsExactly("Queue:View", "queue:edit");
  }

  @Test
  void whatIsNotPublishedProvesNothing() throws Exception {
    assertThat(published(Optional.empty()).inPublishedCase(List.of("a"))).containsExactly("a");
    assertThat(published(Optional.empty()).scopesToTry()).isEmpty();
    assertThat(published(Optional.of(List.of())).inPublishedCase(List.of("a"))).containsExactly("a");
    assertThat(published(Optional.empty()).otherEndpoint(Endpoint.parse("https://idp.example/token"))).isEmpty();
    assertThat(published(Optional.empty()).otherEndpoint(Endpoint.parse("https://idp.example/oauth"))).isPresent();
  }
}
