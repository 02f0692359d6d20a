package dev.grantscope.core.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JwtTest {
  /** RFC 7515 App. A.1. */
  private static final String OF_THE_RFC =
      "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
          + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
          + ".dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  @Test
  void readsTheOneOfTheRfc() {
    Jwt jwt = Jwt.decode(OF_THE_RFC).orElseThrow();

    assertThat(jwt.header().path("alg").stringValue()).isEqualTo("HS256");
    assertThat(jwt.claims().path("iss").stringValue()).isEqualTo("joe");
    assertThat(jwt.claims().path("exp").longValue()).isEqualTo(1300819380L);
    assertThat(jwt.claims().path("http://example.com/is_root").booleanValue()).isTrue();
  }

  static Stream<Arguments> opaque() {
    String header = part("{\"alg\":\"RS256\"}");
    String claims = part("{\"sub\":\"x\"}");
    return Stream.of(
        argumentSet("empty", ""),
        argumentSet("opaque", "2YotnFZFEjr1zCsicMWpAA"),
        argumentSet("one dot", header + "." + claims),
        argumentSet("JWE of five parts", header + ".a.b.c.d"),
        argumentSet("four parts", header + "." + claims + ".a.b"),
        argumentSet("dots only", ".."),
        argumentSet("a million dots", ".".repeat(1_000_000)),
        argumentSet("host name", "www.example.com"),
        argumentSet("version number", "1.2.3"),
        argumentSet("not Base64url", "e+J9." + claims + ".x"),
        argumentSet("blank within", header + " ." + claims + ".x"),
        argumentSet("header is no JSON", part("alg") + "." + claims + ".x"),
        argumentSet("header is an array", part("[\"alg\"]") + "." + claims + ".x"),
        argumentSet("header without alg", part("{\"typ\":\"JWT\"}") + "." + claims + ".x"),
        argumentSet("claims are text", header + "." + part("\"x\"") + ".x"),
        argumentSet("claims are empty", header + ".." + "x"),
        argumentSet("claims are cut", header + "." + part("{\"sub\":") + ".x"),
        argumentSet("claims too deep", header + "." + part("{\"a\":".repeat(100_000)) + ".x"),
        argumentSet("JSON itself", "{\"a\":1.5,\"b\":2.5}"));
  }

  @ParameterizedTest
  @MethodSource("opaque")
  void anythingElseIsOpaque(String token) {
    assertThat(Jwt.decode(token)).isEmpty();
  }

  @Test
  void padsOrNot() {
    String padded = Base64.getUrlEncoder().encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.UTF_8));

    assertThat(padded).endsWith("=");
    assertThat(Jwt.decode(padded + "." + part("{}") + ".")).isPresent();
    assertThat(Jwt.decode(padded.replace("=", "") + "." + part("{}") + ".")).isPresent();
  }

  @Test
  void readsAHugeOne() {
    Jwt jwt = claims("{\"x\":\"" + "y".repeat(3_000_000) + "\",\"scope\":\"a\"}");

    assertThat(jwt.words("scope")).hasValue("a");
  }

  static Stream<Arguments> words() {
    return Stream.of(
        argumentSet("text", "\"a b\"", Optional.of("a b")),
        argumentSet("empty text", "\"\"", Optional.of("")),
        argumentSet("array", "[\"a\",\"b\"]", Optional.of("a b")),
        argumentSet("empty array", "[]", Optional.of("")),
        argumentSet("array of others too", "[1,\"a\",null,[\"b\"]]", Optional.of("a")),
        argumentSet("number", "7", Optional.empty()),
        argumentSet("null", "null", Optional.empty()),
        argumentSet("object", "{\"a\":1}", Optional.empty()));
  }

  @ParameterizedTest
  @MethodSource("words")
  void readsWords(String json, Optional<String> expected) {
    assertThat(claims("{\"scp\":" + json + "}").words("scp")).isEqualTo(expected);
    assertThat(claims("{\"scp\":" + json + "}").words("scope")).isEmpty();
  }

  @Test
  void doesNotPrintItsClaims() {
    assertThat(claims("{\"sub\":\"canary\"}").toString()).isEqualTo("JWT");
  }

  private static Jwt claims(String json) {
    return Jwt.decode(part("{\"alg\":\"RS256\"}") + "." + part(json) + ".c2ln").orElseThrow();
  }

  private static String part(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
