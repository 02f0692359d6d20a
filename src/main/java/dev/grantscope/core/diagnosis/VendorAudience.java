package dev.grantscope.core.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An audience that a vendor documents for any of its tenants, from {@code audiences.json}.
 *
 * @param host of the token URL
 * @param value with {@code {host}} for that of the token URL
 */
record VendorAudience(Pattern host, String parameter, String value) {
  static List<VendorAudience> builtIn() {
    try (InputStream json = Objects.requireNonNull(VendorAudience.class.getResourceAsStream("audiences.json"), "audiences.json")) {
      return new JsonMapper().readTree(json).path("audiences").valueStream().map(VendorAudience::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static VendorAudience read(JsonNode json) {
    return new VendorAudience(
        Pattern.compile(json.path("host").asString()), json.path("parameter").asString(), json.path("value").asString());
  }

  boolean isFor(String tokenHost) {
    return host.matcher(tokenHost).matches();
  }

  String valueFor(String tokenHost) {
    return value.replace("{host}", tokenHost);
  }
}
