package dev.grantscope.core.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  private static final String MARK = Redaction.MARK;

  /** Every character that some encoding changes. */
  private static final String SECRET = "c4nAry +/=&%\"<>'\\é~*€😀 end";

  private static final Redaction KNOWING_NOTHING = Redaction.of(List.of());

  /** Text with CANARY in the place of a secret, and what is left of it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "Authorization: Basic CANARY==\\r\\nHost: x|Authorization: Basic #\\r\\nHost: x",
    "authorization:bearer CANARY|authorization:bearer #",
    "AUTHORIZATION: CANARY with words\\r\\nA: b|AUTHORIZATION: #\\r\\nA: b",
    "Proxy-Authorization: Digest username=\"a\", response=\"CANARY\"\\r\\n|Proxy-Authorization: Digest #\\r\\n",
    "Authorization: Basic CANARY\\r\\n CANARY folded\\r\\nHost: x|Authorization: Basic #\\r\\nHost: x",
    "Authorization: Basic CANARY\\nHost: x|Authorization: Basic #\\nHost: x",
    "Cookie: a=CANARY; b=CANARY\\r\\nHost: x|Cookie: #\\r\\nHost: x",
    "Set-Cookie: id=CANARY; Path=/\\r\\n\\r\\n|Set-Cookie: #\\r\\n\\r\\n",
    "WWW-Authenticate: Basic realm=\"api\"\\r\\n|WWW-Authenticate: Basic realm=\"api\"\\r\\n",
    "<p>Authorization: Bearer CANARY</p>|<p>Authorization: Bearer #</p>",
    "{\"request\":\"GET /\\\\r\\\\nAuthorization: Basic CANARY\\\\r\\\\nHost: x\"}|{\"request\":\"GET /\\\\r\\\\nAuthorization: Basic #\\\\r\\\\nHost: x\"}",
    "{\"headers\":{\"Authorization\":\"Basic CANARY\",\"Cookie\":\"a=CANARY\"}}|{\"headers\":{\"Authorization\":\"Basic #\",\"Cookie\":\"#\"}}",
    "client_id=a&client_secret=CANARY&scope=b|client_id=a&client_secret=#&scope=b",
    "client_secret=CANARY|client_secret=#",
    "grant_type=password&username=u&password=CANARY%20x|grant_type=password&username=u&password=#",
    "\\r\\n\\r\\ngrant_type=x&code=CANARY&client%5Fsecret=CANARY|\\r\\n\\r\\ngrant_type=x&code=#&client%5Fsecret=#",
    "client_assertion=CANARY.x-_&client_assertion_type=urn%3Ax|client_assertion=#&client_assertion_type=urn%3Ax",
    "assertion=CANARY&refresh_token=CANARY&access_token=CANARY|assertion=#&refresh_token=#&access_token=#",
    "GET /cb?code=CANARY&state=1 HTTP/1.1|GET /cb?code=#&state=1 HTTP/1.1",
    "Location: https://x/#access_token=CANARY&token_type=b\\r\\n|Location: https://x/#access_token=#&token_type=b\\r\\n",
    "?next=https%3A%2F%2Fx%3Fcode%3DCANARY%26state%3D1|?next=https%3A%2F%2Fx%3Fcode%3D#%26state%3D1",
    "<a href=\"/?a=b&amp;client_secret=CANARY&amp;c=d\">|<a href=\"/?a=b&amp;client_secret=#&amp;c=d\">",
    "{\"q\":\"a=b\\u0026client_secret=CANARY\\u0026c=d\"}|{\"q\":\"a=b\\u0026client_secret=#\\u0026c=d\"}",
    "error code=5 and \"code\": 400|error code=5 and \"code\": 400",
    "{\"access_token\":\"CANARY\",\"expires_in\":3600}|{\"access_token\":\"#\",\"expires_in\":3600}",
    "{ \"a\" : [ { \"Refresh_Token\" :\\n \"CANARY\\\"CANARY\" } ] }|{ \"a\" : [ { \"Refresh_Token\" :\\n \"#\" } ] }",
    "{\"id_token\":\"CANARY\\\\\\\\\",\"b\":1}|{\"id_token\":\"#\",\"b\":1}",
    "{\"accessKeySecret\":\"CANARY\",\"ACCESSKEYSECRET\":\"CANARY\"}|{\"accessKeySecret\":\"#\",\"ACCESSKEYSECRET\":\"#\"}",
    "{\"access_token\":\"CANARY\",\"access_token\":\"CANARY\"}|{\"access_token\":\"#\",\"access_token\":\"#\"}",
    "{\"acc\\u0065ss_token\":\"CANARY\"}|{\"acc\\u0065ss_token\":\"#\"}",
    "{\"password\":12345678,\"client_assertion\":\"CANARY\",\"assertion\":\"CANARY\"}|{\"password\":#,\"client_assertion\":\"#\",\"assertion\":\"#\"}",
    "{\"password\":{\"a\":[\"CANARY}\"]},\"b\":1}|{\"password\":#,\"b\":1}",
    "{\"password\":null,\"access_token\":\"\",\"grant_type\":\"password\"}|{\"password\":null,\"access_token\":\"\",\"grant_type\":\"password\"}",
    "{\"access_token\":\"CANARY|{\"access_token\":\"#",
    "{\"access_token\":[\"CANARY|{\"access_token\":#",
    "]] \"client_secret\" : \"CANARY\" oops|]] \"client_secret\" : \"#\" oops",
    "{'access_token': 'CANARY', 'a': 'b'}|{'access_token': '#', 'a': 'b'}",
    "{\"s\":\"{\\\"access_token\\\":\\\"CANARY\\\\\\\"CANARY\\\",\\\"b\\\":1}\"}|{\"s\":\"{\\\"access_token\\\":\\\"#\\\",\\\"b\\\":1}\"}",
    "<pre>{&quot;access_token&quot;:&quot;CANARY&quot;,&quot;b&quot;:1}|<pre>{&quot;access_token&quot;:&quot;#&quot;,&quot;b&quot;:1}",
    "HTTP/1.1 200 OK\\r\\n\\r\\n\"JWT\"|HTTP/1.1 200 OK\\r\\n\\r\\n\"#\"",
    "{\"jwt\":\"JWT\",\"expires_in\":60}|{\"jwt\":\"#\",\"expires_in\":60}",
    "X-Session: JWT\\r\\n|X-Session: #\\r\\n",
    "eyJ.a.b is short, my.eyJhbGciOiJub25lIn0.name.of.a.host.example too|eyJ.a.b is short, my.eyJhbGciOiJub25lIn0.name.of.a.host.example too",
    "Location: https://id:CANARY@auth.example/?a=b@c\\r\\n|Location: https://id:#@auth.example/?a=b@c\\r\\n",
    "{\"token_endpoint\":\"https://id:CANARY@auth.example/\"}|{\"token_endpoint\":\"https://id:#@auth.example/\"}",
    "https://auth.example:8443/a@b https://me@auth.example|https://auth.example:8443/a@b https://me@auth.example",
    "{\"accessToken\":\"CANARY\",\"refreshToken\":\"CANARY\",\"idToken\":\"CANARY\",\"tokenType\":\"Bearer\"}|{\"accessToken\":\"#\",\"refreshToken\":\"#\",\"idToken\":\"#\",\"tokenType\":\"Bearer\"}",
    "{\"clientSecret\":\"CANARY\",\"clientAssertion\":\"CANARY\"}|{\"clientSecret\":\"#\",\"clientAssertion\":\"#\"}",
    "Location: https://x/#id_token=CANARY&state=1\\r\\n|Location: https://x/#id_token=#&state=1\\r\\n",
    "subject_token=CANARY&subject_token_type=urn%3Ax&actor_token=CANARY&token=CANARY|subject_token=#&subject_token_type=urn%3Ax&actor_token=#&token=#",
    "X-Api-Key: CANARY\\r\\nocp-apim-subscription-key: CANARY\\r\\nX-Auth-Token: CANARY\\r\\nHost: x|X-Api-Key: #\\r\\nocp-apim-subscription-key: #\\r\\nX-Auth-Token: #\\r\\nHost: x",
    "10\\r\\naccess_token=CAN\\r\\n8;x=y\\r\\nARY\\r\\n0\\r\\n\\r\\n|10\\r\\naccess_token=#\\r\\n0\\r\\n\\r\\n",
    "{\"token\":\"CANARY.CANARY.CANARY\",\"refreshToken\":\"CANARY\",\"a\":{\"token\":\"unexpected end\",\"token\":\"}\"}}|{\"token\":\"#\",\"refreshToken\":\"#\",\"a\":{\"token\":\"unexpected end\",\"token\":\"}\"}}",
    "12\\r\\n{\"access_token\":\"CA\\r\\n7\\r\\nNARY\",\"b\":1|12\\r\\n{\"access_token\":\"#\",\"b\":1"
  })
  void aSecretIsFoundByItsPlace(String wire, String expected) {
    String text = controls(wire).replace("CANARY", "c4nary").replace("JWT", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJjNG5hcnkifQ.c2lnbmF0dXJl-_");
    // The fragment sign of the one URL stays: it is not followed by a delimiter of ours.
    String wanted = controls(expected).replaceAll("/#(access|id)_", "/\0$1_").replace("#", MARK).replace('\0', '#');

    String redacted = KNOWING_NOTHING.redact(text);

    assertThat(redacted).isEqualTo(wanted.replace("&‹redacted›34;", "&#34;"));
    assertThat(KNOWING_NOTHING.redact(redacted)).isEqualTo(redacted);
  }

  /** What a server says about a parameter stands where its value would. */
  @ParameterizedTest
  @ValueSource(strings = {
    "{\"errors\":{\"client_secret\":[\"The client secret field is required.\"],\"password\":\"must not be blank\"},\"message\":\"The client secret field is required.\"}",
    "{\"client_secret\":\"is invalid\",\"message\":\"client_secret is invalid\"}",
    "{\"access_token\":\"missing\"}",
    "{\"error_uri\":\"https://login.example/error?code=7000215\"}",
    "Authorization: header is missing",
    "<p>Authorization: Bearer token is missing</p>"
  })
  void wordsAboutASecretAreNoSecret(String text) {
    assertThat(KNOWING_NOTHING.redact(text)).isEqualTo(text);
  }

  /** A phrase may be a password. */
  @ParameterizedTest
  @ValueSource(strings = {
    "{\"password\":\"correct horse battery staple\"}", "{\"password\":\"required7\"}", "{\"password\":[\"is required\",\"c4nary\"]}",
    "{\"password\":\"Required-Canary\"}", "{\"client_secret\":\"invalidcanaryinvalidcanaryinvalid is invalid\"}", "GET /cb?code=7000215x"
  })
  void whatOnlyLooksLikeWordsAboutASecretIsRedacted(String text) {
    assertThat(KNOWING_NOTHING.redact(text)).contains(MARK);
  }

  /** A validator's own words with the secret in them. */
  @Test
  void aKnownSecretAmongWordsAboutItIsRedacted() {
    assertThat(Redaction.of(List.of(Secret.of("canary"))).redact("{\"client_secret\":\"canary is invalid\"}"))
        .isEqualTo("{\"client_secret\":\"" + MARK + " is invalid\"}");
  }

  /** Genesys Cloud has a domain of permissions of that name: domain:entity:action. */
  @ParameterizedTest
  @ValueSource(strings = {
    "authorization:role:view", "authorization:orgTrusteeGroup:delete", "authorization:grant:*", "authorization:*:*", "authorization:readonly",
    "authorization:grant:add authorization:role:view routing:queue:view analytics:readonly"
  })
  void aPermissionThatStandsAloneIsNoHeader(String permission) {
    assertThat(KNOWING_NOTHING.redact(permission)).isEqualTo(permission);
  }

  /** Whatever else follows the name may be id and secret, as somebody wrote them. */
  @ParameterizedTest
  @ValueSource(strings = {
    "authorization:abc:def", "Authorization:abc:def", "Authorization:role:view", "AUTHORIZATION:role:view", "authorization: role:view",
    "authorization :role:view", "authorization:Basic:Y2FuYXJ5", "authorization:basic:canary", "authorization:canary", "authorization:role:view2",
    "authorization:role1:view", "authorization:role:view:x", "authorization:role:view abc", "authorization:role:view abc:def",
    "authorization:role:view\r\nHost: x", "authorization:role:view\n", "x: y\nauthorization:role:view", "authorization:role:view ", "authorization:role:VIEW",
    "proxy-authorization:role:view", "cookie:role:view", "authorization:view", "authorization::view", "authorization:readonly:canary"
  })
  void whatOnlyLooksLikeAPermissionIsAHeader(String header) {
    assertThat(KNOWING_NOTHING.redact(header)).contains(MARK);
  }

  @Test
  void aPermissionThatIsTheSecretIsRedacted() {
    assertThat(Redaction.of(List.of(Secret.of("role:view"))).redact("authorization:role:view")).isEqualTo("authorization:" + MARK);
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
  }

  static List<String> encodings() {
    String form = java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String json = SECRET.replace("\\", "\\\\").replace("\"", "\\\"");
    StringBuilder unicode = new StringBuilder();
    SECRET.chars().forEach(c -> unicode.append("\\u").append(HexFormat.of().toHexDigits((char) c)));
    StringBuilder references = new StringBuilder();
    SECRET.codePoints().forEach(c -> references.append("&#").append(c).append(';'));
    StringBuilder hexReferences = new StringBuilder();
    SECRET.codePoints().forEach(c -> hexReferences.append("&#x").append(Integer.toHexString(c)).append(';'));
    StringBuilder allPercent = new StringBuilder();
    for (byte b : SECRET.getBytes(StandardCharsets.UTF_8)) {
      allPercent.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
    }
    byte[] utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
    return List.of(
        SECRET, form, form.replace("+", "%20"), form.toLowerCase(java.util.Locale.ROOT).replace("c4nary", "c4nAry"),
        form.replace("%7E", "~").replace("*", "%2A"), allPercent.toString(),
        json, json.replace("/", "\\/"), json.replace("\\", "\\\\").replace("\"", "\\\""),
        unicode.toString(), unicode.toString().toUpperCase(java.util.Locale.ROOT).replace("\\U", "\\u"),
        html(SECRET),
        references.toString(), hexReferences.toString(),
        java.net.URLEncoder.encode(form, StandardCharsets.UTF_8),
        form.replace("%", "\\u0025"),
        java.net.URLEncoder.encode(json, StandardCharsets.UTF_8), java.net.URLEncoder.encode(json.replace("/", "\\/"), StandardCharsets.UTF_8),
        html(json), html(html(SECRET)), java.net.URLEncoder.encode(html(SECRET), StandardCharsets.UTF_8),
        Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8)),
        Base64.getEncoder().encodeToString(json.replace("/", "\\/").getBytes(StandardCharsets.UTF_8)),
        HexFormat.of().formatHex(utf8), HexFormat.of().withUpperCase().formatHex(utf8),
        Base64.getEncoder().encodeToString(utf8), Base64.getUrlEncoder().withoutPadding().encodeToString(utf8),
        Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Type: application/json\r\n\r\n\"CANARY-8f7e6d5c4b\"",
        "Content-Length: 20\r\n\r\n \"CANARY-8f7e6d5c4b\"\r\n",
        "Transfer-Encoding: chunked\r\n\r\n14\r\n\"CANARY-8f7e6d5c4b\"\r\n0\r\n\r\n"
      })
  void aBodyThatIsAJsonStringAndNothingElseIsAToken(String rest) {
    String answer = "HTTP/1.1 200 OK\r\n" + rest;

    assertThat(Redaction.of(List.of()).redact(answer)).isEqualTo(answer.replace("CANARY-8f7e6d5c4b", MARK));
    assertThat(Redaction.of(List.of()).learning(Bytes.of(answer.getBytes(StandardCharsets.UTF_8))).redact("X: CANARY-8f7e6d5c4b")).isEqualTo("X: " + MARK);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"unsupported_grant_type\"", "\"Error 8f7e6d5c4b of many\"", "\"https://auth.example/v2\"", "\"v2\"", "\"a-long-name-with-2\": 1"})
  void aBodyOfWordsIsNoToken(String body) {
    String answer = "HTTP/1.1 200 OK\r\n\r\n" + body;

    assertThat(Redaction.of(List.of()).redact(answer)).isEqualTo(answer);
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void aKnownSecretIsFoundAnywhereInEveryEncoding(String encoded) {
    Redaction redaction = Redaction.of(List.of(Secret.of(SECRET)));

    for (String frame : List.of("%s", "{\"error_description\":\"bad %s!\"}", "<p>%s</p>", "X-Echo: %s\r\n\r\n", "\\%s\\", "%%%s%%")) {
      String before = frame.substring(0, frame.indexOf("%s")).replace("%%", "%");
      String after = frame.substring(frame.indexOf("%s") + 2).replace("%%", "%");
      String redacted = redaction.redact(before + encoded + after);
      // Padding may stay; a backslash before an escape is taken for an escape within a string within a string.
      assertThat(redacted.replaceFirst("=+(?=\\Q" + after + "\\E$)", "")).isIn(before + MARK + after, before.replace("\\", "") + MARK + after);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"a:", "ab:", "abc:", "my-client:", "", "?"})
  void base64OfAnythingBeforeTheSecretHidesTheSecretAtEveryAlignment(String before) {
    for (String secret : List.of("s3cr3t-value", "k€y+/with=more", "abcd")) {
      Redaction redaction = Redaction.of(List.of(Secret.of(secret)));
      for (String tail : List.of("", "x", "yz", ":123")) {
        byte[] bytes = (before + secret + tail).getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder().withoutPadding())) {
          String redacted = redaction.redact("[" + encoder.encodeToString(bytes) + "]");
          assertThat(redacted).contains(MARK);
          String left = redacted.substring(0, redacted.indexOf(MARK)).replaceAll("[^A-Za-z0-9+/_-]", "");
          byte[] seen = Base64.getUrlDecoder().decode(left.replace('+', '-').replace('/', '_').substring(0, left.length() / 4 * 4));
          assertThat(seen.length).isLessThanOrEqualTo(before.getBytes(StandardCharsets.UTF_8).length);
        }
      }
    }
  }

  @Test
  void formEncodedFirstAndThenBase64AsInRfc6749() {
    String basic = Base64.getEncoder().encodeToString("my+app:s3cr%2bt%2f%3d".getBytes(StandardCharsets.UTF_8));
    assertThat(Redaction.of(List.of(Secret.of("s3cr+t/="))).redact("seen: " + basic)).contains(MARK).doesNotContain(basic.substring(12, 20));
  }

  @Test
  void latin1AndUtf16BytesAreTheSameSecret() {
    Redaction redaction = Redaction.of(List.of(Secret.of("pässwörd")));

    assertThat(redaction.redact(Bytes.of("a=pässwörd!".getBytes(StandardCharsets.ISO_8859_1)))).isEqualTo(Bytes.utf8("a=" + MARK + "!"));
    assertThat(redaction.redact("a=p%E4ssw%f6rd!")).isEqualTo("a=" + MARK + "!");
    assertThat(redaction.redact("[" + Base64.getEncoder().encodeToString("pässwörd".getBytes(StandardCharsets.ISO_8859_1)) + "]"))
        .startsWith("[" + MARK);
    assertThat(Redaction.of(List.of(Secret.of("canary"))).redact(Bytes.of("canary".getBytes(StandardCharsets.UTF_16LE))).asText())
        .startsWith(MARK);
    assertThat(Redaction.of(List.of(Secret.of("canary"))).redact(Bytes.of("canary".getBytes(StandardCharsets.UTF_16BE))).asText())
        .endsWith(MARK);
  }

  @Test
  void aSecretAcrossAChunkFrameIsFound() {
    assertThat(Redaction.of(List.of(Secret.of("canary-secret"))).redact("5\r\nx can\r\n1f;e=1\r\nary-secret y")).isEqualTo("5\r\nx " + MARK + " y");
    String extended = "5\r\nx can\r\n1f;e=" + "x".repeat(4000) + "\r\nary-secret y";
    assertThat(Redaction.of(List.of(Secret.of("canary-secret"))).redact(extended)).isEqualTo("5\r\nx " + MARK + " y");
  }

  @Test
  void aKnownSecretCutAtTheEndIsFound() {
    Redaction redaction = Redaction.of(List.of(Secret.of("canary+secret")));
    assertThat(redaction.redact("echo canary+se")).isEqualTo("echo " + MARK);
    assertThat(redaction.redact("echo canary%2")).isEqualTo("echo " + MARK);
    assertThat(redaction.redact("echo canary.")).isEqualTo("echo canary.");
  }

  /** Whoever shortens what he quotes says so. */
  @ParameterizedTest
  @ValueSource(strings = {"canary-s...", "canary+sec…", "canary-s***", "canary-s\\u2026", "canary-s&hellip;", "canary%2Dsec...", "canary-secret-…"})
  void aSecretThatWasShortenedIsFound(String shortened) {
    String redacted = Redaction.of(List.of(Secret.of("canary-secret-42"), Secret.of("canary+secret"))).redact("no '" + shortened + "' here");
    assertThat(redacted).startsWith("no '" + MARK).endsWith("' here");
  }

  @Test
  void aWordThatBeginsLikeASecretStays() {
    assertThat(Redaction.of(List.of(Secret.of("please-try-again"))).redact("please- please try, plea...")).isEqualTo("please- please try, plea...");
  }

  @ParameterizedTest
  @CsvSource({
    "can!#$ary(x)*,can&excl;&num;&dollar;ary&lpar;x&rpar;&ast;",
    "c:;?@[\\]^_`{|}~y,c&colon;&semi;&quest;&commat;&lsqb;&bsol;&rsqb;&Hat;&lowbar;&grave;&lcub;&verbar;&rcub;~y",
    "p\u00E4ssw\u00F6rd\u20AC,p&auml;ssw&ouml;rd&euro;",
    "\u00FFy\u00D7\u00A1z,&yuml;y&times;&iexcl;z",
    "p\u00E4ssw\u00F6rd,p\\xc3\\xa4ssw\\xC3\\xB6rd",
    "cafe\u0301-secret,caf\u00E9-secret",
    "caf\u00E9-secret,cafe\u0301-secret"
  })
  void itsCharactersMayBeWrittenAsServersDo(String secret, String written) {
    assertThat(Redaction.of(List.of(Secret.of(unescaped(secret)))).redact("no '" + unescaped(written) + "'")).isEqualTo("no '" + MARK + "'");
  }

  /** A server takes a secret in raw Basic for form-encoded, or says what the one that was encoded already stands for. */
  @ParameterizedTest
  @CsvSource({"canary+secret,canary secret", "canary%2Fsecret,canary/secret", "can%61ry%2Bs3cret,canary+s3cret"})
  void aSecretThatTheServerDecodedIsFound(String secret, String decoded) {
    assertThat(Redaction.of(List.of(Secret.of(secret))).redact("no '" + decoded + "'")).isEqualTo("no '" + MARK + "'");
  }

  @Test
  void aSecretInOtherLettersIsFound() {
    Redaction redaction = Redaction.of(List.of(Secret.of("Canary-Secret-é")));
    assertThat(redaction.redact("no CANARY-SECRET-É, no canary-secret-é")).isEqualTo("no " + MARK + ", no " + MARK);
    assertThat(Redaction.of(List.of(Secret.of("read"))).redact("Read the manual")).isEqualTo("Read the manual");
  }

  @Test
  void whiteSpaceAroundTheSecretMayBeMissing() {
    assertThat(Redaction.of(List.of(Secret.of(" canary\n"))).redact("got 'canary'")).isEqualTo("got '" + MARK + "'");
  }

  @Test
  void aShortSecretIsFoundByItsPlaceOnly() {
    Redaction redaction = Redaction.of(List.of(Secret.of("abc")));
    assertThat(redaction.redact("abc client_secret=abc&x=abc")).isEqualTo("abc client_secret=" + MARK + "&x=abc");
  }

  @Test
  void theLongerOfTwoSecretsLeavesNothingOver() {
    Redaction redaction = Redaction.of(List.of(Secret.of("token"), Secret.of("token-and-more"), Secret.of("en-longer-one")));
    assertThat(redaction.redact("token-and-more token-longer-one token")).isEqualTo(MARK + " " + MARK + " " + MARK);
  }

  @Test
  void aTokenOfTheAnswerIsKnownEverywhere() {
    assertThat(KNOWING_NOTHING.redact("X-Token: tok-12345678\r\n\r\n{\"access_token\":\"tok-12345678\"}"))
        .isEqualTo("X-Token: " + MARK + "\r\n\r\n{\"access_token\":\"" + MARK + "\"}");
    Redaction learned = KNOWING_NOTHING.learning(Bytes.utf8("{\"access_token\":\"tok\\/12345678\"}"));
    assertThat(learned.redact("GET /x?t=tok%2F12345678")).isEqualTo("GET /x?t=" + MARK);
  }

  @Test
  void thePasswordOfBasicIsKnownEverywhere() {
    String header = "Authorization: Basic " + Base64.getEncoder().encodeToString("id:canary-secret".getBytes(StandardCharsets.UTF_8));
    assertThat(KNOWING_NOTHING.learning(Bytes.utf8(header)).redact("you sent canary-secret")).isEqualTo("you sent " + MARK);
  }

  @Test
  void thePasswordOfAKnownBasicPairIsKnownHoweverShort() {
    String pair = Base64.getEncoder().encodeToString("me:pä55".getBytes(StandardCharsets.UTF_8));
    assertThat(Redaction.of(List.of(Secret.of(pair))).redact("no 'pä55' of 'me', " + pair)).isEqualTo("no '" + MARK + "' of 'me', " + MARK);
  }

  @Test
  void aPartIsRedactedWithTheKnowledgeOfTheWhole() {
    String text = "{\"access_token\":\"" + "x".repeat(300) + "\",\"b\":1}";
    assertThat(KNOWING_NOTHING.redact(text, 100, 200)).isEqualTo(MARK);
    assertThat(KNOWING_NOTHING.redact(text, 200, text.length())).isEqualTo(MARK + "\",\"b\":1}");
    assertThat(KNOWING_NOTHING.redact(text, 0, 16)).isEqualTo("{\"access_token\":");
  }

  @Test
  void aSecretThatLooksLikeTheMarkDoesNotMultiplyIt() {
    Redaction redaction = Redaction.of(List.of(Secret.of("redacted")));
    assertThat(redaction.redact("it is redacted")).isEqualTo("it is " + MARK);
    assertThat(redaction.redact("it is " + MARK)).isEqualTo("it is " + MARK);
  }

  @Test
  void otherBytesStayAsTheyAreEvenWhenTheyAreNoText() {
    byte[] noise = {(byte) 0xFF, 0, (byte) 0xC3, '(', (byte) 0x80};
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    wire.writeBytes(noise);
    wire.writeBytes("canary".getBytes(StandardCharsets.US_ASCII));
    wire.writeBytes(noise);
    byte[] redacted = Redaction.of(List.of(Secret.of("canary"))).redact(Bytes.of(wire.toByteArray())).toArray();

    assertThat(Arrays.copyOf(redacted, noise.length)).isEqualTo(noise);
    assertThat(Arrays.copyOfRange(redacted, redacted.length - noise.length, redacted.length)).isEqualTo(noise);
    assertThat(new String(redacted, StandardCharsets.UTF_8)).contains(MARK).doesNotContain("canary");
  }

  /** Nobody can look into it, and whoever has the bytes has what is in them. */
  @Test
  void aCompressedBodyIsRedactedAsAWhole() throws IOException {
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    String head = "HTTP/1.1 200 OK\r\ncontent-Encoding: gzip\r\n\r\n";
    wire.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    try (GZIPOutputStream gzip = new GZIPOutputStream(wire)) {
      gzip.write("{\"access_token\":\"canary-canary\"}".getBytes(StandardCharsets.US_ASCII));
    }
    Bytes redacted = KNOWING_NOTHING.redact(Bytes.of(wire.toByteArray()));

    assertThat(redacted).isEqualTo(Bytes.utf8(head + MARK));
    assertThat(KNOWING_NOTHING.redact(redacted)).isEqualTo(redacted);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "HTTP/1.1 400 X\r\nContent-Encoding: gzip\r\n\r\n{\"error\":\"not compressed at all\"}", "HTTP/1.1 400 X\r\nContent-Encoding: identity\r\n\r\n\uDCFF",
    "HTTP/1.1 400 X\r\n\r\nContent-Encoding: gzip\r\n\uDCFF", "Content-Encoding: gzip\r\n\r\n\uDCFF"
  })
  void anyOtherBodyIsShown(String message) {
    assertThat(KNOWING_NOTHING.redact(message)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"password\":", "\"access_token\":\"a\",", "aaaaaaaa", "\\\\\\\\", "%41%2B", "&amp;&#39;", "\r\n1f\r\n", "password=a&", "\"", "東", "x y ",
    ".code=", ".token%3D", ".authorization:", "eyJ\r\n3\r\n", "eyJ.", "://a:b", "\r\n1;eeeeeeeeee"
  })
  void fourHostileMegabytesAreNoQuadraticWork(String unit) {
    Redaction redaction =
        Redaction.of(List.of(Secret.of("a".repeat(5000) + "b"), Secret.of("\\".repeat(500) + "x"), Secret.of(SECRET), Secret.of("東".repeat(100) + "京")));
    String text = unit.repeat(4_000_000 / unit.length());

    // Quadratic would be hours.
    String redacted = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(60), () -> redaction.redact(text));

    assertThat(redacted).isNotNull();
  }

  @Test
  void aTokenOfMegabytesIsFoundWholeInEveryEncoding() {
    String token = "aB3-_é!~*😀+".repeat(100_000) + "the end";
    String form = URLEncoder.encode(token, StandardCharsets.UTF_8);
    byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
    Redaction redaction = Redaction.of(List.of(Secret.of(token)));

    for (String spelled :
        List.of(
            token,
            form,
            form.replace("+", "%20").replace("*", "%2A"),
            form.replace("%21", "!"),
            Base64.getEncoder().encodeToString(utf8),
            Base64.getEncoder().encodeToString(form.replace("%7E", "~").getBytes(StandardCharsets.UTF_8)),
            HexFormat.of().formatHex(utf8),
            new String(token.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1))) {
      Bytes wire = spelled.indexOf('\0') < 0 ? Bytes.utf8("a [" + spelled + "] z") : Bytes.of(("a [" + spelled + "] z").getBytes(StandardCharsets.ISO_8859_1));
      assertThat(redaction.redact(wire).asText().replace("=", "").replace("\0", "")).isEqualTo("a [" + Redaction.MARK + "] z");
    }
  }

  /** Each of them held all hundred spellings of it, and a token of 4 MB was too much for a heap of 512 MB. */
  @Test
  void manyRedactionsOfAHugeTokenFitIntoTheHeap() {
    Secret token = Secret.of("eyJhbGciOiJub25lIn0.".repeat(200_000));

    List<Redaction> redactions = Stream.generate(() -> Redaction.of(List.of(token))).limit(50).toList();

    assertThat(redactions).allSatisfy(it -> assertThat(it.redact("no token")).isEqualTo("no token"));
  }

  @Test
  void itDoesNotPrintWhatItKnows() {
    assertThat(Redaction.of(List.of(Secret.of("canary")))).hasToString("knows 1 secrets");
  }

  private static String unescaped(String text) {
    return java.util.regex.Pattern.compile("\\\\u([0-9A-F]{4})").matcher(text).replaceAll(it -> Character.toString(Integer.parseInt(it.group(1), 16)));
  }

  private static String controls(String text) {
    return text.replaceAll("(?<!\\\\)\\\\r", "\r").replaceAll("(?<!\\\\)\\\\n", "\n").replace("\\\\r", "\\r").replace("\\\\n", "\\n");
  }

  @Test
  void ofManyTextsEachIsRedactedAsAloneAndWhatOneTeachesCountsInAll() {
    Redaction redaction = Redaction.of(List.of(Secret.of("s3cret-canary")));
    List<String> scopes =
        List.of("a:view", "authorization:role:view", "x-s3cret-canary-y", "client_secret=learned-value", "learned-value", "password:short");
    assertThat(redaction.redactAll(scopes))
        .containsExactly("a:view", "authorization:role:view", "x-" + MARK + "-y", "client_secret=" + MARK, MARK, "password:short");
    scopes.stream().limit(4).forEach(it -> assertThat(redaction.redactAll(List.of(it))).containsExactly(redaction.redact(it)));
  }

  /** Twenty seconds once, of a word that teaches something each. */
  @Test
  void hundredsOfThousandsOfWordsAreNotEachLearnedAnew() {
    List<String> words = IntStream.range(0, 200_000).mapToObj(it -> "client_secret=value-%06d".formatted(it)).toList();
    List<String> redacted =
        Assertions.assertTimeoutPreemptively(
            Duration.ofSeconds(10), () -> Redaction.of(List.of(Secret.of("s3cret-canary"))).redactAll(words));
    assertThat(redacted).hasSize(200_000).containsOnly("client_secret=" + MARK);
  }
}
