package dev.grantscope.core.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireRequestTest {
  @Test
  void writesExactlyItsParts() throws EndpointException {
    WireRequest request =
        new WireRequest(
            Endpoint.parse("https://h.example:8443/t"),
            "POST",
            "/t?a=b",
            List.of(new Header("Host", "h.example:8443"), new Header("x-Empty", ""), new Header("x-empty", "twice")),
            Bytes.of(new byte[] {0, (byte) 0xFF, '\r', '\n'}));

    assertThat(request.toBytes().toArray())
        .isEqualTo(
            "POST /t?a=b HTTP/1.1\r\nHost: h.example:8443\r\nx-Empty: \r\nx-empty: twice\r\n\r\n\u0000\u00FF\r\n"
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
  }

  @Test
  void aGetHasNoBodyAndTheHeadersItWasGiven() throws EndpointException {
    WireRequest request = WireRequest.get(Endpoint.parse("https://h.example/a?b=c"), "Test/1", new Header("Accept", "*/*"));

    assertThat(request.toBytes().asText())
        .isEqualTo("GET /a?b=c HTTP/1.1\r\nHost: h.example\r\nUser-Agent: Test/1\r\nAccept: */*\r\nConnection: close\r\n\r\n");
  }

  @Test
  void goesToAProxyInAbsoluteForm() throws EndpointException {
    WireRequest request = request("GET", "/t", new Header("Host", "localhost:8080"));

    assertThat(request.inAbsoluteForm().toBytes().asText())
        .isEqualTo("GET http://localhost:8080/t HTTP/1.1\r\nHost: localhost:8080\r\n\r\n");
  }

  static Stream<Arguments> injections() {
    return Stream.of(
        argumentSet("blank in the method", "GET /x HTTP/1.1\r\nX:", "/canary", "X", "canary"),
        argumentSet("empty method", "", "/canary", "X", "canary"),
        argumentSet("empty target", "GET", "", "X", "canary"),
        argumentSet("blank in the target", "GET", "/canary HTTP/1.1", "X", "canary"),
        argumentSet("line break in the target", "GET", "/canary\r\nX:y", "X", "canary"),
        argumentSet("non-ASCII target", "GET", "/canary\u010A", "X", "canary"),
        argumentSet("line break in a name", "GET", "/canary", "X\r\nY", "canary"),
        argumentSet("colon in a name", "GET", "/canary", "X:", "canary"),
        argumentSet("line break in a value", "GET", "/canary", "X", "canary\r\nY: z"),
        argumentSet("lone LF in a value", "GET", "/canary", "X", "canary\nY: z"),
        argumentSet("NUL in a value", "GET", "/canary", "X", "canary\u0000"));
  }

  @ParameterizedTest
  @MethodSource("injections")
  void refusesWhatWouldBecomeAnotherLine(String method, String target, String name, String value) {
    assertThatThrownBy(() -> request(method, target, new Header(name, value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void printsNeitherHeadersNorBodyNorQuery() throws EndpointException {
    WireRequest request =
        new WireRequest(
            Endpoint.parse("https://h.example/t?key=canary"),
            "POST",
            "/t?key=canary",
            List.of(new Header("Authorization", "canary")),
            Bytes.utf8("canary"));

    assertThat(request.toString()).isEqualTo("POST h.example/t?…");
  }

  private static WireRequest request(String method, String target, Header header) throws EndpointException {
    return new WireRequest(Endpoint.parse("http://localhost:8080/t"), method, target, List.of(header), Bytes.EMPTY);
  }
}
