package dev.grantscope.core.grant;

import static dev.grantscope.core.grant.ClientAuthenticationMethod.BASIC;
import static dev.grantscope.core.grant.ClientAuthenticationMethod.BASIC_RAW;
import static dev.grantscope.core.grant.ClientAuthenticationMethod.NONE;
import static dev.grantscope.core.grant.ClientAuthenticationMethod.POST;
import static dev.grantscope.core.grant.ClientAuthenticationMethod.TLS_CLIENT_AUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.grant.GrantRequest.ResourceOwner;
import dev.grantscope.core.scope.ScopeSet;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Header;
import dev.grantscope.fixture.GrantRequests;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TokenRequestBuilderTest {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final GrantType CLIENT = GrantType.CLIENT_CREDENTIALS;
  private static final GrantType PASSWORD = GrantType.PASSWORD;
  private static final String BASIC_LINE = "Authorization: Basic aWQrMTpzJTJCMQ==\r\n";
  private static final String RAW_LINE = "Authorization: Basic aWQgMTpzKzE=\r\n";

  static Stream<Arguments> requests() {
    return Stream.of(
        of(BASIC, BodyFormat.FORM, CLIENT, BASIC_LINE, FORM, "grant_type=client_credentials&scope=a+b"),
        of(BASIC_RAW, BodyFormat.FORM, CLIENT, RAW_LINE, FORM, "grant_type=client_credentials&scope=a+b"),
        of(POST, BodyFormat.FORM, CLIENT, "", FORM, "grant_type=client_credentials&scope=a+b&client_id=id+1&client_secret=s%2B1"),
        of(NONE, BodyFormat.FORM, CLIENT, "", FORM, "grant_type=client_credentials&scope=a+b&client_id=id+1"),
        of(TLS_CLIENT_AUTH, BodyFormat.FORM, CLIENT, "", FORM, "grant_type=client_credentials&scope=a+b&client_id=id+1"),
        of(BASIC, BodyFormat.JSON, CLIENT, BASIC_LINE, JSON, "{\"grant_type\":\"client_credentials\",\"scope\":\"a b\"}"),
        of(BASIC_RAW, BodyFormat.JSON, CLIENT, RAW_LINE, JSON, "{\"grant_type\":\"client_credentials\",\"scope\":\"a b\"}"),
        of(POST, BodyFormat.JSON, CLIENT, "", JSON,
            "{\"grant_type\":\"client_credentials\",\"scope\":\"a b\",\"client_id\":\"id 1\",\"client_secret\":\"s+1\"}"),
        of(NONE, BodyFormat.JSON, CLIENT, "", JSON, "{\"grant_type\":\"client_credentials\",\"scope\":\"a b\",\"client_id\":\"id 1\"}"),
        of(BASIC, BodyFormat.FORM, PASSWORD, BASIC_LINE, FORM, "grant_type=password&username=KEY%3D%3D%3D%3D&password=p%26w&scope=a+b"),
        of(BASIC_RAW, BodyFormat.FORM, PASSWORD, RAW_LINE, FORM, "grant_type=password&username=KEY%3D%3D%3D%3D&password=p%26w&scope=a+b"),
        of(POST, BodyFormat.FORM, PASSWORD, "", FORM,
            "grant_type=password&username=KEY%3D%3D%3D%3D&password=p%26w&scope=a+b&client_id=id+1&client_secret=s%2B1"),
        of(NONE, BodyFormat.FORM, PASSWORD, "", FORM,
            "grant_type=password&username=KEY%3D%3D%3D%3D&password=p%26w&scope=a+b&client_id=id+1"),
        of(BASIC, BodyFormat.JSON, PASSWORD, BASIC_LINE, JSON,
            "{\"grant_type\":\"password\",\"username\":\"KEY====\",\"password\":\"p&w\",\"scope\":\"a b\"}"),
        of(BASIC_RAW, BodyFormat.JSON, PASSWORD, RAW_LINE, JSON,
            "{\"grant_type\":\"password\",\"username\":\"KEY====\",\"password\":\"p&w\",\"scope\":\"a b\"}"),
        of(POST, BodyFormat.JSON, PASSWORD, "", JSON,
            "{\"grant_type\":\"password\",\"username\":\"KEY====\",\"password\":\"p&w\",\"scope\":\"a b\","
                + "\"client_id\":\"id 1\",\"client_secret\":\"s+1\"}"),
        of(NONE, BodyFormat.JSON, PASSWORD, "", JSON,
            "{\"grant_type\":\"password\",\"username\":\"KEY====\",\"password\":\"p&w\",\"scope\":\"a b\",\"client_id\":\"id 1\"}"));
  }

  private static Arguments of(
      ClientAuthenticationMethod method, BodyFormat format, GrantType grant, String authorization, String type, String body) {
    return argumentSet(method + " " + format + " " + grant.value(), method, format, grant, authorization, type, body);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void writesExactlyTheseBytes(
      ClientAuthenticationMethod method, BodyFormat format, GrantType grant, String authorization, String type, String body) {
    GrantRequest request =
        new GrantRequest(
            Answers.endpoint("https://as.example:8443/oauth/token?x=y"),
            grant,
            ClientAuthentication.of(method, "id 1", Secret.of("s+1")),
            format,
            ScopeSet.parse(" a\tb "),
            grant.equals(PASSWORD) ? Optional.of(new ResourceOwner("KEY====", Secret.of("p&w"))) : Optional.empty(),
            List.of(),
            List.of());

    assertThat(sent(request))
        .isEqualTo(
            "POST /oauth/token?x=y HTTP/1.1\r\nHost: as.example:8443\r\nUser-Agent: Test/1\r\nAccept: application/json\r\n"
                + authorization + "Content-Type: " + type + "\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body);
  }

  /** The vectors of RFC 6749 §2.3.1 in the field, and others worked out by hand. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          BASIC,     1PpG/Q 1, z/tZ9VwFZqApmIQ+ZH1I5pLk/uB4ud:X2/8bL+wfFTt1rFw=, \
          MVBwRyUyRlErMTp6JTJGdFo5VndGWnFBcG1JUSUyQlpIMUk1cExrJTJGdUI0dWQlM0FYMiUyRjhiTCUyQndmRlR0MXJGdyUzRA==
          BASIC,     id,       Abcd+1234, aWQ6QWJjZCUyQjEyMzQ=
          BASIC_RAW, id,       Abcd+1234, aWQ6QWJjZCsxMjM0
          BASIC,     foo,      bar,       Zm9vOmJhcg==
          BASIC_RAW, foo,      bar,       Zm9vOmJhcg==
          BASIC,     NICE,     CXone,     TklDRTpDWG9uZQ==
          BASIC,     a:b,      c:d,       YSUzQWI6YyUzQWQ=
          BASIC,     é,        🔑,        JUMzJUE5OiVGMCU5RiU5NCU5MQ==
          BASIC_RAW, é,        🔑,        w6k68J+UkQ==
          BASIC,     ~*-._,    ~,         JTdFKi0uXzolN0U=
          BASIC,     App@Vend, x,         QXBwJTQwVmVuZDp4
          BASIC_RAW, App@Vend, x,         QXBwQFZlbmQ6eA==
          """)
  void authenticatesByBasic(ClientAuthenticationMethod method, String id, String secret, String base64) {
    assertThat(ClientAuthentication.of(method, id, Secret.of(secret)).authorization()).hasValue(Secret.of("Basic " + base64));
  }

  @Test
  void base64IsNeverFolded() {
    Secret header = ClientAuthentication.of(BASIC, "x".repeat(500), Secret.of("é".repeat(500))).authorization().orElseThrow();

    assertThat(header.reveal()).doesNotContain("\n", "\r").matches("Basic [A-Za-z0-9+/]+=*");
  }

  @ParameterizedTest
  @CsvSource({"a+b%c&d e,a%2Bb%25c%26d+e", "Abcd+1234,Abcd%2B1234", "KEY====,KEY%3D%3D%3D%3D", "é🔑,%C3%A9%F0%9F%94%91", "~*-._/?,%7E*-._%2F%3F"})
  void encodesAForm(String secret, String encoded) {
    assertThat(body(plain(POST, secret))).isEqualTo("grant_type=client_credentials&client_id=id&client_secret=" + encoded);
  }

  @Test
  void encodesLineBreaksAndNul() {
    assertThat(body(plain(POST, "a\r\nb\u0000"))).endsWith("client_secret=a%0D%0Ab%00");
  }

  @ParameterizedTest
  @CsvSource({"FORM,grant_type=client_credentials", "JSON,'{\"grant_type\":\"client_credentials\"}'"})
  void leavesAnEmptyScopeOut(BodyFormat format, String body) {
    assertThat(body(with(format, ScopeSet.parse(" \n"), List.of(), List.of()))).isEqualTo(body);
  }

  @Test
  void aPublicClientWithoutIdSendsNone() {
    GrantRequest request =
        GrantRequests.clientCredentials(
            Answers.endpoint("https://as.example/t"), ClientAuthentication.of(NONE, "", Secret.of("unused")), ScopeSet.EMPTY);

    assertThat(sent(request)).doesNotContain("client_id", "Authorization", "unused");
  }

  @Test
  void keepsTheOrderOfParameters() {
    List<Parameter> parameters =
        List.of(
            new Parameter("z", "1"), new Parameter("audience", "https://a.example/"), new Parameter("resource", "r1"),
            new Parameter("resource", "r2"), new Parameter("a b", ""));

    assertThat(body(with(BodyFormat.FORM, ScopeSet.parse("s"), parameters, List.of())))
        .isEqualTo("grant_type=client_credentials&scope=s&z=1&audience=https%3A%2F%2Fa.example%2F&resource=r1&resource=r2&a+b=");
    assertThat(body(with(BodyFormat.JSON, ScopeSet.parse("s"), parameters.subList(0, 3), List.of())))
        .isEqualTo("{\"grant_type\":\"client_credentials\",\"scope\":\"s\",\"z\":\"1\",\"audience\":\"https://a.example/\",\"resource\":\"r1\"}");
  }

  @Test
  void writesJsonInUtf8WithItsLengthInBytes() {
    String request = sent(with(BodyFormat.JSON, ScopeSet.EMPTY, List.of(new Parameter("q", "\"é🔑\\\n")), List.of()));

    assertThat(request).endsWith("\r\n\r\n{\"grant_type\":\"client_credentials\",\"q\":\"\\\"é🔑\\\\\\n\"}");
    String body = request.substring(request.indexOf("\r\n\r\n") + 4);
    assertThat(request).contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
  }

  @Test
  void anExtraHeaderTakesThePlaceOfOurs() {
    List<Header> headers =
        List.of(new Header("X-First", "1"), new Header("accept", "*/*"), new Header("X-Second", "2"), new Header("USER-AGENT", "Mine"));

    assertThat(head(headers))
        .containsExactly(
            "Host: as.example", "USER-AGENT: Mine", "accept: */*", "Content-Type: " + FORM, "X-First: 1", "X-Second: 2",
            "Content-Length: 29", "Connection: close");
  }

  @Test
  void noExtraHeaderIsLostWhereItStandsTwice() {
    List<Header> headers =
        List.of(new Header("X-Tag", "1"), new Header("Accept", "a/b"), new Header("x-tag", "2"), new Header("Accept", "c/d"));

    assertThat(head(headers))
        .containsExactly(
            "Host: as.example", "User-Agent: Test/1", "Accept: a/b", "Accept: c/d", "Content-Type: " + FORM, "X-Tag: 1", "x-tag: 2",
            "Content-Length: 29", "Connection: close");
  }

  @Test
  void sendsAnyGrantType() {
    GrantRequest request =
        new GrantRequest(
            Answers.endpoint("https://as.example/t"), new GrantType("urn:x&y"), ClientAuthentication.of(NONE, "", Secret.NONE),
            BodyFormat.FORM, ScopeSet.EMPTY, Optional.empty(), List.of(), List.of());

    assertThat(body(request)).isEqualTo("grant_type=urn%3Ax%26y");
  }

  @Test
  void knowsItsSecrets() {
    assertThat(plain(POST, "s").secrets()).containsExactly(Secret.of("s"));
    assertThat(plain(BASIC_RAW, "s").secrets()).containsExactly(Secret.of("s"), Secret.of("aWQ6cw=="));
    assertThat(plain(NONE, "s").secrets()).isEmpty();
  }

  private static GrantRequest plain(ClientAuthenticationMethod method, String secret) {
    return GrantRequests.clientCredentials(
        Answers.endpoint("https://as.example/t"), ClientAuthentication.of(method, "id", Secret.of(secret)), ScopeSet.EMPTY);
  }

  private static GrantRequest with(BodyFormat format, ScopeSet scope, List<Parameter> parameters, List<Header> headers) {
    return new GrantRequest(
        Answers.endpoint("https://as.example/t"), CLIENT, ClientAuthentication.of(NONE, "", Secret.NONE), format, scope,
        Optional.empty(), parameters, headers);
  }

  private static List<String> head(List<Header> headers) {
    return sent(with(BodyFormat.FORM, ScopeSet.EMPTY, List.of(), headers)).lines().skip(1).takeWhile(line -> !line.isEmpty()).toList();
  }

  private static String body(GrantRequest request) {
    return new TokenRequestBuilder("Test/1").build(request).body().asText();
  }

  private static String sent(GrantRequest request) {
    return new TokenRequestBuilder("Test/1").build(request).toBytes().asText();
  }
}
