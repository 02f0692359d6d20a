package dev.grantscope.core.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.grantscope.adapter.wire.RawServer;
import dev.grantscope.adapter.wire.SocketWire;
import dev.grantscope.core.grant.AnswerNote;
import dev.grantscope.core.grant.GrantOutcome.NotOAuth;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.EndpointException;
import dev.grantscope.core.wire.WireFailure.Kind;
import dev.grantscope.core.wire.WireLimits;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireSettings;
import dev.grantscope.fixture.RefusingPort;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Discovery over a real socket, with servers that answer by the path, well or not. */
class DiscoveryTest {
  private static final SocketWire WIRE = new SocketWire();
  private static final String OIDC = "/.well-known/openid-configuration";
  private static final String OAUTH = "/.well-known/oauth-authorization-server";
  private static final String NOT_FOUND = "HTTP/1.1 404 Not Found\r\nContent-Length: 9\r\n\r\nnot found";

  @AfterAll
  static void close() {
    WIRE.close();
  }

  private static DiscoveryRun discover(String issuer) throws EndpointException {
    return discover(issuer, new Cancellation(), WireListener.NONE);
  }

  private static DiscoveryRun discover(String issuer, Cancellation cancellation, WireListener listener) throws EndpointException {
    WireSettings settings = WireSettings.STANDARD.withLimits(WireLimits.within(Duration.ofSeconds(20)));
    return new Discovery(WIRE, "Test/1").discover(Issuer.parse(issuer), settings, cancellation, listener);
  }

  /** Answers by path; {PORT} in an answer is the server's own. */
  private static RawServer server(Map<String, String> answers) {
    return RawServer.running(
        connection -> {
          String head = connection.readRequest();
          String path = head.split(" ", 3)[1];
          String port = head.replaceFirst("(?s).*\r\nHost: 127\\.0\\.0\\.1:([0-9]+)\r\n.*", "$1");
          connection.write(answers.getOrDefault(path, NOT_FOUND).replace("{PORT}", port));
        });
  }

  private static String url(RawServer server) {
    return "http://127.0.0.1:" + server.port();
  }

  private static String json(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n" + body.replace('\'', '"');
  }

  @Test
  void asksWithoutCredentialsAndKeepsTheBytes() throws Exception {
    try (RawServer server = server(Map.of(OIDC, json("{'issuer':'http://127.0.0.1:{PORT}'}")))) {
      DiscoveryRun run = discover(url(server));

      String sent = "GET " + OIDC + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port()
          + "\r\nUser-Agent: Test/1\r\nAccept: application/json\r\nConnection: close\r\n\r\n";
      assertThat(server.only().received()).asString(StandardCharsets.ISO_8859_1).isEqualTo(sent);
      assertThat(run.attempts().getFirst().exchange().sent().asText()).isEqualTo(sent);
      assertThat(run.match()).contains(IssuerMatch.SAME);
    }
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        argumentSet("OpenID, appended", "/realm" + OIDC, Place.Form.OIDC_APPENDED),
        argumentSet("RFC 8414, inserted", OAUTH + "/realm", Place.Form.OAUTH_INSERTED),
        argumentSet("RFC 8414 §5, inserted", OIDC + "/realm", Place.Form.OIDC_INSERTED),
        argumentSet("appended against the RFC", "/realm" + OAUTH, Place.Form.OAUTH_APPENDED));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void findsEachForm(String path, Place.Form form) throws EndpointException {
    try (RawServer server = server(Map.of(path, json("{'issuer':'http://127.0.0.1:{PORT}/realm'}")))) {
      DiscoveryRun run = discover(url(server) + "/realm");

      assertThat(run.found().map(it -> it.place().form())).contains(form);
      assertThat(run.match()).contains(IssuerMatch.SAME);
      assertThat(run.attempts()).last().extracting(it -> it.place().form()).isEqualTo(form);
    }
  }

  @Test
  void aDocumentOfAnotherIssuerIsNotTheLastWord() throws EndpointException {
    Map<String, String> answers =
        Map.of(
            OIDC, json("{'issuer':'https://other.example','token_endpoint':'https://other.example/token'}"),
            OAUTH, json("{'issuer':'http://127.0.0.1:{PORT}','token_endpoint':'http://127.0.0.1:{PORT}/token'}"));
    try (RawServer server = server(answers)) {
      DiscoveryRun run = discover(url(server));

      assertThat(run.found().map(it -> it.place().form())).contains(Place.Form.OAUTH_INSERTED);
      assertThat(run.match()).contains(IssuerMatch.SAME);
    }
  }

