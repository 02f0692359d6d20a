package dev.grantscope.core.grant;

import dev.grantscope.core.grant.ClientAuthentication.SecretParameter;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** Makes the one HTTP request of a grant (RFC 6749 §3.2, §4.3.2, §4.4.2, App. B). The same grant gives the same bytes, but for a JWT that is signed anew. */
public final class TokenRequestBuilder {
  private final String userAgent;
  private final InstantSource clock;

  /** A builder that names itself with this User-Agent. */
  public TokenRequestBuilder(String userAgent) {
    this(userAgent, InstantSource.system());
  }

  /**
   * The same.
   *
   * @param clock says when a JWT that proves the client is signed
   */
  public TokenRequestBuilder(String userAgent, InstantSource clock) {
    this.userAgent = userAgent;
    this.clock = clock;
  }

  public WireRequest build(GrantRequest grant) {
    Bytes body = Bytes.utf8(grant.bodyFormat() == BodyFormat.JSON ? json(parameters(grant)) : form(parameters(grant)));
    return new WireRequest(grant.endpoint(), "POST", grant.endpoint().target(), headers(grant, body), body);
  }

  private List<Header> headers(GrantRequest grant, Bytes body) {
    List<Header> own = own(grant);
    List<Header> headers = new ArrayList<>();
    for (Header ours : own) {
      List<Header> instead = named(ours.name(), grant.headers());
      headers.addAll(instead.isEmpty() ? List.of(ours) : instead);
    }
    for (Header extra : grant.headers()) {
      if (named(extra.name(), own).isEmpty()) {
        headers.add(extra);
      }
    }
    headers.add(new Header("Content-Length", Integer.toString(body.size())));
    headers.add(new Header("Connection", "close"));
    return headers;
  }

  private static List<Header> named(String name, List<Header> among) {
    List<Header> named = new ArrayList<>();
    for (Header header : among) {
      if (header.is(name)) {
        named.add(header);
      }
    }
    return named;
  }

  private List<Header> own(GrantRequest grant) {
    List<Header> own = new ArrayList<>();
    own.add(new Header("Host", grant.endpoint().hostHeader()));
    own.add(new Header("User-Agent", userAgent));
    own.add(new Header("Accept", "application/json"));
    grant.authentication().authorization().ifPresent(value -> own.add(new Header("Authorization", value.reveal())));
    own.add(new Header("Content-Type", contentType(grant.bodyFormat())));
    return own;
  }

  private static String contentType(BodyFormat format) {
    return switch (format) {
      case FORM -> "application/x-www-form-urlencoded";
      case JSON -> "application/json";
    };
  }

  /** A scope that is empty is left out, not sent empty: RFC 6749 §3.2 reads both alike, Keycloak does not. */
  private List<SecretParameter> parameters(GrantRequest grant) {
    List<SecretParameter> parameters = new ArrayList<>();
    parameters.add(new SecretParameter("grant_type", Secret.of(grant.grantType().value())));
    grant
        .owner()
        .ifPresent(
            owner -> {
              parameters.add(new SecretParameter("username", Secret.of(owner.username())));
              parameters.add(new SecretParameter("password", owner.password()));
            });
    if (!grant.scope().isEmpty()) {
      parameters.add(new SecretParameter("scope", Secret.of(grant.scope().parameterValue())));
    }
    parameters.addAll(grant.authentication().parameters(clock.instant()));
    grant.parameters().forEach(extra -> parameters.add(new SecretParameter(extra.name(), Secret.of(extra.value()))));
    return parameters;
  }

  private static String form(List<SecretParameter> parameters) {
    return parameters.stream()
        .map(parameter -> encoded(parameter.name()) + "=" + encoded(parameter.value().reveal()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String json(List<SecretParameter> parameters) {
    ObjectNode object = JsonTree.object();
    parameters.forEach(parameter -> object.put(parameter.name(), parameter.value().reveal()));
    return JsonTree.text(object);
  }
}
