package dev.grantscope.core.diagnosis;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.grantscope.core.wire.Bytes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A token endpoint on loopback that answers as a test says, and keeps all that it received. */
final class ScriptedServer implements AutoCloseable {
  private final HttpServer server;
  private final List<Received> received = new CopyOnWriteArrayList<>();

  /** One request: the pair out of Basic, or empty, and the decoded body. */
  record Received(int number, String basic, String body) {
    boolean has(String secret) {
      return basic.contains(secret) || body.contains(secret);
    }
  }

  /** An answer in JSON. */
  record Answer(int status, String error, String description, String whole) {
    Answer(int status, String error, String description) {
      this(status, error, description, "");
    }

    /** With this body, whatever it is. */
    static Answer of(int status, String whole) {
      return new Answer(status, "", "", whole);
    }

    static final Answer GRANTED = new Answer(200, "", "");
    static final Answer TOO_MANY = new Answer(429, "slow_down", "Too many requests");

    static Answer refused(String error) {
      return new Answer(error.equals("invalid_client") ? 401 : 400, error, "");
    }

    String json() {
      return !whole.isEmpty()
          ? whole
          : status == 200
          ? "{\"access_token\":\"opaque\",\"token_type\":\"Bearer\",\"expires_in\":60}"
          : "{\"error\":\"" + error + "\"" + (description.isEmpty() ? "" : ",\"error_description\":\"" + description + "\"") + "}";
    }
  }

  ScriptedServer(Function<Received, Answer> script) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.createContext("/", exchange -> answer(exchange, script));
    server.start();
  }

  private void answer(HttpExchange exchange, Function<Received, Answer> script) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String header = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
      String basic =
          header.startsWith("Basic ")
              ? new String(Base64.getDecoder().decode(header.substring("Basic ".length())), StandardCharsets.UTF_8)
              : "";
      Received request = new Received(received.size() + 1, basic, URLDecoder.decode(body, StandardCharsets.UTF_8));
      received.add(request);
      Answer answer = script.apply(request);
      byte[] json = Bytes.utf8(answer.json()).toArray();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), json.length);
      exchange.getResponseBody().write(json);
    }
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/token";
  }

  List<Received> received() {
    return List.copyOf(received);
  }

  /** How many requests carried it, as the server saw them. */
  long with(String secret) {
    return received.stream().filter(it -> it.has(secret)).count();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
