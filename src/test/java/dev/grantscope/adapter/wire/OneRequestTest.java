package dev.grantscope.adapter.wire;

import static dev.grantscope.adapter.wire.WireFixture.direct;
import static dev.grantscope.adapter.wire.WireFixture.exchange;
import static dev.grantscope.adapter.wire.WireFixture.outcome;
import static dev.grantscope.adapter.wire.WireFixture.post;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One exchange is one request: no retry, no redirect, no cookie, no credentials offered again, nothing added. */
class OneRequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 307 Temporary Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 308 Permanent Redirect\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 408 Request Timeout\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 421 Misdirected Request\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 426 Upgrade Required\r\nUpgrade: TLS/1.3\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n",
      })
  void noAnswerCausesMore(String answer) throws Exception {
    try (SocketWire wire = new SocketWire();
        RawServer server =
            RawServer.running(
                connection -> {
                  connection.readRequest();
                  connection.write(answer);
                  connection.readUntilClosed();
                })) {
      assertThat(outcome(exchange(wire, post(server), direct()))).isEqualTo("whole");
      assertThat(server.only().received()).isEqualTo(post(server).toBytes().toArray());
      // The next request knows nothing of the last.
      assertThat(outcome(exchange(wire, post(server), direct()))).isEqualTo("whole");
      server.connections().getLast().awaitEnd();
      assertThat(server.connections()).hasSize(2);
      assertThat(server.connections().getLast().received()).isEqualTo(post(server).toBytes().toArray());
    }
  }

  @Test
  void aConnectionThatBreaksIsNotTriedAgain() throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    try (SocketWire wire = new SocketWire();
        RawServer server =
            RawServer.running(
                connection -> {
                  connection.readRequest();
                  connection.reset();
                  once.countDown();
                })) {
      assertThat(outcome(exchange(wire, post(server), direct()))).isEqualTo("RESET");
      once.await();
      assertThat(server.connections()).hasSize(1);
    }
  }
}