  @Test
  void anIssuerThatDiffersIsANamedFact() throws EndpointException {
    try (RawServer server = server(Map.of(OIDC, json("{'issuer':'https://other.example'}")))) {
      assertThat(discover(url(server)).match()).contains(IssuerMatch.DIFFERENT);
    }
  }

  static Stream<Arguments> hostile() {
    String huge = "\"" + "x".repeat(5 * 1024 * 1024) + "\"";
    String scopes = IntStream.range(0, 20_000).mapToObj(it -> "'s" + it + "'").collect(Collectors.joining(","));
    return Stream.of(
        argumentSet("web page", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>", "HTML 200"),
        argumentSet("redirect", "HTTP/1.1 302 Found\r\nLocation: https://elsewhere.example/\r\nContent-Length: 0\r\n\r\n", "REDIRECT 302"),
        argumentSet("empty", "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", "EMPTY 200"),
        argumentSet("not found", NOT_FOUND, "NOT_JSON 404"),
        argumentSet("other JSON", json("{'hello':'world'}"), "json 200"),
        argumentSet("metadata with an error's status", json("{'issuer':'http://127.0.0.1:{PORT}'}").replace("200 OK", "500 Oops"), "json 500"),
        argumentSet("100,000 deep", json("{'issuer':" + "[".repeat(100_000)), "JSON_TOO_DEEP 200"),
        argumentSet("too large", json("{'issuer':'http://127.0.0.1:{PORT}','x':" + huge + "}"), "TOO_LARGE 200"),
        argumentSet("not HTTP", "hello\r\n\r\n", "NOT_HTTP 0"),
        argumentSet("cut off", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"issuer\":", "TRUNCATED 200"),
        argumentSet("duplicate members", json("{'issuer':'x','issuer':'http://127.0.0.1:{PORT}'}"), "metadata SAME [DUPLICATE_MEMBER]"),
        argumentSet("text behind", json("{'issuer':'http://127.0.0.1:{PORT}'} thanks"), "metadata SAME [TRAILING_TEXT]"),
        argumentSet("20,000 scopes", json("{'issuer':'http://127.0.0.1:{PORT}','scopes_supported':[" + scopes + "]}"), "metadata SAME []"),
        argumentSet("wrong types", json("{'issuer':'http://127.0.0.1:{PORT}','token_endpoint':{}}"), "metadata SAME []"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void whateverComesHasAName(String answer, String named) throws EndpointException {
    try (RawServer server = server(Map.of(OIDC, answer))) {
      assertThat(inWords(discover(url(server)))).isEqualTo(named);
    }
  }

  private static String inWords(DiscoveryRun run) {
    Attempt first = run.attempts().getFirst();
    if (first.metadata().isPresent()) {
      List<AnswerNote.Kind> notes = first.metadata().get().notes().stream().map(AnswerNote::kind).toList();
      return "metadata " + run.match().orElseThrow() + " " + notes;
    }
    return switch (first.answer()) {
      case JsonAnswer.Json json -> "json " + json.status();
      case JsonAnswer.None none when none.outcome() instanceof NotOAuth it -> it.reason() + " " + it.status();
      case JsonAnswer.None none -> none.outcome().toString();
    };
  }

  @Test
  void aHostThatCannotBeReachedIsAskedOnce() throws EndpointException {
    try (RefusingPort nobody = new RefusingPort()) {
      DiscoveryRun run = discover("http://127.0.0.1:" + nobody.port() + "/realm");

      assertThat(run.attempts()).hasSize(1);
      assertThat(run.notReached()).hasValueSatisfying(it -> assertThat(it.kind()).isEqualTo(Kind.REFUSED));
      assertThat(run.metadata()).isEmpty();
    }
  }

  @Test
  void cancelEndsTheWholeSearch() throws EndpointException {
    try (RawServer server = RawServer.running(RawServer.Connection::readUntilClosed)) {
      Cancellation cancellation = new Cancellation();
      DiscoveryRun run =
          discover(
              url(server) + "/realm",
              cancellation,
              phase -> {
                if (phase == dev.grantscope.core.wire.Phase.WAIT) {
                  Thread.ofVirtual().start(cancellation::cancel);
                }
              });

      assertThat(run.isCancelled()).isTrue();
      assertThat(run.attempts()).hasSize(1);
    }
  }
}
