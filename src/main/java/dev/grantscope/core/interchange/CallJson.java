package dev.grantscope.core.interchange;

import dev.grantscope.core.api.ApiAnswer;
import dev.grantscope.core.api.BearerError;
import dev.grantscope.core.json.JsonTree;
import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.WireResponse;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The call of an API after a grant as the member {@code call} of the command line's JSON ({@code docs/command-line.md}). */
public final class CallJson {
  private final ApiAnswer answer;
  private final boolean reveal;
  private final Redaction redaction;

  private CallJson(ApiAnswer answer, boolean reveal) {
    this.answer = answer;
    this.reveal = reveal;
    this.redaction = Redaction.of(answer.secrets()).learning(answer.exchange());
  }

  /**
   * Writes it.
   *
   * @param reveal whether the token stands in the wire text; never the default
   */
  public static ObjectNode of(ApiAnswer answer, boolean reveal) {
    return new CallJson(answer, reveal).write();
  }

  private ObjectNode write() {
    ObjectNode json = JsonTree.object();
    json.put("method", answer.call().method());
    json.put("url", safe(answer.call().endpoint().text()));
    json.put("meaning", answer.meaning().wireName());
    if (answer.status() == 0) {
      json.putNull("status");
    } else {
      json.put("status", answer.status());
    }
    json.put("error", challenge(BearerError::error));
    json.put("errorDescription", challenge(BearerError::description));
    json.put("scopeNeeded", challenge(BearerError::scope));
    json.put("location", answer.exchange().response().flatMap(it -> location(it)).map(this::safe).orElse(null));
    answer
        .exchange()
        .failure()
        .ifPresentOrElse(
            it ->
                json.putObject("failure")
                    .put("phase", it.phase().wireName())
                    .put("kind", it.kind().wireName())
                    .put("message", it.message()),
            () -> json.putNull("failure"));
    json.put("request", wire(answer.exchange().sent()));
    json.put("response", wire(answer.exchange().received()));
    return json;
  }

  private static Optional<String> location(WireResponse response) {
    return response.status() / 100 == 3 ? response.header("Location") : Optional.empty();
  }

  private @Nullable String challenge(Function<BearerError, String> member) {
    return answer.bearerError().map(member).filter(it -> !it.isEmpty()).map(this::safe).orElse(null);
  }

  private @Nullable String wire(Bytes bytes) {
    return bytes.isEmpty() ? null : (reveal ? bytes : redaction.redact(bytes)).asText();
  }

  private String safe(String text) {
    return reveal ? text : redaction.redact(text);
  }
}
