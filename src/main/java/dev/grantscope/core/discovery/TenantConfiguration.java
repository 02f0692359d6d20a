package dev.grantscope.core.discovery;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What CXone says of a tenant at {@code /.well-known/cxone-configuration?tenantId=}, which NICE documents; it needs no token.
 *
 * @param area such as "na1"
 * @param domain such as "niceincontact.com"
 */
public record TenantConfiguration(
    Optional<String> tenantId,
    Optional<String> area,
    Optional<String> cluster,
    Optional<String> domain,
    Optional<String> apiEndpoint,
    Optional<String> authEndpoint) {
  /** Where an issuer has it. */
  static final String PATH = "/.well-known/cxone-configuration?tenantId=";

  private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Tenant ids are UUIDs; anything else does not belong in a URL of ours. */
  public static boolean isTenantId(String text) {
    return UUID.matcher(text).matches();
  }

  /** Reads a JSON value; empty when it says nothing about a tenant. */
  public static Optional<TenantConfiguration> read(JsonNode json) {
    TenantConfiguration read =
        new TenantConfiguration(
            text(json, "tenantId"),
            text(json, "area"),
            text(json, "cluster"),
            text(json, "domain"),
            text(json, "api_endpoint"),
            text(json, "auth_endpoint"));
    return Stream.of(read.area, read.apiEndpoint, read.authEndpoint).anyMatch(Optional::isPresent) ? Optional.of(read) : Optional.empty();
  }

  private static Optional<String> text(JsonNode json, String member) {
    return json.path(member).stringValueOpt().filter(it -> !it.isEmpty());
  }
}
