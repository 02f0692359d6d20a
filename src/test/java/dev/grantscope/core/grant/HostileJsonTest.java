package dev.grantscope.core.grant;

import static dev.grantscope.core.grant.Answers.asking;
import static dev.grantscope.core.grant.Answers.inWords;
import static dev.grantscope.core.grant.Answers.response;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.core.grant.AnswerNote.Kind;
import dev.grantscope.core.wire.Header;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** JSON that is broken, odd or meant to harm: each ends with a named outcome. */
class HostileJsonTest {
  private static final String TOKEN = "{\"access_token\":\"t\",\"token_type\":\"b\"}";
  private static final String JSON = " 200 application/json";
  private static final String NOT_JSON = "NOT_JSON" + JSON;

  static Stream<Arguments> bodies() {
    return Stream.of(
        of("root array", "[]", "OTHER_JSON 200"),
        of("root array with a token", "[" + TOKEN + "]", "OTHER_JSON 200"),
        of("root string", "\"access_token\"", "OTHER_JSON 200"),
        of("root null", "null", "OTHER_JSON 200"),
        of("root number", "12", "OTHER_JSON 200"),
        of("root true", "true", "OTHER_JSON 200"),
        of("empty object", "{}", "OTHER_JSON 200"),
        of("a number, then text", "404 page not found", NOT_JSON),
        of("a word, then text", "true story", NOT_JSON),
        of("NaN", "{\"access_token\":\"t\",\"token_type\":\"b\",\"expires_in\":NaN}", NOT_JSON),
        of("single quotes", "{'access_token':'t'}", NOT_JSON),
        of("comment", "/* */" + TOKEN, NOT_JSON),
        of("cut off", "{\"access_token\":\"t\"", NOT_JSON),
        of("NUL", "\u0000", NOT_JSON),
        of("raw line break in a string", "{\"access_token\":\"t\n\"}", NOT_JSON),
        of("array 100,000 deep", "[".repeat(100_000), "JSON_TOO_DEEP" + JSON),
        of("object 100,000 deep", "{\"a\":".repeat(100_000), "JSON_TOO_DEEP" + JSON),
        of("token beside an array 100,000 deep", "{\"access_token\":\"t\",\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}", "JSON_TOO_DEEP" + JSON),
        of("a megabyte of digits", "{\"access_token\":\"t\",\"expires_in\":" + "1".repeat(1_000_000) + "}", "JSON_TOO_LONG" + JSON),
        of("exponent beyond int", "{\"access_token\":\"t\",\"expires_in\":1e99999999999}", "JSON_TOO_LONG" + JSON),
        of("a name of 60,000 characters", "{\"access_token\":\"t\",\"" + "n".repeat(60_000) + "\":1}", "JSON_TOO_LONG" + JSON),
        of("a fraction of a million digits", "{\"access_token\":\"t\",\"x\":0." + "1".repeat(1_000_000) + "}", "JSON_TOO_LONG" + JSON),
        of("text after it", TOKEN + " thanks", "granted b", Kind.TRAILING_TEXT),
        of("brace after it", TOKEN + "}", "granted b", Kind.TRAILING_TEXT),
        of("second object after it", TOKEN + TOKEN, "granted b", Kind.TRAILING_TEXT),
        of("blanks after it", TOKEN + " \r\n\t", "granted b"),
        of("blanks before it", " \r\n\t" + TOKEN, "granted b"),
        of("byte order mark", "\uFEFF" + TOKEN, "granted b", Kind.BYTE_ORDER_MARK),
        of("duplicate member", "{\"token_type\":\"a\",\"access_token\":\"t\",\"token_type\":\"b\",\"token_type\":\"c\"}", "granted c",
            Kind.DUPLICATE_MEMBER),
        of("two duplicates", "{\"token_type\":\"a\",\"access_token\":\"s\",\"token_type\":\"b\",\"access_token\":\"t\"}", "granted b",
            Kind.DUPLICATE_MEMBER, Kind.DUPLICATE_MEMBER),
        of("duplicate by escape", "{\"access_token\":\"t\",\"token_type\":\"a\",\"token\\u005ftype\":\"b\"}", "granted b",
            Kind.DUPLICATE_MEMBER),
        of("duplicate deeper down", "{\"access_token\":\"t\",\"token_type\":\"b\",\"x\":{\"a\":1,\"a\":2},\"y\":[{\"a\":1,\"a\":2}]}", "granted b"),
        of("token type missing", "{\"access_token\":\"t\"}", "granted ", Kind.TOKEN_TYPE_MISSING),
        of("token type null", "{\"access_token\":\"t\",\"token_type\":null}", "granted ", Kind.TOKEN_TYPE_MISSING),
        of("token a number", "{\"access_token\":12,\"token_type\":\"b\"}", "OTHER_JSON 200"),
        of("token empty", "{\"access_token\":\"\",\"token_type\":\"b\"}", "OTHER_JSON 200"),
        of("token null", "{\"access_token\":null,\"token_type\":\"b\"}", "OTHER_JSON 200"),
        of("token misspelt", "{\"Access_Token\":\"t\",\"token_type\":\"b\"}", "OTHER_JSON 200"));
  }

