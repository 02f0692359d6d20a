package dev.grantscope.core.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grantscope.adapter.wire.TestAuthority;
import dev.grantscope.core.diagnosis.ScriptedServer.Answer;
import dev.grantscope.core.diagnosis.ScriptedServer.Received;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.AttestationWords;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.provider.Region;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.ClientCertificate;
import dev.grantscope.core.wire.Routing;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which other token URLs there are, and that the secret goes to none of them without a yes, nor where only hearsay points. */
class OtherRegionsTest {
  private static final String SECRET = "right-secret-1234";
  private static final OtherRegions BUILT_IN = new OtherRegions(ProviderCatalog.builtIn(), List::of);

  private final List<String> places = new ArrayList<>();
  private ScriptedServer here;
  private ScriptedServer home;
  private ScriptedServer hearsay;
  private ScriptedServer stranger;

  private static Answer refusing(Received request) {
    return request.body().contains("grantscope_made_up_grant") ? Answer.refused("unsupported_grant_type") : Answer.refused("invalid_client");
  }

  private static Answer knowing(Received request) {
    return request.has(SECRET) ? Answer.GRANTED : refusing(request);
  }

  @BeforeEach
  void start() throws IOException {
    here = new ScriptedServer(OtherRegionsTest::refusing);
    home = new ScriptedServer(OtherRegionsTest::knowing);
    hearsay = new ScriptedServer(OtherRegionsTest::knowing);
    stranger = new ScriptedServer(OtherRegionsTest::knowing);
  }

  @AfterEach
  void stop() {
    List.of(here, home, hearsay, stranger).forEach(ScriptedServer::close);
  }

  private static Region region(String id, String url, Attestation attestation) {
    return new Region(id, id, Optional.of(url), Optional.empty(), Optional.of(attestation));
  }

  private static Provider provider(String id, String vendor, Region... regions) {
    return new Provider(id, id, vendor, "Region", Optional.empty(), false, Provider.Discovery.NONE, "{region}", List.of(regions), Attestation.SEEN, false);
  }

  private Diagnosis diagnosis() {
    ProviderCatalog catalog =
        new ProviderCatalog(
            List.of(
                provider(
                    "one",
                    "Acme",
                    region("here", here.url(), Attestation.SEEN),
                    region("hearsay", hearsay.url(), Attestation.REPORTED),
                    region("home", home.url(), Attestation.SEEN)),
                // The same host name as the form's, but of nobody's vendor: told apart by the vendor alone.
                provider("two", "", region("stranger", stranger.url(), Attestation.DOCUMENTED)),
                provider("oauth", "")));
    return Bench.diagnosis(Catalogue.builtIn(), new OtherRegions(catalog, List::of), Pause.NONE);
  }

  private Form form() {
    Form form = Bench.form(here.url(), "client-1", SECRET, "");
    return form.with(it -> it.withProvider("one", "here", here.url()).withHeaders(List.of(new ProfileDraft.Entry("X-Key", "header-canary"))));
  }

