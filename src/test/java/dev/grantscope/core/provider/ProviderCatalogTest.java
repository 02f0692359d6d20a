package dev.grantscope.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.EndpointException.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ProviderCatalogTest {
  private static final ProviderCatalog CATALOG = ProviderCatalog.builtIn();

  @Test
  void hasTheseProvidersInThisOrder() {
    assertThat(CATALOG.providers()).extracting(Provider::id)
        .containsExactly("practice", "cxone", "cxone-organisation", "cxone-platform", "cxone-legacy", "genesys", "oauth");
    assertThat(CATALOG.providers()).allSatisfy(provider -> {
      assertThat(provider.name()).isNotBlank();
      assertThat(!provider.regionName().isEmpty()).isEqualTo(provider.freeRegion() || !provider.regions().isEmpty());
      assertThat(provider.regions()).extracting(Region::id).doesNotHaveDuplicates();
      assertThat(provider.regions()).allSatisfy(region -> assertThat(region.label()).isNotBlank());
    });
  }

  /** The program does not ask again. */
  @Test
  void whereverASecretMayGoIsAUrlThatItMayBeSentTo() {
    assertThat(CATALOG.providers())
        .allSatisfy(
            provider ->
                assertThat(provider.regions())
                    .allSatisfy(region -> assertThat(provider.tokenUrl(region.id()).flatMap(Endpoint::ifValid)).as(region.id()).isPresent()));
  }

  /** The hosts of the two threads, character by character, and what else is offered. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          cxone-organisation, acme,           https://acme.api.nice.incontact.com/oauth2/token, REPORTED
          cxone-platform,     euw1,           https://platform.euw1.api.nicecxone.com/oauth/token, REPORTED
          cxone-platform,     usw2,           https://platform.usw2.api.nicecxone.com/oauth/token, REPORTED
          cxone-platform,     use1,           https://platform.use1.api.nicecxone.com/oauth/token, REPORTED
          cxone-platform,     typed1,         https://platform.typed1.api.nicecxone.com/oauth/token, REPORTED
          cxone,              commercial,     https://cxone.niceincontact.com/auth/token, DOCUMENTED
          cxone,              fedramp,        https://cxone-gov.niceincontact.com/auth/token, DOCUMENTED
          cxone,              sov-au,         https://nicecxone-sov1.au/auth/token, SEEN
          cxone,              sov-eu,         https://nicecxone-sov1.eu/auth/token, SEEN
          cxone,              sov-uk,         https://nicecxone-sov1.uk/auth/token, SEEN
          cxone-legacy,       central,        https://api.incontact.com/InContactAuthorizationServer/Token, DOCUMENTED
          cxone-legacy,       b32,            https://api-b32.incontact.com/InContactAuthorizationServer/Token, DOCUMENTED
          genesys,            us-east-1,      https://login.mypurecloud.com/oauth/token, SEEN
          genesys,            us-east-2,      https://login.use2.us-gov-pure.cloud/oauth/token, SEEN
          genesys,            us-west-2,      https://login.usw2.pure.cloud/oauth/token, SEEN
          genesys,            ca-central-1,   https://login.cac1.pure.cloud/oauth/token, SEEN
          genesys,            sa-east-1,      https://login.sae1.pure.cloud/oauth/token, SEEN
          genesys,            mx-central-1,   https://login.mxc1.pure.cloud/oauth/token, SEEN
          genesys,            eu-west-1,      https://login.mypurecloud.ie/oauth/token, SEEN
          genesys,            eu-west-2,      https://login.euw2.pure.cloud/oauth/token, SEEN
          genesys,            eu-central-1,   https://login.mypurecloud.de/oauth/token, SEEN
          genesys,            eu-central-2,   https://login.euc2.pure.cloud/oauth/token, SEEN
          genesys,            eusc-de-east-1, https://login.edee1.eusc-pure.cloud/oauth/token, SEEN
          genesys,            me-central-1,   https://login.mec1.pure.cloud/oauth/token, SEEN
          genesys,            ap-northeast-1, https://login.mypurecloud.jp/oauth/token, SEEN
          genesys,            ap-northeast-2, https://login.apne2.pure.cloud/oauth/token, SEEN
          genesys,            ap-northeast-3, https://login.apne3.pure.cloud/oauth/token, SEEN
          genesys,            ap-south-1,     https://login.aps1.pure.cloud/oauth/token, SEEN
          genesys,            ap-southeast-1, https://login.apse1.pure.cloud/oauth/token, SEEN
          genesys,            ap-southeast-2, https://login.mypurecloud.com.au/oauth/token, SEEN
          genesys,            mypurecloud.de, https://login.mypurecloud.de/oauth/token, SEEN
          genesys,            evil.example,   https://login.evil.example/oauth/token, UNKNOWN
          cxone-organisation, evil.example/,  https://evil.example/.api.nice.incontact.com/oauth2/token, UNKNOWN
          cxone-legacy,       x@evil.example, https://api-x@evil.example.incontact.com/InContactAuthorizationServer/Token, UNKNOWN
          """)
  void namesTheTokenUrlAndHowWellItIsAttested(String provider, String region, String url, Attestation attestation) {
    assertThat(CATALOG.byId(provider).tokenUrl(region)).hasValue(url);
    assertThat(CATALOG.byId(provider).attestation(region)).isEqualTo(attestation);
  }

  static Stream<Arguments> listedRegions() {
    return CATALOG.providers().stream()
        .flatMap(provider -> provider.regions().stream()
            .map(region -> argumentSet(provider.id() + " " + region.id(), provider, region)));
  }

  @ParameterizedTest
  @MethodSource("listedRegions")
  void everyListedRegionCanBeSentTo(Provider provider, Region region) throws EndpointException {
    Endpoint endpoint = Endpoint.parse(provider.tokenUrl(region.id()).orElseThrow());

    assertThat(endpoint.tls()).isTrue();
    assertThat(endpoint.port()).isEqualTo(443);
    assertThat(endpoint.host()).matches("[a-z0-9.-]+");
  }

  @ParameterizedTest
  @CsvSource({"cxone-organisation,{org}", "cxone-platform,{region}", "cxone-legacy,{cluster}", "genesys,{region}"})
  void anUnfilledRegionCannotBeSentTo(String provider, String placeholder) {
    String url = CATALOG.byId(provider).tokenUrl("").orElseThrow();

    EndpointException refusal = catchThrowableOfType(EndpointException.class, () -> Endpoint.parse(url));

    assertThat(refusal.problem()).isEqualTo(Problem.PLACEHOLDER);
    assertThat(url.substring(refusal.start(), refusal.end())).isEqualTo(placeholder);
  }

  @Test
  void someProvidersNameNoUrl() {
    assertThat(List.of(CATALOG.byId("practice"), CATALOG.byId("oauth"))).allSatisfy(provider -> {
      assertThat(provider.tokenUrl("")).isEmpty();
      assertThat(provider.tokenUrl("x")).isEmpty();
    });
    assertThat(CATALOG.byId("practice").regionName()).isEmpty();
    assertThat(CATALOG.byId("oauth").discovery()).isEqualTo(Provider.Discovery.ISSUER);
    assertThat(CATALOG.byId("cxone").discovery()).isEqualTo(Provider.Discovery.CXONE_TENANT);
    assertThat(CATALOG.byId("genesys").discovery()).isEqualTo(Provider.Discovery.NONE);
    assertThat(CATALOG.byId("practice").attestation("")).isEqualTo(Attestation.PRACTICE);
    assertThat(CATALOG.byId("oauth").attestation("")).isEqualTo(Attestation.UNKNOWN);
  }

  @Test
  void anUnknownProviderIsTheOneForEverything() {
    assertThat(CATALOG.byId("of a newer version").id()).isEqualTo(ProviderCatalog.ANY);
  }
}
