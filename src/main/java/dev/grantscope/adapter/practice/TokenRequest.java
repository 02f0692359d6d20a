package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.Reason;
import dev.grantscope.core.grant.BodyFormat;
import dev.grantscope.core.json.JsonTree;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The parameters of a token request (RFC 6749 §3.2): none twice, and one without a value as if it were not there.
 *
 * @param authorization the header of that name; empty when there is none
 */
record TokenRequest(String authorization, Map<String, String> parameters) {
  /** Reads a body if it is in a format that the tenant reads; else there are no parameters, as if the body were empty. */
  static TokenRequest read(String authorization, String contentType, byte[] body, List<String> formats) throws RefusedException {
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    String text = new String(body, StandardCharsets.UTF_8);
    if (mediaType.equals("application/x-www-form-urlencoded") && formats.contains(BodyFormat.FORM.wireName())) {
      return new TokenRequest(authorization, form(text));
    }
    if (mediaType.equals("application/json") && formats.contains(BodyFormat.JSON.wireName())) {
      return new TokenRequest(authorization, json(text));
    }
    return new TokenRequest(authorization, Map.of());
  }

  /** The value; empty when it was not sent. */
  String value(String name) {
    return parameters.getOrDefault(name, "");
  }

  private static Map<String, String> form(String body) throws RefusedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        add(parameters, decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static Map<String, String> json(String body) throws RefusedException {
    Map<String, String> parameters = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonNode> member : JsonTree.read(body).properties()) {
        add(parameters, member.getKey(), member.getValue().asString(""));
      }
    } catch (JacksonException _) {
      throw new RefusedException(Reason.MALFORMED_BODY);
    }
    return parameters;
  }

  private static void add(Map<String, String> parameters, String name, String value) throws RefusedException {
    if (!value.isEmpty() && parameters.put(name, value) != null) {
      throw new RefusedException(Reason.REPEATED_PARAMETER);
    }
  }

  private static String decoded(String text) throws RefusedException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw new RefusedException(Reason.MALFORMED_BODY);
    }
  }
}
