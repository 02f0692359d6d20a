package dev.grantscope.core.api;

import dev.grantscope.core.api.Introspection.Member;
import dev.grantscope.core.api.Introspection.Outcome;
import dev.grantscope.core.grant.ClientAuthentication;
import dev.grantscope.core.grant.ClientAuthentication.SecretParameter;
import dev.grantscope.core.grant.GrantRequest;
import dev.grantscope.core.grant.JsonAnswer;
import dev.grantscope.core.grant.OAuthError;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Cancellation;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Exchange;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.HttpWire;
import dev.grantscope.core.wire.WireListener;
import dev.grantscope.core.wire.WireRequest;
import dev.grantscope.core.wire.WireSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks the server what it knows of a token (RFC 7662). The request carries the token and the client's credentials. */
public final class IntrospectionService {
  private final HttpWire wire;
  private final String userAgent;

  public IntrospectionService(HttpWire wire, String userAgent) {
    this.wire = wire;
    this.userAgent = userAgent;
  }

  /**
   * Asks once. Blocks up to the limits.
   *
   * @param grant by which the token was had: its client asks
   */
  public Introspection ask(
      Endpoint endpoint, GrantRequest grant, Secret token, WireSettings settings, Cancellation cancellation) {
    ClientAuthentication client = grant.authentication();
    List<SecretParameter> credentials = client.parameters(Instant.now());
    Exchange exchange =
        wire.exchange(request(endpoint, client, credentials, token), settings, cancellation, WireListener.NONE);
    Stream<Secret> assertion = credentials.stream().filter(it -> it.name().equals("client_assertion")).map(SecretParameter::value);
    return new Introspection(
        exchange,
        outcome(exchange),
        Stream.of(grant.secrets().stream(), assertion, Stream.of(token), exchange.secrets().stream()).flatMap(it -> it).toList());
  }

  private WireRequest request(
      Endpoint endpoint, ClientAuthentication client, List<SecretParameter> credentials, Secret token) {
    List<SecretParameter> parameters = new ArrayList<>();
    parameters.add(new SecretParameter("token", token));
    parameters.add(new SecretParameter("token_type_hint", Secret.of("access_token")));
    parameters.addAll(credentials);
    Bytes body =
        Bytes.utf8(
            parameters.stream()
                .map(it -> it.name() + "=" + URLEncoder.encode(it.value().reveal(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")));
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", endpoint.hostHeader()));
    headers.add(new Header("User-Agent", userAgent));
    headers.add(new Header("Accept", "application/json"));
    client.authorization().ifPresent(value -> headers.add(new Header("Authorization", value.reveal())));
    headers.add(new Header("Content-Type", "application/x-www-form-urlencoded"));
    headers.add(new Header("Content-Length", Integer.toString(body.size())));
    headers.add(new Header("Connection", "close"));
    return new WireRequest(endpoint, "POST", endpoint.target(), headers, body);
  }

  private static Outcome outcome(Exchange exchange) {
    return switch (JsonAnswer.of(exchange)) {
      case JsonAnswer.None none -> new Outcome.Other(none.outcome());
      case JsonAnswer.Json json when json.status() / 100 == 2 && json.value().path("active").isBoolean() ->
          json.value().path("active").booleanValue() ? new Outcome.Active(members(json.value())) : new Outcome.Inactive();
      case JsonAnswer.Json json when json.value().path("error").isString() ->
          new Outcome.Refused(
              json.status(),
              new OAuthError(json.value().path("error").stringValue(), json.value().path("error_description").stringValueOpt()));
      case JsonAnswer.Json json -> new Outcome.NotIntrospection(json.status());
    };
  }

  private static List<Member> members(JsonNode json) {
    return json.propertyStream()
        .filter(it -> !it.getKey().equals("active"))
        .map(it -> new Member(it.getKey(), it.getValue().isString() ? it.getValue().stringValue() : JsonTree.text(it.getValue())))
        .toList();
  }
}
