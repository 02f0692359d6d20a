package dev.grantscope.adapter.practice;

import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.profile.Practice;
import dev.grantscope.core.profile.ProfileDraft;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Runs a profile against the tenant with the client of the JDK, as independent of our own wire as can be. */
final class PracticeClient {
  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String baseUrl;

  PracticeClient(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The entries of a form, and the secrets beside it. */
  record Form(ProfileDraft draft, String secret, String password) {
    static Form of(Practice.Scenario scenario) {
      return new Form(scenario.profile().draft(), scenario.secret().reveal(), "");
    }

    Form with(ProfileDraft newDraft) {
      return new Form(newDraft, secret, password);
    }

    Form withSecret(String newSecret) {
      return new Form(draft, newSecret, password);
    }

    Form withPassword(String newPassword) {
      return new Form(draft, secret, newPassword);
    }
  }

  HttpResponse<String> run(Form form) throws IOException, InterruptedException {
    return send(request(form).build());
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  HttpRequest.Builder request(Form form) {
    ProfileDraft draft = form.draft();
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("grant_type", draft.grantType().value());
    parameters.put("username", draft.username());
    parameters.put("password", form.password());
    parameters.put("scope", draft.scope());
    draft.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter.value()));
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(Practice.at(baseUrl, draft.tokenUrl())));
    draft.headers().forEach(header -> builder.header(header.name(), header.value()));
    switch (draft.authentication()) {
      case BASIC -> builder.header("Authorization", basic(encoded(draft.clientId()), encoded(form.secret())));
      case BASIC_RAW -> builder.header("Authorization", basic(draft.clientId(), form.secret()));
      case POST -> {
        parameters.put("client_id", draft.clientId());
        parameters.put("client_secret", form.secret());
      }
      case NONE, TLS_CLIENT_AUTH -> parameters.put("client_id", draft.clientId());
      case PRIVATE_KEY_JWT -> throw new IllegalArgumentException("The practice tenant takes no signed JWT");
    }
    parameters.values().removeIf(String::isEmpty);
    return draft.bodyFormat() == BodyFormat.JSON
        ? body(builder, "application/json", new JsonMapper().writeValueAsString(parameters))
        : body(builder, "application/x-www-form-urlencoded", form(parameters));
  }

  HttpRequest.Builder post(String path, String contentType, String body) {
    return body(HttpRequest.newBuilder(URI.create(baseUrl + path)), contentType, body);
  }

  private static HttpRequest.Builder body(HttpRequest.Builder builder, String contentType, String body) {
    return builder.header("Content-Type", contentType).POST(HttpRequest.BodyPublishers.ofString(body));
  }

  static String basic(String id, String secret) {
    return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }


  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
