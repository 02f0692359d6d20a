package dev.grantscope.core.diagnosis.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.diagnosis.Bench;
import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Finding;
import dev.grantscope.core.diagnosis.form.Form;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.ProfileDraft;
import dev.grantscope.core.provider.Attestation;
import dev.grantscope.core.provider.Provider;
import dev.grantscope.core.provider.ProviderCatalog;
import dev.grantscope.core.provider.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule: what it finds, what it leaves alone, and what its fix makes of it. */
class LintTest {
  private static final String URL = "https://cxone.niceincontact.com/auth/token";
  private static final String KEY = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567ABCDEFGHIJKLMNOP====";
  private static final String UUID = "123e4567-e89b-42d3-a456-426614174000";

  private static Form good() {
    return Bench.form(URL, "client-1", "s3cr3t-value", "openid");
  }

  private static List<String> hits(Form form) {
    return Bench.LINT.check(form).stream().map(it -> it.field() + " " + it.finding().cause().wireName()).toList();
  }

  private static Form fixed(Form form, Cause cause) {
    return Bench.LINT.check(form).stream()
        .map(LintHit::finding)
        .filter(it -> it.cause() == cause)
        .findFirst()
        .flatMap(Finding::fix)
        .orElseThrow()
        .apply(form);
  }

  @Test
  void aSoundFormHasNoHits() {
    assertThat(hits(good())).isEmpty();
  }

  private static Provider own(Attestation attestation, String url) {
    Region region = new Region("lab", "lab", Optional.of(url), Optional.empty(), Optional.of(attestation));
    return new Provider(
        "mine", "Mine", "NICE", "Region", Optional.empty(), false, Provider.Discovery.NONE, "{region}", List.of(region), attestation, true);
  }

  /** What the admin's own file says makes nothing documented by NICE; a host that he named there is known to him. */
  @ParameterizedTest
  @EnumSource(value = Attestation.class, names = {"DOCUMENTED", "OWN", "REPORTED"})
  void aHostOfTheOwnFileIsNoSurpriseAndNothingThatNiceDocuments(Attestation attestation) {
    Lint lint = new Lint(Bench.TEXTS, ProviderCatalog.builtIn().with(List.of(own(attestation, "https://lab.nicecxone.example/token"))));
    assertThat(lint.check(Bench.form("https://lab.nicecxone.example/token", "client-1", "s3cr3t-value", "openid"))).isEmpty();

    Form near = Bench.form("https://1ab.nicecxone.example/token", "client-1", "s3cr3t-value", "openid");
    assertThat(lint.check(near)).extracting(it -> it.finding().cause()).containsExactly(Cause.HOST_UNDOCUMENTED);
  }

  @Test
  void threadAAsItStands() {
    Form form = Bench.form("https://{{org_name}}.api.nice.incontact.com/oauth2/token", "client-1", "s3cr3t-value", "");

    assertThat(hits(form)).contains("TOKEN_URL placeholder", "TOKEN_URL host-undocumented", "SCOPE scope-required");
    assertThat(evidence(form, Cause.PLACEHOLDER)).contains("{{org_name}}");
  }

  @Test
  void threadBAsItStands() {
    Form form = Bench.form("https://platform.euw1.api.nicecxone.com/oauth/token", "client-1", "s3cr3t-value", "");

    assertThat(hits(form)).containsExactlyInAnyOrder("TOKEN_URL host-undocumented", "SCOPE scope-required");
  }

  @ParameterizedTest
  @CsvSource({"\\n,LINE FEED,11", "\\u00a0,NO-BREAK SPACE,11", "\\ufeff,ZERO WIDTH NO-BREAK SPACE,11", "\\u200b,ZERO WIDTH SPACE,11", "\\u201d,RIGHT DOUBLE,11"})
  void whatCannotBeSeenInTheSecret(String escaped, String name, int place) {
    Form form = good().withSecret("s3cr3t-val" + character(escaped));

    assertThat(hits(form)).containsExactly("SECRET secret-whitespace");
    assertThat(evidence(form, Cause.SECRET_WHITESPACE)).contains(name).contains("position " + place).doesNotContain("s3cr3t");
    assertThat(fixed(form, Cause.SECRET_WHITESPACE).secret()).isEqualTo("s3cr3t-val");
  }

  private static String character(String escaped) {
    return escaped.equals("\\n") ? "\n" : Character.toString(Integer.parseInt(escaped.substring(2), 16));
  }

  @Test
  void whatCannotBeSeenElsewhere() {
    Form form = Bench.form(URL + " ", "client-1\t", "s3cr3t-value", "openid\u200b");

    assertThat(hits(form)).contains("TOKEN_URL invisible-character", "CLIENT_ID invisible-character", "SCOPE invisible-character");
  }

  @ParameterizedTest
  @CsvSource({"YOUR_CLIENT_SECRET", "{{secret}}", "${SECRET}", "<client-secret>", "changeme"})
  void placeholders(String text) {
    Form form = good().withSecret(text);

    assertThat(hits(form)).contains("SECRET placeholder");
    assertThat(evidence(form, Cause.PLACEHOLDER)).doesNotContain(text);
  }

