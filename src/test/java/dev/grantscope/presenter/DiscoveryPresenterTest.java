package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.verdict.Tone;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Discover on the Region card: from the issuer to a filled form, and back. */
class DiscoveryPresenterTest {
  private static final String METADATA =
      "{'issuer':'https://as.example','token_endpoint':'https://as.example/token','scopes_supported':['a','B','c'],"
          + "'token_endpoint_auth_methods_supported':['client_secret_post']}";

  private final Desk desk = new Desk();
  private final FakeFinder finder = desk.screen.discovery;

  private void discover(String issuer, String answer) {
    desk.wire.body = answer.replace('\'', '"');
    desk.form.region().onIssuer(issuer);
    desk.form.region().onDiscover();
    desk.background.work();
  }

  private void discover() {
    discover("https://as.example", METADATA);
  }

  private FinderView.Row row(String name) {
    return finder.rows.stream().filter(it -> it.name().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void anyOAuthServerHasAnIssuerAndOthersHaveNot() {
    assertThat(desk.screen.issuer).contains("");
    assertThat(desk.screen.regionName).isEmpty();

    desk.form.region().onProvider("genesys");

    assertThat(desk.screen.issuer).isEmpty();
    assertThat(desk.screen.regionName).isEqualTo("Region");
  }

  @Test
  void theHostOfAListedRegionCanBeAskedToo() {
    assertThat(desk.screen.discoverOffered).as("there is an issuer to ask").isFalse();
    desk.form.region().onProvider("cxone");
    assertThat(desk.screen.discoverOffered).isTrue();
    desk.wire.body = "{\"issuer\":\"https://cxone.niceincontact.com\",\"token_endpoint\":\"https://cxone.niceincontact.com/auth/token\"}";
    desk.form.region().onDiscover();
    desk.background.work();

    assertThat(desk.wire.sent).hasSize(1);
    assertThat(desk.wire.sent.getFirst().endpoint().text()).isEqualTo("https://cxone.niceincontact.com/.well-known/openid-configuration");
    assertThat(row("Token endpoint").meaning()).isEqualTo("The one in the form");
    desk.form.region().onProvider("cxone-organisation");
    assertThat(desk.screen.discoverOffered).as("no host yet").isFalse();
  }

  @Test
  void theIssuerIsKeptInTheProfile() {
    desk.form.region().onIssuer("https://as.example");

    assertThat(desk.workbench.draft().region()).isEqualTo("https://as.example");
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://auth.example/token");
  }

  @Test
  void whatWasFoundIsShownWithHowWeKnow() {
    discover();

    assertThat(finder.open).isTrue();
    assertThat(finder.head).isEqualTo(new Notice(Tone.GOOD, "The issuer describes itself"));
    assertThat(row("Token endpoint").value()).isEqualTo("https://as.example/token");
    assertThat(row("Issuer").meaning()).isEqualTo("The one that was asked for");
    assertThat(row("Client authentication").meaning()).isEqualTo("client_secret_basic, as in the form, is not among them");
    assertThat(row("Grant types").value()).isEqualTo("not stated");
    assertThat(row("Grant types").tone()).isEqualTo(Tone.QUIET);
    assertThat(row("Grant types").meaning()).startsWith("That proves nothing");
    assertThat(finder.offers)
        .containsExactly(new FinderView.Offer("a", true), new FinderView.Offer("B", false), new FinderView.Offer("c", false));
    assertThat(finder.wire).startsWith("GET /.well-known/openid-configuration HTTP/1.1").contains("HTTP/1.1 200");
    assertThat(finder.use).contains("Use these");
  }

  @Test
  void useTheseFillsTheFormAndCanBeUndone() {
    discover();
    desk.form.discovery().onScope("c", true);
    desk.form.discovery().onScope("b", false);
    desk.form.discovery().onUse();

    assertThat(finder.open).isFalse();
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://as.example/token");
    assertThat(desk.workbench.draft().authentication()).isEqualTo(ClientAuthenticationMethod.POST);
    assertThat(desk.workbench.draft().scope()).isEqualTo("a c");
    assertThat(desk.screen.attestation).isEqualTo(new Notice(Tone.GOOD, "Named by the metadata of https://as.example"));
    assertThat(desk.screen.undoOffered).isTrue();

    desk.form.region().onUndo();

    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://auth.example/token");
    assertThat(desk.workbench.draft().authentication()).isEqualTo(ClientAuthenticationMethod.BASIC);
    assertThat(desk.workbench.draft().scope()).isEqualTo("a b");
    assertThat(desk.screen.undoOffered).isFalse();
  }

  @Test
  void afterAChangeByHandThereIsNothingToUndo() {
    discover();
    desk.form.discovery().onUse();
    desk.form.scope().onScopeEdited("other");

    assertThat(desk.screen.undoOffered).isFalse();
    desk.form.region().onUndo();
    assertThat(desk.workbench.draft().scope()).isEqualTo("other");
  }

  @Test
  void rawBasicStaysWhereTheServerTakesBasic() {
    desk.form.credentials().onSendAs(SendAs.BASIC_RAW_FORM.name());
    discover("https://as.example", METADATA.replace("client_secret_post", "client_secret_basic"));
    desk.form.discovery().onUse();

    assertThat(desk.workbench.draft().authentication()).isEqualTo(ClientAuthenticationMethod.BASIC_RAW);
  }

  @Test
  void severalMethodsLeaveTheChoice() {
    desk.form.credentials().onSendAs(SendAs.POST_FORM.name());
    discover("https://as.example", METADATA.replace("'client_secret_post'", "'client_secret_basic','private_key_jwt'"));
    desk.form.discovery().onUse();

    assertThat(desk.workbench.draft().authentication()).isEqualTo(ClientAuthenticationMethod.POST);
  }

  @Test
  void aScopeInAnotherCaseIsWarnedOfOnceTheMetadataIsKnown() {
    assertThat(desk.screen.count).isEqualTo("2 asked");
    discover();
    desk.form.discovery().onUse();

    assertThat(desk.screen.chips)
        .contains(new ScopePresenter.Chip("b", java.util.Optional.of("The server advertises it as B; scopes are case-sensitive")));
    assertThat(desk.screen.count).isEqualTo("2 asked, 1 warning");

    desk.form.region().onTokenUrl("https://other.example/token");

    assertThat(desk.screen.count).as("the metadata speaks of another endpoint").isEqualTo("2 asked");
  }

  @Test
  void anotherIssuersDocumentIsUsedOnlyAllTheSame() {
    discover("https://as.example/tenant", METADATA);

    assertThat(finder.head.tone()).isEqualTo(Tone.ATTENTION);
    assertThat(row("Issuer").tone()).isEqualTo(Tone.BAD);
    assertThat(finder.use).contains("Use these all the same");
  }

  @Test
  void aTokenEndpointThatNoSecretMayGoToCannotBeUsed() {
    discover("https://as.example", METADATA.replace("https://as.example/token", "http://as.example/token"));

    assertThat(row("Token endpoint").tone()).isEqualTo(Tone.BAD);
    assertThat(finder.use).isEmpty();
    assertThat(finder.offers).isEmpty();
    desk.form.discovery().onUse();
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://auth.example/token");
  }

  @Test
  void aTokenEndpointOnAnotherHostIsSaid() {
    discover("https://as.example", METADATA.replace("https://as.example/token", "https://tokens.example/t"));

    assertThat(row("Token endpoint").meaning()).contains("On another host than the issuer: tokens.example");
  }

  @Test
  void aHostThatOnlyMetadataNamesIsAskedAboutBeforeItGetsTheSecret() {
    desk.typeSecret("x");
    discover("https://as.example", METADATA.replace("https://as.example/token", "https://tokens.example/t"));
    desk.form.discovery().onUse();
    int before = desk.wire.sent.size();
    desk.run();

    assertThat(desk.wire.sent).hasSize(before);
    assertThat(desk.screen.question).hasValueSatisfying(it -> assertThat(it).contains("tokens.example", "another host than the issuer"));
    desk.form.run().onHostAllowed();
    desk.background.work();
    assertThat(desk.wire.sent).hasSize(before + 1);
  }

  @Test
  void theIssuersOwnHostNeedsNoQuestion() {
    desk.typeSecret("x");
    discover();
    desk.form.discovery().onUse();
    int before = desk.wire.sent.size();
    desk.run();

    assertThat(desk.wire.sent).hasSize(before + 1);
  }

  @Test
  void noMetadataIsNoFault() {
    discover("https://as.example", "<html>");

    assertThat(finder.head.text()).startsWith("No metadata was found. The server need not publish any");
    assertThat(finder.rows).hasSize(2).allSatisfy(it -> assertThat(it.name()).isEqualTo("Asked"));
    assertThat(finder.use).isEmpty();
    assertThat(finder.ask).contains("Ask again");
  }

  @Test
  void aWrongIssuerIsSaidBesideItsFieldAndNothingIsSent() {
    for (String wrong : List.of("", "as.example", "http://as.example", "https://id:canary@as.example")) {
      desk.form.region().onIssuer(wrong);
      desk.form.region().onDiscover();

      assertThat(desk.screen.issuerNotice).hasValueSatisfying(it -> assertThat(it.tone()).isEqualTo(Tone.BAD));
      assertThat(desk.screen.issuerNotice.orElseThrow().text()).doesNotContain("canary");
    }
    assertThat(finder.open).isFalse();
    assertThat(desk.wire.sent).isEmpty();

    desk.form.region().onIssuer("https://as.example");
    assertThat(desk.screen.issuerNotice).isEmpty();
  }

  @Test
  void cancelIsIdleAtOnceAndALateAnswerIsDropped() {
    desk.form.region().onIssuer("https://as.example");
    desk.form.region().onDiscover();
    assertThat(finder.running).isTrue();

    desk.form.discovery().onCancel();

    assertThat(finder.running).isFalse();
    assertThat(finder.head.text()).isEqualTo("Cancelled");
    desk.background.work();
    assertThat(finder.head.text()).isEqualTo("Cancelled");
    assertThat(finder.rows).isEmpty();
  }

  @Test
  void whatIsSelectedOfTheWireIsCopied() {
    discover();
    desk.form.discovery().onCopy("GET /");

    assertThat(desk.clipboard).containsExactly("GET /");
  }

  @Test
  void nothingOfTheSecretIsSent() {
    desk.typeSecret("canary-secret");
    discover();

    assertThat(desk.wire.sent).allSatisfy(it -> assertThat(it.toBytes().asText()).doesNotContain("canary").doesNotContain("Authorization"));
  }
}
