package dev.grantscope.presenter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Route;
import dev.grantscope.core.wire.WireProxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which region is mine? */
class SurveyPresenterTest {
  private static final String TENANT = "11e85da0-f32c-7e10-898c-0242ac110003";

  private final Desk desk = new Desk();
  private final FakeFinder finder = desk.screen.survey;

  private void open(String provider) {
    desk.form.region().onProvider(provider);
    desk.form.region().onSurvey();
  }

  private void ask() {
    desk.form.survey().onAsk();
    desk.background.work();
  }

  @Test
  void isOfferedWhereThereIsMoreThanOneRegion() {
    assertThat(desk.screen.surveyOffered).isFalse();
    desk.form.region().onProvider("genesys");
    assertThat(desk.screen.surveyOffered).isTrue();
    desk.form.region().onProvider("cxone-legacy");
    assertThat(desk.screen.surveyOffered).isFalse();
  }

  @Test
  void theHostsAreListedBeforeAnythingIsSent() {
    open("genesys");

    assertThat(finder.open).isTrue();
    assertThat(finder.rows).hasSize(18).extracting(FinderView.Row::value).contains("login.mypurecloud.com", "login.euw2.pure.cloud");
    assertThat(finder.head.text()).contains("18 hosts", "No credentials are sent");
    assertThat(finder.ask).contains("Ask them");
    assertThat(finder.tenant).isEmpty();
    assertThat(desk.background.waiting()).isZero();
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void eachIsAskedWithoutCredentialsAndNothingMoreIsClaimedThanWasSeen() {
    desk.typeSecret("canary-secret");
    desk.wire.status = 400;
    desk.wire.body = "{\"error\":\"unsupported_grant_type\"}";
    open("genesys");
    ask();

    assertThat(finder.rows).allSatisfy(it -> assertThat(it.meaning()).isEqualTo("A token endpoint: 400 unsupported_grant_type"));
    assertThat(finder.rows).allSatisfy(it -> assertThat(it.tone()).as("an answer is no proof").isEqualTo(Tone.QUIET));
    assertThat(finder.head.text()).contains("None of this says that it is yours");
    assertThat(desk.wire.sent).hasSize(36).allSatisfy(it -> assertThat(it.toBytes().asText()).doesNotContain("canary").doesNotContain("Authorization"));
  }

  @Test
  void theBytesOfARowAreExactAndWithoutWhatTheProxyWasTold() {
    WireProxy proxy = new WireProxy("p.example", 3128, Secret.NONE).withBasic("me", Secret.of("pr0xy-pw"));
    byte[] answer = "HTTP/1.1 400 X\r\n\r\nnot \u00e9, me, pr0xy-pw".getBytes(StandardCharsets.ISO_8859_1);
    desk.wire.seen =
        it ->
            new Exchange(
                it.request(), it.startedAt(), it.sent(), Bytes.of(answer), it.response(), it.failure(), it.phases(), it.attempts(), it.tls(),
                it.proxyHop(), Route.through(proxy, Route.Why.NAMED, ""));
    open("genesys");
    ask();

    desk.form.survey().onRow(2);
    desk.background.work();

    assertThat(finder.wire).contains("not \uDCE9, me, ‹redacted›");
  }

  @Test
  void aChosenRowIsUsedAndCanBeUndone() {
    open("genesys");
    String before = desk.workbench.draft().region();
    ask();
    assertThat(finder.use).isEmpty();

    desk.form.survey().onRow(2);
    desk.background.work();
    assertThat(finder.use).contains("Use this region");
    assertThat(finder.wire).startsWith("GET /.well-known/openid-configuration");
    desk.form.survey().onCopy("GET /\uDCFF");
    assertThat(desk.clipboard).containsExactly("GET /\uFFFD");
    desk.form.survey().onUse();

    assertThat(finder.open).isFalse();
    assertThat(desk.workbench.draft().region()).isEqualTo("us-west-2");
    assertThat(desk.workbench.draft().tokenUrl()).isEqualTo("https://login.usw2.pure.cloud/oauth/token");
    desk.form.region().onUndo();
    assertThat(desk.workbench.draft().region()).isEqualTo(before);
  }

  @Test
  void aTenantIdTellsWhoseItIs() {
    desk.wire.body = "{\"tenantId\":\"" + TENANT + "\",\"area\":\"eu1\",\"api_endpoint\":\"https://api-eu1.niceincontact.com\"}";
    open("cxone");
    assertThat(finder.tenant).contains("");
    desk.form.survey().onTenant(" " + TENANT);
    ask();

    assertThat(desk.wire.sent).hasSize(5).allSatisfy(it -> assertThat(it.target()).isEqualTo("/.well-known/cxone-configuration?tenantId=" + TENANT));
    assertThat(finder.rows.getFirst().meaning()).isEqualTo("Knows this tenant; its area is eu1");
    assertThat(finder.head).isEqualTo(new Notice(Tone.GOOD, "This issuer knows the tenant. That does tell."));
    assertThat(finder.use).contains("Use this region");
    desk.form.survey().onUse();

    assertThat(desk.screen.attestation.text()).contains("Tenant: area eu1, API https://api-eu1.niceincontact.com");
  }

  @Test
  void whatARegionSaysOfItselfIsUsedWithIt() {
    desk.wire.body = "{\"issuer\":\"https://x\",\"token_endpoint\":\"https://cxone.niceincontact.com/auth/token\",\"scopes_supported\":[\"A\"]}";
    open("cxone");
    ask();

    assertThat(finder.rows.getFirst().meaning()).isEqualTo("Metadata of an authorization server, with this token endpoint");
    assertThat(finder.rows.get(1).meaning()).endsWith("token endpoint there: https://cxone.niceincontact.com/auth/token");
    desk.form.survey().onRow(0);
    desk.form.survey().onUse();

    assertThat(desk.screen.chips.getFirst().problem()).contains("The server advertises it as A; scopes are case-sensitive");
  }

  @Test
  void noIssuerKnowsTheTenant() {
    desk.wire.status = 404;
    desk.wire.body = "{}";
    open("cxone");
    desk.form.survey().onTenant(TENANT);
    ask();

    assertThat(finder.head.tone()).isEqualTo(Tone.ATTENTION);
    assertThat(finder.rows).allSatisfy(it -> assertThat(it.meaning()).isEqualTo("Answered 404 without a configuration of this tenant"));
  }

  @Test
  void whatIsNoTenantIdIsNotSent() {
    open("cxone");
    desk.form.survey().onTenant("my tenant");
    ask();

    assertThat(finder.tenantProblem).hasValueSatisfying(it -> assertThat(it).contains("UUID"));
    assertThat(desk.wire.sent).isEmpty();
  }

  @Test
  void cancelIsIdleAtOnce() {
    open("genesys");
    desk.form.survey().onAsk();
    assertThat(finder.running).isTrue();

    desk.form.survey().onCancel();
    assertThat(finder.running).isFalse();
    desk.background.work();
    assertThat(finder.rows).extracting(FinderView.Row::meaning).containsOnly("");
  }
}
