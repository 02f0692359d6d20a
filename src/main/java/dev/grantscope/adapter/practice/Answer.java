package dev.grantscope.adapter.practice;

import dev.grantscope.adapter.practice.PracticeData.FixedAnswer;
import dev.grantscope.core.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A response before it is sent; the body goes as UTF-8. */
record Answer(int status, Map<String, String> headers, String body) {
  static Answer of(FixedAnswer fixed) {
    return new Answer(fixed.status(), fixed.headers(), String.join("\n", fixed.body()));
  }

  /** JSON that no cache keeps (RFC 6749 §5.1). */
  static Answer json(int status, JsonNode tree) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Cache-Control", "no-store");
    headers.put("Pragma", "no-cache");
    return new Answer(status, headers, JsonTree.text(tree));
  }

  /** JSON without anything about a token: {@code {"error": …}}. */
  static Answer error(int status, String error) {
    return json(status, JsonTree.object().put("error", error));
  }

  static Answer text(String text) {
    return new Answer(200, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body);
  }
}