  private static Conclusion first(Diagnosis diagnosis, Form form, int most) {
    return diagnosis.run(Bench.plan(diagnosis, form, most), WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
  }

  private static Conclusion second(Diagnosis diagnosis, Conclusion first) {
    return diagnosis.tryRegions(first.offer().orElseThrow(), WireSettings.STANDARD, new Cancellation(), DiagnosisListener.NONE);
  }

  private static Provider own(String id, String vendor, Region... regions) {
    return new Provider(id, id, vendor, "Region", Optional.empty(), false, Provider.Discovery.NONE, "{region}", List.of(regions), Attestation.OWN, true);
  }

  private static List<OtherRegion> others(String provider, String region, String url, Provider... mine) {
    Form form = Bench.form(url, "client-1", SECRET, "").with(it -> it.withProvider(provider, region, url));
    return new OtherRegions(ProviderCatalog.builtIn().with(List.of(mine)), List::of).of(form);
  }

  /** Whatever the admin's own file claims, the secret of a client of the vendor's documented hosts goes to none that only the file names. */
  @ParameterizedTest
  @CsvSource({
    "cxone, commercial, https://cxone.niceincontact.com/auth/token, NICE",
    "oauth, '', https://cxone.niceincontact.com/auth/token, NICE",
    "genesys, eu-west-1, https://login.mypurecloud.ie/oauth/token, Genesys"
  })
  void aHostOfTheOwnFileIsNotOneOfTheVendors(String provider, String region, String url, String vendor) {
    Provider mine =
        own(
            "mine",
            vendor,
            region("copy", url, Attestation.DOCUMENTED),
            region("lab", "https://lab.example/token", Attestation.DOCUMENTED));
    assertThat(others(provider, region, url)).isNotEmpty();
    assertThat(others(provider, region, url, mine)).isEqualTo(others(provider, region, url)).noneMatch(OtherRegion::own);
  }

  /** There the admin's word is all there is, and what he himself calls hearsay stays that. */
  @Test
  void theOwnFileSpeaksForItsOwnProvidersAndIsSaidToBeHis() {
    Provider mine =
        own(
            "mine",
            "Acme",
            region("here", "https://here.example/token", Attestation.OWN),
            new Region("plain", "plain", Optional.of("https://plain.example/token"), Optional.empty(), Optional.empty()),
            region("said", "https://said.example/token", Attestation.DOCUMENTED),
            region("rumour", "https://rumour.example/token", Attestation.REPORTED));
    List<OtherRegion> others = others("mine", "here", "https://here.example/token", mine, own("other", "Acme", region("x", "https://x.example/token", Attestation.SEEN)));

    assertThat(others).allMatch(OtherRegion::own);
    assertThat(others).filteredOn(OtherRegion::isAllowed).extracting(OtherRegion::region).containsExactly("plain", "said", "x");
    assertThat(others).extracting(it -> AttestationWords.of(it.attestation(), it.vendor(), it.own(), Bench.TEXTS)).allMatch(it -> it.startsWith("From your own providers file"));
  }

  @Test
  void beforeTheSecondYesNothingOfTheFormGoesElsewhere() {
    Conclusion conclusion = first(diagnosis(), form(), 12);

    assertThat(Bench.first(conclusion)).isEqualTo("client-or-secret-wrong proved");
    assertThat(home.received()).hasSize(1);
    assertThat(home.with(SECRET) + home.with("client-1") + home.with("header-canary")).isZero();
    assertThat(conclusion.offer().orElseThrow().regions()).extracting(OtherRegion::region).containsExactly("home");
    assertThat(conclusion.offer().get().mostWithSecret()).isEqualTo(12 - (int) here.with(SECRET));
    assertThat(stranger.received()).isEmpty();
  }

  @Test
  void theRegionThatGrantsIsProvedAndTheSecretGoesToNoHostOutsideTheList() {
    Diagnosis diagnosis = diagnosis();
    Conclusion conclusion = second(diagnosis, first(diagnosis, form(), 12));

    assertThat(Bench.first(conclusion)).isEqualTo("region-wrong proved");
    assertThat(conclusion.findings().getFirst().fix().orElseThrow().apply(form()).draft())
        .satisfies(it -> assertThat(it.tokenUrl()).isEqualTo(home.url()))
        .satisfies(it -> assertThat(it.region()).isEqualTo("home"));
    assertThat(home.with(SECRET)).isEqualTo(3);
    assertThat(hearsay.received()).as("asked without credentials only").hasSize(1);
    assertThat(hearsay.with(SECRET)).isZero();
    assertThat(stranger.received()).isEmpty();
  }

  @Test
  void noClientCertificateIsShownElsewhereBeforeTheYes(@TempDir Path folder) {
    ClientCertificate certificate = TestAuthority.in(folder).clientCertificate("client");
    WireSettings settings =
        new WireSettings(WireLimits.STANDARD, Routing.DIRECT, List.of(), Optional.of(certificate));
    OtherRegion region =
        new OtherRegion("one", "home", "home", "Acme", form().request().orElseThrow().endpoint(), Attestation.SEEN, false);
    RegionChanges changes = new RegionChanges(new ExperimentMaker(form(), new Words(Bench.TEXTS)), List.of(region));

    assertThat(changes.bare().getFirst().over(settings).clientCertificate()).isEmpty();
    assertThat(changes.at(region).over(settings).clientCertificate()).contains(certificate);
  }

  @Test
  void anExperimentThatWouldSendItThereCannotEvenBeMade() {
    RegionChanges changes =
        new RegionChanges(new ExperimentMaker(form(), new Words(Bench.TEXTS)), List.of());
    OtherRegion rumour =
        new OtherRegion("one", "hearsay", "hearsay", "Acme", form().request().orElseThrow().endpoint(), Attestation.REPORTED, false);

    assertThatThrownBy(() -> changes.at(rumour)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 12})
  void theBudgetHoldsForBothYesesTogether(int most) {
    Diagnosis diagnosis = diagnosis();
    Conclusion first = first(diagnosis, form(), most);
    if (first.offer().isPresent()) {
      second(diagnosis, first);
    }

    assertThat(here.with(SECRET) + home.with(SECRET)).isBetween(1L, (long) most);
  }

  @Test
  void whatTheBudgetDoesNotReachIsNamed() {
    IntStream.range(0, 20).forEach(it -> places.add(here.url() + "/r" + it));
    Form form = Bench.form(places.getFirst(), "client-1", SECRET, "").with(it -> it.withProvider("many", "r0", places.getFirst()));
    Region[] regions = IntStream.range(0, places.size()).mapToObj(it -> region("r" + it, places.get(it), Attestation.SEEN)).toArray(Region[]::new);
    ProviderCatalog catalog = new ProviderCatalog(List.of(provider("many", "Acme", regions), provider("oauth", "")));
    Diagnosis diagnosis = Bench.diagnosis(Catalogue.builtIn(), new OtherRegions(catalog, List::of), Pause.NONE);

    Conclusion conclusion = second(diagnosis, first(diagnosis, form, 12));

    assertThat(here.with(SECRET)).isLessThanOrEqualTo(12);
    assertThat(conclusion.findings().getLast().evidence()).contains("/r19");
    assertThat(conclusion.ruledOut()).contains("At the other regions that were tried it is refused too.");
  }

  @Test
  void neighboursComeFirst() {
    String url = "https://login.mypurecloud.ie/oauth/token";
    Form form = Bench.form(url, "client-1", SECRET, "").with(it -> it.withProvider("genesys", "eu-west-1", url));

    assertThat(BUILT_IN.of(form)).extracting(OtherRegion::region).startsWith("eu-west-2", "eu-central-1", "eu-central-2");
  }

  @Test
  void aClientThatIsUnknownHereIsLookedForElsewhereAtOnce() throws IOException {
    try (ScriptedServer plain =
        new ScriptedServer(it -> it.has("made") ? refusing(it) : new Answer(401, "invalid_client", "Client not found"))) {
      here.close();
      here = plain;
      Diagnosis diagnosis = diagnosis();
      Conclusion first = first(diagnosis, form(), 12);

      assertThat(Bench.first(first)).isEqualTo("client-unknown server-says");
      assertThat(Bench.first(second(diagnosis, first))).isEqualTo("region-wrong proved");
    }
  }

  @Test
  void whereNobodyAnswersOrALimitIsNamedNothingIsOffered() throws IOException {
    home.close();
    home = new ScriptedServer(_ -> Answer.TOO_MANY);

    Conclusion conclusion = first(diagnosis(), form(), 12);

    assertThat(conclusion.offer()).isEmpty();
    assertThat(Bench.first(conclusion)).isEqualTo("client-or-secret-wrong proved");
  }

  @Test
  void aServerThatKnowsTheClientIsTheRightRegion() throws IOException {
    try (ScriptedServer telling =
        new ScriptedServer(
            it -> it.basic().startsWith("client-1:") ? new Answer(401, "invalid_client", "Bad secret") : new Answer(401, "invalid_client", "Who?"))) {
      here.close();
      here = telling;
      Conclusion conclusion = first(diagnosis(), form(), 12);

      assertThat(Bench.first(conclusion)).isEqualTo("secret-wrong proved");
      assertThat(home.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "genesys, eu-west-1, https://login.mypurecloud.ie/oauth/token, 17, login.mypurecloud.com",
    "oauth, '', https://login.mypurecloud.de/oauth/token, 17, login.mypurecloud.com",
    "cxone, commercial, https://cxone.niceincontact.com/auth/token, 5, cxone-gov.niceincontact.com",
    "cxone-platform, euw1, https://platform.euw1.api.nicecxone.com/oauth/token, 8, platform.usw2.api.nicecxone.com",
    "oauth, '', https://platform.euw1.api.nicecxone.com/oauth/token, 6, cxone.niceincontact.com"
  })
  void theyComeFromTheDataAboutTheVendor(String provider, String region, String url, int many, String one) {
    Form form = Bench.form(url, "client-1", SECRET, "").with(it -> it.withProvider(provider, region, url));

    assertThat(BUILT_IN.of(form)).hasSize(many).anyMatch(it -> it.endpoint().host().equals(one));
    assertThat(BUILT_IN.of(form)).noneMatch(it -> it.endpoint().text().equals(url));
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://auth.example/token", "https://login.mypurecloud.ie.example/oauth/token", "not a url"})
  void anybodysHostHasNone(String url) {
    Form form = Bench.form(url, "client-1", SECRET, "").with(it -> it.withProvider("genesys", "eu-west-1", url));

    assertThat(BUILT_IN.of(form)).isEmpty();
  }
}
