package dev.grantscope.core.diagnosis;

import dev.grantscope.core.json.JsonTree;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An audience that a vendor documents for any of its tenants, from {@code audiences.json}.
 *
 * @param host of the token URL
 * @param value with {@code {host}} for that of the token URL
 */
record VendorAudience(Pattern host, String parameter, String value) {
  static List<VendorAudience> builtIn() {
    return JsonTree.resource(VendorAudience.class, "audiences.json").path("audiences").valueStream().map(VendorAudience::read).toList();
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
