package dev.grantscope.core.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthenticationMethod;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.GrantType;
import dev.grantscope.core.grant.Parameter;
import dev.grantscope.core.profile.FieldProblem.Field;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.profile.ProfileValidator.Validation;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.Header;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileValidatorTest {
  private static final String URL = "https://as.example/t";
  private static final ProfileDraft GOOD = ProfileDraft.blank("oauth").withTokenUrl(URL).withClientId("client");
  private static final ProfileDraft PASSWORD = GOOD.withGrantType(GrantType.PASSWORD).withUsername("user");
  private static final Secrets SECRETS = new Secrets(Secret.of("canary-secret"), Secret.of("canary-password"));
  private static final String LONE = "a\uD800";

  static Stream<Arguments> credentials() {
    return Stream.of(
        argumentSet("no id", GOOD.withClientId(""), SECRETS, FieldProblem.of(Field.CLIENT_ID, "problem.required.CLIENT_ID")),
        argumentSet("blank id", GOOD.withClientId(" \n"), SECRETS, FieldProblem.of(Field.CLIENT_ID, "problem.required.CLIENT_ID")),
        argumentSet("placeholder in the id", GOOD.withClientId("x{{client_id}}y"), SECRETS,
            FieldProblem.of(Field.CLIENT_ID, "problem.placeholder", "{{client_id}}")),
        argumentSet("placeholder left open", GOOD.withClientId("{{x\u202E"), SECRETS,
            FieldProblem.of(Field.CLIENT_ID, "problem.placeholder", "{{xU+202E")),
        argumentSet("half a character in the id", GOOD.withClientId(LONE), SECRETS, FieldProblem.of(Field.CLIENT_ID, "problem.surrogate")),
        argumentSet("no secret", GOOD, Secrets.NONE, FieldProblem.of(Field.SECRET, "problem.required.SECRET")),
        argumentSet("half a character in the secret", GOOD, new Secrets(Secret.of(LONE), Secret.NONE), FieldProblem.of(Field.SECRET, "problem.surrogate")),
        argumentSet("no user", PASSWORD.withUsername(""), SECRETS, FieldProblem.of(Field.USERNAME, "problem.required.USERNAME")),
        argumentSet("placeholder in the user", PASSWORD.withUsername("{{key}}"), SECRETS,
            FieldProblem.of(Field.USERNAME, "problem.placeholder", "{{key}}")),
        argumentSet("no password", PASSWORD, new Secrets(Secret.of("s"), Secret.NONE), FieldProblem.of(Field.PASSWORD, "problem.required.PASSWORD")),
        argumentSet("half a character in the password", PASSWORD, new Secrets(Secret.of("s"), Secret.of(LONE)),
            FieldProblem.of(Field.PASSWORD, "problem.surrogate")),
        argumentSet("half a character in the scope", GOOD.withScope(LONE), SECRETS, FieldProblem.of(Field.SCOPE, "problem.surrogate")));
  }

  static Stream<Arguments> urls() {
    return Stream.of(
        url("", "EMPTY", "", 1),
        url("https://{{org_name}}.example/t", "PLACEHOLDER", "{{org_name}}", 9),
        url("https://as.example/t\n", "ILLEGAL_CHARACTER", "U+000A", 21),
        url("https://as.example/\u200Bt", "ILLEGAL_CHARACTER", "U+200B", 20),
        url("https://as.example/\uD800", "ILLEGAL_CHARACTER", "U+D800", 20),
        url("canary-secret", "SCHEME", "", 1),
        url("https://-a/t", "HOST", "-a", 9),
        url("https://a:b/t", "PORT", "b", 11),
        url("https://id:canary@as.example/t", "USER_INFO", "", 9),
        url("https://id:canary/x@as.example/t", "USER_INFO", "", 9),
        url("https://as.example/t?client_secret=canary", "SECRET_IN_QUERY", "", 21),
        url("https://as.example/cb#access_token=canary", "SECRET_IN_QUERY", "", 22),
        url("https://as.example/t#x", "FRAGMENT", "#x", 21),
        url("http://as.example/t", "PLAIN_HTTP", "http", 1));
  }

  private static Arguments url(String url, String problem, String part, int position) {
    return argumentSet("URL " + problem + " " + position, GOOD.withTokenUrl(url), SECRETS,
        FieldProblem.of(Field.TOKEN_URL, "problem.url." + problem, part, Integer.toString(position)));
  }

  static Stream<Arguments> rows() {
    return Stream.of(
        parameter("unnamed", " ", "x", "problem.parameter.unnamed"),
        parameter("secret", "client_secret", "x", "problem.parameter.secret", "client_secret"),
        parameter("secret in another case", "Password", "x", "problem.parameter.secret", "Password"),
        parameter("secret between blanks", " client_secret ", "x", "problem.parameter.secret", " client_secret "),
        parameter("assertion", "client_assertion", "x", "problem.parameter.secret", "client_assertion"),
        parameter("scope", "scope", "x", "problem.parameter.own", "scope"),
        parameter("grant_type", "grant_type", "x", "problem.parameter.own", "grant_type"),
        parameter("client_id", "client_id", "x", "problem.parameter.own", "client_id"),
        parameter("twice", "first", "x", "problem.parameter.twice", "first"),
        parameter("half a character", "p", LONE, "problem.surrogate"),
        parameter("half a character in the name", LONE, "p", "problem.surrogate"),
        header("unnamed", "", "x", "problem.header.unnamed"),
        header("line break in the name", "X\nY", "x", "problem.header.name", "XU+000AY"),
        header("blank after the name", "X ", "x", "problem.header.name", "XU+0020"),
        header("line break", "X", "a\nb", "problem.header.value", "X", "U+000A", "2"),
        header("line break at the end", "X", "a\r\n", "problem.header.value", "X", "U+000D", "2"),
        header("NUL", "X", "\u0000", "problem.header.value", "X", "U+0000", "1"),
        header("letter of the world", "X", "aé", "problem.header.value", "X", "U+00E9", "2"),
        header("emoji", "X", "a🔑", "problem.header.value", "X", "U+1F511", "2"),
        header("secret", "AUTHORIZATION", "x", "problem.header.secret", "AUTHORIZATION"),
        header("cookie", "Cookie", "x", "problem.header.secret", "Cookie"),
        header("host", "host", "x", "problem.header.framing", "host"),
        header("length", "Content-Length", "0", "problem.header.framing", "Content-Length"),
        header("coding", "transfer-encoding", "chunked", "problem.header.framing", "transfer-encoding"),
        header("connection", "Connection", "x", "problem.header.framing", "Connection"),
        header("expect", "Expect", "100-continue", "problem.header.framing", "Expect"));
  }

  /** In the third row, after a good one and an empty one, which is passed over but counted. */
  private static Arguments parameter(String name, String entry, String value, String key, Object... arguments) {
    return argumentSet("parameter " + name,
        GOOD.withParameters(List.of(new Entry("first", "1"), new Entry(" ", ""), new Entry(entry, value))),
        SECRETS, FieldProblem.ofRow(Field.PARAMETERS, 2, key, arguments));
  }

  private static Arguments header(String name, String entry, String value, String key, Object... arguments) {
    return argumentSet("header " + name,
        GOOD.withHeaders(List.of(new Entry("X-First", "1"), new Entry("", " "), new Entry(entry, value))),
        SECRETS, FieldProblem.ofRow(Field.HEADERS, 2, key, arguments));
  }

  @ParameterizedTest
  @MethodSource({"credentials", "urls", "rows"})
  void saysWhatIsWrongBesideItsField(ProfileDraft draft, Secrets secrets, FieldProblem problem) {
    Validation validation = ProfileValidator.validate(draft, secrets);

    assertThat(validation.problems()).containsExactly(problem);
    assertThat(validation.request()).isEmpty();
    assertThat(validation.toString()).doesNotContain("canary");
  }

  @Test
  void saysEverythingAtOnce() {
    ProfileDraft draft =
        ProfileDraft.blank("oauth").withGrantType(GrantType.PASSWORD).withScope(LONE)
            .withParameters(List.of(new Entry("scope", "x"), new Entry("password", "x"), new Entry("a", "1"), new Entry("a", "2")))
            .withHeaders(List.of(new Entry("Host", "x"), new Entry("X", "\n")));

    assertThat(ProfileValidator.validate(draft, Secrets.NONE).problems())
        .extracting(problem -> problem.field() + " " + problem.row() + " " + problem.key())
        .containsExactly(
            "CLIENT_ID -1 problem.required.CLIENT_ID",
            "SECRET -1 problem.required.SECRET",
            "USERNAME -1 problem.required.USERNAME",
            "PASSWORD -1 problem.required.PASSWORD",
            "SCOPE -1 problem.surrogate",
            "TOKEN_URL -1 problem.url.EMPTY",
            "PARAMETERS 0 problem.parameter.own",
            "PARAMETERS 1 problem.parameter.secret",
            "PARAMETERS 3 problem.parameter.twice",
            "HEADERS 0 problem.header.framing",
            "HEADERS 1 problem.header.value");
  }

  @Test
  void makesTheRequestOfTheForm() throws EndpointException {
    ProfileDraft draft =
        GOOD.withGrantType(GrantType.PASSWORD).withUsername(" user ").withClientId(" id ").withScope("a  b")
            .withAuthentication(ClientAuthenticationMethod.POST).withBodyFormat(BodyFormat.JSON)
            .withParameters(List.of(new Entry("b", " 1 "), new Entry("", ""), new Entry("a", "")))
            .withHeaders(List.of(new Entry("X-B", " 1\t"), new Entry(" ", ""), new Entry("X-A", ""), new Entry("Accept", "*/*")));

    assertThat(ProfileValidator.validate(draft, SECRETS))
        .isEqualTo(
            new Validation(
                Optional.of(
                    new GrantRequest(
                        Endpoint.parse(URL), GrantType.PASSWORD, new ClientAuthentication.Post(" id ", SECRETS.clientSecret()),
                        BodyFormat.JSON, ScopeSet.parse("a  b"),
                        Optional.of(new GrantRequest.ResourceOwner(" user ", SECRETS.password())),
                        List.of(new Parameter("b", " 1 "), new Parameter("a", "")),
                        List.of(new Header("X-B", "1"), new Header("X-A", ""), new Header("Accept", "*/*")))),
                List.of()));
  }

  @ParameterizedTest
  @EnumSource(value = ClientAuthenticationMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "PRIVATE_KEY_JWT")
  void onlyWhoSendsASecretNeedsOne(ClientAuthenticationMethod method) {
    Validation validation = ProfileValidator.validate(GOOD.withAuthentication(method), Secrets.NONE);

    assertThat(validation.request().isPresent()).isEqualTo(!method.needsSecret());
  }

  /** They are not sent, so nothing in them is wrong, and they do not reach the request. */
  @Test
  void theOwnerMattersToThePasswordGrantOnly() {
    Validation validation = ProfileValidator.validate(GOOD.withUsername("{{key}}"), SECRETS);

    assertThat(validation.request().orElseThrow().owner()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"FORM,resource,true", "FORM,audience,true", "FORM,other,false", "JSON,resource,false", "JSON,audience,false"})
  void mayRepeatWhatIsNotLostByIt(BodyFormat format, String name, boolean allowed) {
    ProfileDraft draft = GOOD.withBodyFormat(format).withParameters(List.of(new Entry(name, "1"), new Entry(name, "2")));

    assertThat(ProfileValidator.validate(draft, SECRETS).problems())
        .isEqualTo(allowed ? List.of() : List.of(FieldProblem.ofRow(Field.PARAMETERS, 1, "problem.parameter.twice", name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id\r\nX: y", "id\u0000", "a:b", "é🔑", "{x}", "====", " "})
  void leavesASecretAsItIs(String text) {
    Validation validation = ProfileValidator.validate(GOOD, new Secrets(Secret.of(text), Secret.NONE));

    assertThat(validation.request().orElseThrow().authentication().secret().reveal()).isEqualTo(text);
  }
}
