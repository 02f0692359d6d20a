package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.latin1;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static dev.grantscope.adapter.wire.WireFixture.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireFailure;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What servers send that they should not: each has a named outcome, and the raw bytes are kept. */
class HostileAnswersTest {
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final SocketWire wire = new SocketWire();

  @AfterEach
  void close() {
    wire.close();
  }

  /** Name, bytes sent before the connection is closed, outcome, status (0: no answer), body. */
  static Stream<Arguments> answers() {
    return Stream.of(
        row("length", OK + "Content-Length: 5\r\n\r\nhello", "whole", 200, "hello"),
        row("no reason", "HTTP/1.1 200\r\nContent-Length: 0\r\n\r\n", "whole", 200, ""),
        row("until close", OK + "\r\nhello", "whole", 200, "hello"),
        row("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nhello", "whole", 200, "hello"),
        row("chunked", OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2;x=y\r\nlo\r\n0\r\nA: b\r\n\r\n", "whole", 200, "hello"),
        row("LF only", "HTTP/1.1 200 OK\nContent-Length: 5\n\nhello", "whole", 200, "hello"),
        row("two equal lengths", OK + "Content-Length: 5\r\nContent-Length: 5\r\n\r\nhello", "whole", 200, "hello"),
        row("two lengths", OK + "Content-Length: 5\r\nContent-Length: 7\r\n\r\nhello", "NOT_HTTP", 200, "hello"),
        row("length no number", OK + "Content-Length: five\r\n\r\nhello", "NOT_HTTP", 200, "hello"),
        row("negative length", OK + "Content-Length: -5\r\n\r\nhello", "NOT_HTTP", 200, "hello"),
        row("endless length", OK + "Content-Length: 99999999999999999999\r\n\r\nhello", "TRUNCATED", 200, "hello"),
        row("length and chunked", OK + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "whole", 200, "hello"),
        row("bad chunk", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n", "NOT_HTTP", 200, "hello"),
        row("chunk too long", OK + "Transfer-Encoding: chunked\r\n\r\n3\r\nhello\r\n0\r\n\r\n", "NOT_HTTP", 200, "hel"),
        row("chunk cut", OK + "Transfer-Encoding: chunked\r\n\r\n9\r\nhello", "TRUNCATED", 200, "hello"),
        row("no last chunk", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n", "TRUNCATED", 200, "hello"),
        row("last chunk cut", OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0", "TRUNCATED", 200, "hello"),
        row("short body", OK + "Content-Length: 9\r\n\r\nhello", "TRUNCATED", 200, "hello"),
        row("short head", OK + "A: b\r\nContent-Le", "TRUNCATED", 200, ""),
        row("short status line", "HTTP/1.1 20", "TRUNCATED", 0, ""),
        row("nothing", "", "CLOSED", 0, ""),
        row("not HTTP", "220 mail.example ESMTP\r\n", "NOT_HTTP", 0, ""),
        row("HTTP/0.9", "<html>hello</html>", "NOT_HTTP", 0, ""),
        row("HTTP/2", "HTTP/2.0 200 OK\r\n\r\n", "NOT_HTTP", 0, ""),
        row("status no number", "HTTP/1.1 abc OK\r\n\r\n", "NOT_HTTP", 0, ""),
        row("TLS alert", "\u0015\u0003\u0001\u0000\u0002\u0002F", "NOT_HTTP", 0, ""),
        row("header without colon", OK + "A: b\r\nhello\r\n\r\n", "NOT_HTTP", 200, ""),
        row("204 with body", "HTTP/1.1 204 No Content\r\nContent-Length: 5\r\n\r\nhello", "whole", 204, ""),
        row("304 with length", "HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n", "whole", 304, ""),
        row("gzip unasked", OK + "Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\u001f\u008b\u0008", "whole", 200, "\u001f\u008b\u0008"),
        row("continue", "HTTP/1.1 100 Continue\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi", "whole", 200, "hi"),
        row("early hints", "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n" + OK + "Content-Length: 2\r\n\r\nhi", "whole", 200, "hi"),
        row("only interim", "HTTP/1.1 100 Continue\r\n\r\n", "TRUNCATED", 0, ""),
        row("101", "HTTP/1.1 101 Switching Protocols\r\n\r\n", "whole", 101, ""),
        row("endless 1xx", "HTTP/1.1 103 Early Hints\r\n\r\n".repeat(30), "TOO_LARGE", 0, ""),
        row("endless headers", OK + "A: b\r\n".repeat(600), "TOO_LARGE", 200, ""),
        row("1 MB header line", OK + "A: " + "b".repeat(1 << 20), "TOO_LARGE", 200, ""),
        row("1 MB status line", "HTTP/1.1 200 " + "b".repeat(1 << 20), "TOO_LARGE", 0, ""),
        row("1 MB of folds", OK + "A: b\r\n" + " \r\n".repeat(1 << 18), "TOO_LARGE", 200, ""),
        row("1 MB chunk line", OK + "Transfer-Encoding: chunked\r\n\r\n1;" + "b".repeat(1 << 20), "TOO_LARGE", 200, ""),
        row("endless trailers", OK + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + "A: b\r\n".repeat(600), "TOO_LARGE", 200, ""),
        row("second answer", OK + "Content-Length: 2\r\n\r\nhi" + OK + "\r\n", "whole", 200, "hi"));
  }

  private static Arguments row(String name, String sent, String outcome, int status, String body) {
    return Arguments.of(name, sent, outcome, status, body);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void hasANamedOutcomeAndKeepsTheBytes(String name, String sent, String outcome, int status, String body) {
    try (RawServer server = RawServer.answering(sent)) {
      Exchange exchange = exchange(wire, post(server), WireFixture.direct());
      assertThat(outcome(exchange)).as(name).isEqualTo(outcome);
      assertThat(exchange.response().map(WireResponse::status).orElse(0)).isEqualTo(status);
      assertThat(exchange.response().map(response -> latin1(response.body())).orElse("")).isEqualTo(body);
      if (outcome.equals("TOO_LARGE")) {
        assertThat(sent).startsWith(latin1(exchange.received()));
        assertThat(exchange.received().isEmpty()).isFalse();
      } else {
        assertThat(latin1(exchange.received())).isEqualTo(sent);
      }
      assertThat(exchange.failure().map(WireFailure::message).orElse("A sentence.")).endsWith(".");
    }
  }

  /** Only the whole answer is one; before its first byte nobody answered. */
  @Test
  void brokenOffAtAnyByteItIsNeverTakenForWhole() {
    String length = OK + "Content-Length: 5\r\n\r\nhello";
    // With the line of the last chunk it is complete (RFC 9112 §8).
    String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n";
    for (String whole : List.of(length, chunked, "HTTP/1.1 100 Continue\r\n\r\n" + length)) {
      for (int end = 0; end < whole.length(); end++) {
        String sent = whole.substring(0, end);
        try (RawServer server = RawServer.answering(sent)) {
          Exchange exchange = exchange(wire, post(server), WireFixture.direct());
          assertThat(outcome(exchange)).as("cut at %s: %s", end, sent).isEqualTo(end == 0 ? "CLOSED" : "TRUNCATED");
          assertThat(latin1(exchange.received())).isEqualTo(sent);
        }
      }
    }
  }

  @Test
  void keepsHeadersAsTheyCame() {
    String head = "x-b: 2\r\nX-A:1\r\nSET-cookie: a\r\nset-Cookie: b\r\nfold: one\r\n\t two\r\nspace : s\r\nctl: a\u0001\u001b\u00e9b\r\nempty:\r\n";
    try (RawServer server = RawServer.answering(OK + head + "Content-Length: 0\r\n\r\n")) {
      WireResponse response = exchange(wire, post(server), WireFixture.direct()).response().orElseThrow();
      assertThat(response.headers())
          .containsExactly(
              new Header("x-b", "2"),
              new Header("X-A", "1"),
              new Header("SET-cookie", "a"),
              new Header("set-Cookie", "b"),
              new Header("fold", "one two"),
              new Header("space", "s"),
              new Header("ctl", "a\u0001\u001b\u00e9b"),
              new Header("empty", ""),
              new Header("Content-Length", "0"));
      assertThat(response.version()).isEqualTo("HTTP/1.1");
      assertThat(response.reason()).isEqualTo("OK");
    }
  }

  @Test
  void aHeadRequestHasNoBodyWhateverTheLength() {
    try (RawServer server = RawServer.answering(OK + "Content-Length: 5\r\n\r\n")) {
      WireRequest post = post(server);
      WireRequest head = new WireRequest(post.endpoint(), "HEAD", post.target(), post.headers(), post.body());
      assertThat(outcome(exchange(wire, head, WireFixture.direct()))).isEqualTo("whole");
    }
  }

  @Test
  void aResetBeforeTheBodyAndWithinItKeepsWhatCame() {
    for (String before : List.of(OK, OK + "Content-Length: 9\r\n\r\n", OK + "Content-Length: 9\r\n\r\nhello")) {
      try (RawServer server =
          RawServer.running(
              connection -> {
                connection.readRequest();
                connection.write(before);
                connection.reset();
              })) {
        Exchange exchange = exchange(wire, post(server), WireFixture.direct());
        assertThat(outcome(exchange)).isEqualTo("RESET");
        assertThat(latin1(exchange.received())).isEqualTo(before);
        assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
      }
    }
  }

  @Test
  void closedAtOnceIsSaidAndTriedNoSecondTime() {
    try (RawServer server = RawServer.running(connection -> {})) {
      Exchange exchange = exchange(wire, post(server), WireFixture.direct());
      assertThat(outcome(exchange)).isIn("CLOSED", "RESET");
      assertThat(exchange.received().isEmpty()).isTrue();
      assertThat(server.connections()).hasSize(1);
    }
  }

  @Test
  void anAnswerBeforeTheRequestWasTakenIsKept() {
    String early = "HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n";
    try (RawServer server =
        RawServer.running(
            connection -> {
              connection.write(early);
              connection.read();
            })) {
      WireRequest request = post("http://127.0.0.1:" + server.port() + "/token", new byte[20_000_000]);
      Exchange exchange = exchange(wire, request, WireFixture.direct());
      assertThat(outcome(exchange)).isEqualTo("RESET");
      assertThat(exchange.sent().size()).isLessThan(20_000_000);
      assertThat(exchange.response().orElseThrow().status()).isEqualTo(413);
    }
  }

  @Test
  void theCapsOnHeadAndBodyAreExact() {
    String head = OK + "Content-Length: 10\r\n\r\n";
    try (RawServer server = RawServer.answering(head + "0123456789")) {
      assertThat(outcome(exchange(wire, post(server), small(head.length(), 1, 0, 10)))).isEqualTo("whole");
      assertThat(outcome(exchange(wire, post(server), small(head.length() - 1, 1, 0, 10)))).isEqualTo("TOO_LARGE");
      assertThat(outcome(exchange(wire, post(server), small(head.length(), 0, 0, 10)))).isEqualTo("TOO_LARGE");
      Exchange cut = exchange(wire, post(server), small(head.length(), 1, 0, 9));
      assertThat(outcome(cut)).isEqualTo("TOO_LARGE");
      assertThat(latin1(cut.response().orElseThrow().body())).isEqualTo("012345678");
    }
  }
}