  private static Arguments of(String name, String body, String outcome, Kind... notes) {
    return argumentSet(name, body, outcome, List.of(notes));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void endsWithANamedOutcome(String body, String outcome, List<Kind> notes) {
    GrantRun run = assertTimeoutPreemptively(ofSeconds(20), () -> Answers.json("a", body));

    assertThat(inWords(run.outcome())).isEqualTo(outcome);
    assertThat(run.notes()).extracting(AnswerNote::kind).containsExactlyElementsOf(notes);
  }

  static Stream<Arguments> encodings() {
    return Stream.of(
        argumentSet("UTF-8", StandardCharsets.UTF_8, false, List.of()),
        argumentSet("UTF-16BE", StandardCharsets.UTF_16BE, false, List.of(new AnswerNote(Kind.NOT_UTF8, "UTF-16BE"))),
        argumentSet("UTF-16LE", StandardCharsets.UTF_16LE, false, List.of(new AnswerNote(Kind.NOT_UTF8, "UTF-16LE"))),
        argumentSet("UTF-16BE with mark", StandardCharsets.UTF_16BE, true,
            List.of(new AnswerNote(Kind.NOT_UTF8, "UTF-16BE"), new AnswerNote(Kind.BYTE_ORDER_MARK, ""))),
        argumentSet("UTF-16LE with mark", StandardCharsets.UTF_16LE, true,
            List.of(new AnswerNote(Kind.NOT_UTF8, "UTF-16LE"), new AnswerNote(Kind.BYTE_ORDER_MARK, ""))),
        argumentSet("ISO-8859-1", StandardCharsets.ISO_8859_1, false, List.of(new AnswerNote(Kind.NOT_UTF8, ""))));
  }

  @ParameterizedTest
  @MethodSource("encodings")
  void readsOtherEncodings(Charset charset, boolean mark, List<AnswerNote> notes) {
    byte[] body = ((mark ? "\uFEFF" : "") + "{\"access_token\":\"t\",\"token_type\":\"b\",\"x\":\"é\"}").getBytes(charset);

    GrantRun run = Answers.to(asking("a"), response(200, body, new Header("Content-Type", "application/json")));

    assertThat(inWords(run.outcome())).isEqualTo("granted b");
    assertThat(run.notes()).isEqualTo(notes);
  }

  @Test
  void namesADuplicateShortly() {
    String name = "n".repeat(50_000);
    GrantRun run = Answers.json("a", "{\"access_token\":\"t\",\"token_type\":\"b\",\"" + name + "\":1,\"" + name + "\":1}");

    assertThat(run.notes()).singleElement().satisfies(note -> assertThat(note.detail()).startsWith("nnn").hasSizeLessThanOrEqualTo(8192));
  }

  @Test
  void readsAnEndlessScopeInTime() {
    String scope = IntStream.range(0, 400_000).mapToObj(i -> "s" + i).collect(Collectors.joining(" "));

    GrantRun run = assertTimeoutPreemptively(
        ofSeconds(20), () -> Answers.json("a s7", "{\"access_token\":\"t\",\"token_type\":\"b\",\"scope\":\"" + scope + "\"}"));

    assertThat(((GrantOutcome.Granted) run.outcome()).scopes().missing()).containsExactly("a");
  }

  /** Broken at a random place, or bytes at random: whatever comes, it never throws. */
  @Test
  void neverThrows() {
    Random random = new Random(20261121);
    String whole = "{\"access_token\":\"t\",\"token_type\":\"b\",\"expires_in\":1e4,\"scope\":[\"a\"],\"error\":null}";
    for (int i = 0; i < 8_000; i++) {
      byte[] body = whole.getBytes(StandardCharsets.UTF_8);
      for (int k = random.nextInt(4); k >= 0; k--) {
        body[random.nextInt(body.length)] = (byte) (random.nextBoolean() ? "{}[]\",:0e9-+.\\".charAt(random.nextInt(14)) : random.nextInt());
      }
      assertThat(Answers.to(asking("a"), response(200, body)).outcome()).isNotNull();
    }
  }
}