  @Test
  void aSecretThatIsEncodedAlready() {
    Form form = good().withSecret("a%2Bb%3D");

    assertThat(hits(form)).containsExactly("SECRET secret-already-encoded");
    assertThat(fixed(form, Cause.SECRET_ALREADY_ENCODED).secret()).isEqualTo("a+b=");
    assertThat(hits(good().withSecret("50%+off%zz"))).isEmpty();
  }

  @Test
  void accessKeys() {
    assertThat(hits(good().withSecret(KEY))).containsExactly("SECRET access-key-as-client");
    assertThat(hits(id(KEY))).containsExactly("CLIENT_ID access-key-as-client");
  }

  @Test
  void swapped() {
    Form form = Bench.form(URL, "A-long-secret-with-much-in-it", UUID, "openid");

    assertThat(hits(form)).containsExactly("SECRET credentials-swapped");
    Form fixed = fixed(form, Cause.CREDENTIALS_SWAPPED);
    assertThat(fixed.draft().clientId()).isEqualTo(UUID);
    assertThat(fixed.secret()).isEqualTo("A-long-secret-with-much-in-it");
  }

  @Test
  void legacyClientIds() {
    assertThat(hits(id("App@Vendor"))).containsExactly("CLIENT_ID legacy-client-id");
    assertThat(hits(id("App@Vendor").with(it -> it.withTokenUrl("https://api.incontact.com/InContactAuthorizationServer/Token")))).isEmpty();
  }

  @Test
  void aColonInAnIdThatIsSentRaw() {
    Form form = id("tenant:app").with(it -> it.withAuthentication(ClientAuthenticationMethod.BASIC_RAW));

    assertThat(hits(form)).containsExactly("CLIENT_ID basic-encoding");
    assertThat(evidence(form, Cause.BASIC_ENCODING)).contains("position 7");
    assertThat(hits(fixed(form, Cause.BASIC_ENCODING))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://cxone.nice-incontact.com/auth/token, host-lookalike",
    "https://cxone.nicincontact.com/auth/token, host-lookalike",
    "https://api.nicecxone.com/oauth/token, host-undocumented"
  })
  void hosts(String url, String cause) {
    assertThat(hits(good().with(it -> it.withTokenUrl(url)))).containsExactly("TOKEN_URL " + cause);
  }

  @ParameterizedTest
  @CsvSource({
    "https://cxone-gov.niceincontact.com/auth/token",
    "https://nicecxone-sov1.eu/auth/token",
    "https://api-c32.incontact.com/InContactAuthorizationServer/Token",
    "https://na1.nice-incontact.com/authentication/v1/token/access-key",
    "https://login.mypurecloud.de/oauth/token"
  })
  void hostsThatAreLeftAlone(String url) {
    assertThat(hits(good().with(it -> it.withTokenUrl(url)))).isEmpty();
  }

  @Test
  void aLookalikeIsReplaced() {
    Form form = good().with(it -> it.withTokenUrl("https://cxone.nice-incontact.com/auth/token"));

    assertThat(fixed(form, Cause.HOST_LOOKALIKE).draft().tokenUrl()).isEqualTo(URL);
  }

  @Test
  void http() {
    Form form = good().with(it -> it.withTokenUrl("http://login.example.org/token"));

    assertThat(hits(form)).containsExactly("TOKEN_URL plain-http");
    assertThat(fixed(form, Cause.PLAIN_HTTP).draft().tokenUrl()).isEqualTo("https://login.example.org/token");
    assertThat(hits(good().with(it -> it.withTokenUrl("http://127.0.0.1:8463/token")))).isEmpty();
  }

  @Test
  void regionOfHostAndHeader() {
    Form form = good().with(it -> it.withTokenUrl("https://login.usw2.pure.cloud/oauth/token").withHeaders(region("euw1")));

    assertThat(hits(form)).containsExactly("HEADERS region-wrong");
    assertThat(hits(form.with(it -> it.withHeaders(region("usw2"))))).isEmpty();
  }

  private static List<ProfileDraft.Entry> region(String value) {
    return List.of(new ProfileDraft.Entry("nice-access-region", value));
  }

  @Test
  void scopes() {
    Form form = good().with(it -> it.withScope("a,b; c"));

    assertThat(hits(form)).containsExactly("SCOPE scope-separator");
    assertThat(fixed(form, Cause.SCOPE_SEPARATOR).draft().scope()).isEqualTo("a b c");
    assertThat(hits(good().with(it -> it.withScope("a\"b")))).containsExactly("SCOPE scope-character");
  }

  @Test
  void aPastedHeaderIsUnpacked() {
    Form form = good().withSecret("Authorization: Basic TklDRTpDWG9uZQ==");

    assertThat(hits(form)).containsExactly("SECRET header-pasted");
    Form fixed = fixed(form, Cause.HEADER_PASTED);
    assertThat(fixed.draft().clientId()).isEqualTo("NICE");
    assertThat(fixed.secret()).isEqualTo("CXone");
    assertThat(Bench.LINT.check(id("Basic Zm9vOmJhcg==")).getFirst().field()).isEqualTo(Field.CLIENT_ID);
  }

  private static Form id(String clientId) {
    return good().with(it -> it.withClientId(clientId));
  }

  private static String evidence(Form form, Cause cause) {
    return Bench.LINT.check(form).stream()
        .map(LintHit::finding)
        .filter(it -> it.cause() == cause)
        .map(Finding::evidence)
        .findFirst()
        .orElseThrow();
  }
}
