package dev.grantscope.adapter.practice;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.grantscope.adapter.practice.PracticeData.FixedAnswer;
import dev.grantscope.adapter.practice.PracticeData.Pace;
import dev.grantscope.adapter.practice.PracticeData.ScenarioData;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One request and its response: finds the endpoint of its path, and sends what it answers at its pace. */
final class PracticeExchange implements HttpHandler {
  private static final int MAX_BODY = 64 * 1024;
  private static final Pace AT_ONCE = new Pace(0, 0);

  private final Map<String, TokenEndpoint> endpoints = new HashMap<>();
  private final Map<String, PracticeIssuer> issuers = new HashMap<>();
  private final Map<String, FixedAnswer> pages;
  private final String listing;
  private final String baseUrl;
  private final Rest rest;

  /** Lets time pass. */
  @FunctionalInterface
  interface Rest {
    void take(Duration time) throws InterruptedException;
  }

  PracticeExchange(PracticeData data, AccessTokens tokens, String baseUrl, Rest rest) {
    for (ScenarioData scenario : data.scenarios()) {
      PracticeData.TenantData tenant = scenario.tenant();
      if (scenario.rightPath().isEmpty()) {
        endpoints.put(scenario.path(), new TokenEndpoint(tenant, tokens));
      } else {
        endpoints.put(scenario.path(), new TokenEndpoint(tenant.withClients(List.of()), tokens));
        scenario.regions().values().forEach(path -> endpoints.put(path, new TokenEndpoint(tenant.withClients(List.of()), tokens)));
        endpoints.put(scenario.rightPath(), new TokenEndpoint(tenant.withoutAnswer(), tokens));
      }
    }
    // The first path that is an endpoint of an issuer; where there is a right one, its clients are known there.
    for (ScenarioData scenario : data.scenarios()) {
      String path = scenario.rightPath().isEmpty() ? scenario.path() : scenario.rightPath();
      String issuer = issuer(path);
      issuers.put(
          issuer, new PracticeIssuer(baseUrl + issuer, path, Objects.requireNonNull(endpoints.get(path)), tokens));
    }
    this.pages = data.pages();
    this.listing = Seeds.listing(data, baseUrl);
    this.baseUrl = baseUrl;
    this.rest = rest;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = Objects.requireNonNullElse(exchange.getRequestURI().getPath(), "");
      TokenEndpoint endpoint = endpoints.get(path);
      FixedAnswer page = pages.get(path);
      if (endpoint != null) {
        tokenEndpoint(exchange, endpoint, path);
      } else if (page != null) {
        send(exchange, Answer.of(page), AT_ONCE);
      } else if (issuers.containsKey(issuer(path)) && PracticeIssuer.isOne(path.substring(issuer(path).length()))) {
        issuer(exchange, path);
      } else if (path.equals("/")) {
        send(exchange, isGet(exchange) ? Answer.text(listing) : methodNotAllowed("GET, HEAD"), AT_ONCE);
      } else {
        send(exchange, Answer.error(404, "not_found"), AT_ONCE);
      }
    } catch (InterruptedException _) {
      // Stopped while it took its time: the connection just ends.
      Thread.currentThread().interrupt();
    }
  }

  /** The first word of a path: the issuer that it belongs to. */
  private static String issuer(String path) {
    int slash = path.indexOf('/', 1);
    return slash < 0 ? path : path.substring(0, slash);
  }

  private void issuer(HttpExchange exchange, String path) throws IOException, InterruptedException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    String issuer = issuer(path);
    Answer answer =
        Objects.requireNonNull(issuers.get(issuer))
            .answer(
                exchange.getRequestMethod(),
                path.substring(issuer.length()),
                header(exchange, "Authorization"),
                header(exchange, "Content-Type"),
                body);
    send(exchange, answer, AT_ONCE);
  }

  private void tokenEndpoint(HttpExchange exchange, TokenEndpoint endpoint, String path) throws IOException, InterruptedException {
    if (!exchange.getRequestMethod().equals("POST")) {
      send(exchange, methodNotAllowed("POST"), AT_ONCE);
      return;
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      send(exchange, Answer.error(413, "too_large"), AT_ONCE);
      return;
    }
    Answer answer =
        endpoint.answer(
            header(exchange, "Authorization"), header(exchange, "Content-Type"), body, baseUrl + issuer(path));
    send(exchange, answer, endpoint.pace());
  }

  private void send(HttpExchange exchange, Answer answer, Pace pace) throws IOException, InterruptedException {
    rest.take(Duration.ofSeconds(pace.secondsBeforeHeaders()));
    exchange.getResponseHeaders().set("Server", "GrantScope-Practice");
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(answer.status(), head || body.length == 0 ? -1 : body.length);
    if (head || body.length == 0) {
      return;
    }
    OutputStream out = exchange.getResponseBody();
    int pieces = pace.secondsOfBody() + 1;
    for (int piece = 0; piece < pieces; piece++) {
      rest.take(Duration.ofSeconds(piece == 0 ? 0 : 1));
      int from = body.length * piece / pieces;
      out.write(body, from, body.length * (piece + 1) / pieces - from);
      out.flush();
    }
  }

  private static Answer methodNotAllowed(String allow) {
    return Answer.error(405, "method_not_allowed").with("Allow", allow);
  }

  private static boolean isGet(HttpExchange exchange) {
    return exchange.getRequestMethod().equals("GET") || exchange.getRequestMethod().equals("HEAD");
  }

  private static String header(HttpExchange exchange, String name) {
    return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
  }
}
