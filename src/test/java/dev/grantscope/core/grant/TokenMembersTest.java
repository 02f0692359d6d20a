package dev.grantscope.core.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.scope.ScopeComparison;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.scope.ScopeSource;
import dev.grantscope.core.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The members of a successful response (RFC 6749 §5.1), one at a time. */
class TokenMembersTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          3600,                  3600,       ,
          0,                     0,          ,
          10000000000,           10000000000,,
          "3600",                3600,       EXPIRES_IN_NOT_INTEGER, "3600"
          " 3600 ",              3600,       EXPIRES_IN_NOT_INTEGER, " 3600 "
          3600.0,                3600,       EXPIRES_IN_NOT_INTEGER, 3600.0
          3599.9,                3599,       EXPIRES_IN_NOT_INTEGER, 3599.9
          3.6e3,                 3600,       EXPIRES_IN_NOT_INTEGER, 3.6E+3
          1e-1000000000,         0,          EXPIRES_IN_NOT_INTEGER, 1E-1000000000
          1e400,                 ,           EXPIRES_IN_UNUSABLE,    1E+400
          1e1000000000,          ,           EXPIRES_IN_UNUSABLE,    1E+1000000000
          100000000000000000000, ,           EXPIRES_IN_UNUSABLE,    100000000000000000000
          10000000001,           ,           EXPIRES_IN_UNUSABLE,    10000000001
          -1,                    ,           EXPIRES_IN_UNUSABLE,    -1
          "-1",                  ,           EXPIRES_IN_UNUSABLE,    "-1"
          null,                  ,           EXPIRES_IN_UNUSABLE,    null
          true,                  ,           EXPIRES_IN_UNUSABLE,    true
          {},                    ,           EXPIRES_IN_UNUSABLE,    {}
          "",                    ,           EXPIRES_IN_UNUSABLE,    ""
          "soon",                ,           EXPIRES_IN_UNUSABLE,    "soon"
          "1e9",                 ,           EXPIRES_IN_UNUSABLE,    "1e9"
          "٣٦٠٠",                ,           EXPIRES_IN_UNUSABLE,    "٣٦٠٠"
          """)
  void readsALifetime(String json, @Nullable Long seconds, @Nullable Kind note, @Nullable String detail) {
    GrantRun run = run("", "\"expires_in\":" + json);

    assertThat(token(run).expiresIn()).isEqualTo(seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds));
    assertThat(run.notes()).isEqualTo(note == null ? List.of() : List.of(new AnswerNote(note, detail == null ? "" : detail)));
  }

  @Test
  void aLifetimeMayBeAbsent() {
    GrantRun run = run("", "\"x\":1");

    assertThat(token(run).expiresIn()).isEmpty();
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void cutsALongDetail() {
    GrantRun run = run("", "\"expires_in\":\"" + "x".repeat(9_000) + "\"");

    assertThat(run.notes()).singleElement().satisfies(note -> assertThat(note.detail()).hasSize(8192).endsWith("…"));
  }

  /** Cut in two it would not be known as a secret when it is shown. */
  @Test
  void aSecretInADetailStaysWhole() {
    String secret = "s".repeat(100);

    GrantRun run = run("", "\"expires_in\":\"" + secret + "\"");

    assertThat(run.notes()).singleElement().satisfies(note -> assertThat(note.detail()).contains(secret));
    assertThat(run.notes().toString()).doesNotContain("sss");
  }

  @Test
  void aCommaThatWasAskedForIsPartOfTheScope() {
    GrantRun run = run("a,b", "\"scope\":\"a,b\"");

    assertThat(scopes(run).granted()).containsExactly("a,b");
    assertThat(run.notes()).isEmpty();
  }

  @Test
  void rolesAreScopesOnlyWhereADefaultScopeWasAskedFor() {
    String token = "{\"token_type\":\"b\",\"access_token\":\"" + jwt("{\"roles\":[\"Mail.Read\"]}") + "\"}";

    assertThat(scopes(Answers.json("https://graph.microsoft.com/.default", token)).source()).isEqualTo(ScopeSource.JWT_ROLES);
    assertThat(scopes(Answers.json("Mail.Read", token)).source()).isEqualTo(ScopeSource.NOT_STATED);
  }

  static Stream<Arguments> scopes() {
    return Stream.of(
        argumentSet("text", "\"a b\"", Optional.of("a b"), List.of()),
        argumentSet("empty text", "\"\"", Optional.of(""), List.of()),
        argumentSet("array", "[\"a\",\"b c\"]", Optional.of("a b c"), List.of(new AnswerNote(Kind.SCOPE_ARRAY, ""))),
        argumentSet("empty array", "[]", Optional.of(""), List.of(new AnswerNote(Kind.SCOPE_ARRAY, ""))),
        argumentSet("array with others", "[\"a\",1,null,{}]", Optional.of("a"), List.of(new AnswerNote(Kind.SCOPE_ARRAY, ""))),
        argumentSet("commas", "\"a,b\"", Optional.of("a b"), List.of(new AnswerNote(Kind.SCOPE_COMMAS, ""))),
        argumentSet("commas and blanks", "\" a, b ,c \"", Optional.of("a b c"), List.of(new AnswerNote(Kind.SCOPE_COMMAS, ""))),
        argumentSet("a comma within one of two", "\"a,b c\"", Optional.of("a,b c"), List.of()),
        argumentSet("null", "null", Optional.empty(), List.of(new AnswerNote(Kind.SCOPE_UNREADABLE, "null"))),
        argumentSet("number", "7", Optional.empty(), List.of(new AnswerNote(Kind.SCOPE_UNREADABLE, "7"))),
        argumentSet("object", "{}", Optional.empty(), List.of(new AnswerNote(Kind.SCOPE_UNREADABLE, "{}"))));
  }

  @ParameterizedTest
  @MethodSource("scopes")
  void readsAScope(String json, Optional<String> scope, List<AnswerNote> notes) {
    GrantRun run = run("a b", "\"scope\":" + json);

    assertThat(token(run).scope().map(ScopeSet::values)).isEqualTo(scope.map(text -> ScopeSet.parse(text).values()));
    assertThat(run.notes()).isEqualTo(notes);
    assertThat(scopes(run).source()).isEqualTo(scope.isPresent() ? ScopeSource.RESPONSE : ScopeSource.NOT_STATED);
  }

  static Stream<Arguments> tokens() {
    return Stream.of(
        argumentSet("opaque", "opaque", "", ScopeSource.NOT_STATED, List.of()),
        argumentSet("scope", jwt("{\"scope\":\"a\"}"), "", ScopeSource.JWT_SCOPE, List.of("b")),
        argumentSet("scope array", jwt("{\"scope\":[\"a\",\"b\"]}"), "", ScopeSource.JWT_SCOPE, List.of()),
        argumentSet("scp array", jwt("{\"scp\":[\"b\"]}"), "", ScopeSource.JWT_SCP, List.of("a")),
        argumentSet("roles", jwt("{\"roles\":[\"x\"]}"), "", ScopeSource.NOT_STATED, List.of()),
        argumentSet("scope before scp", jwt("{\"scp\":\"a\",\"scope\":\"a b\"}"), "", ScopeSource.JWT_SCOPE, List.of()),
        argumentSet("scp before roles", jwt("{\"roles\":[\"a\"],\"scp\":\"a b\"}"), "", ScopeSource.JWT_SCP, List.of()),
        argumentSet("a number is no scope", jwt("{\"scope\":7}"), "", ScopeSource.NOT_STATED, List.of()),
        argumentSet("no claim", jwt("{\"sub\":\"x\"}"), "", ScopeSource.NOT_STATED, List.of()),
        argumentSet("the response first", jwt("{\"scope\":\"a\"}"), ",\"scope\":\"b\"", ScopeSource.RESPONSE, List.of("a")),
        argumentSet("the token where the response is unreadable", jwt("{\"scope\":\"a\"}"), ",\"scope\":null", ScopeSource.JWT_SCOPE,
            List.of("b")));
  }

  @ParameterizedTest
  @MethodSource("tokens")
  void knowsWhereTheGrantedScopesStand(String token, String more, ScopeSource source, List<String> missing) {
    GrantRun run = Answers.json("a b", "{\"token_type\":\"b\",\"access_token\":\"" + token + "\"" + more + "}");

    assertThat(scopes(run).source()).isEqualTo(source);
    assertThat(scopes(run).missing()).isEqualTo(missing);
  }

  @Test
  void knowsItsSecrets() {
    GrantRun run = run("", "\"refresh_token\":\"refresh\",\"id_token\":\"id\"");

    assertThat(token(run).secrets()).containsExactly(Secret.of("t"), Secret.of("refresh"), Secret.of("id"));
    assertThat(run.secrets()).contains(Secret.of(Answers.SECRET), Secret.of("t"), Secret.of("refresh"), Secret.of("id"));
  }

  /** Whoever looks for an empty secret finds it everywhere. */
  @Test
  void anEmptyTokenIsNoSecret() {
    GrantRun run = run("", "\"refresh_token\":\"\",\"id_token\":null");

    assertThat(run.secrets()).noneMatch(Secret::isEmpty).contains(Secret.of("t"));
  }

  private static GrantRun run(String scope, String members) {
    return Answers.json(scope, "{\"access_token\":\"t\",\"token_type\":\"b\"," + members + "}");
  }

  private static TokenResponse token(GrantRun run) {
    return ((GrantOutcome.Granted) run.outcome()).response();
  }

  private static ScopeComparison scopes(GrantRun run) {
    return ((GrantOutcome.Granted) run.outcome()).scopes();
  }

  private static String jwt(String claims) {
    Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
    return base64.encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8))
        + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".c2ln";
  }
}
