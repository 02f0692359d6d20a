package dev.grantscope.presenter;

import dev.grantscope.core.api.ApiCall;
import dev.grantscope.core.api.CallPresets.Suggestion;
import dev.grantscope.core.profile.ProfileDraft.Entry;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Header;
import java.util.List;
import java.util.Optional;

/** What stands in the line of the API call tab, of one profile: a suggestion, until something is typed. */
final class CallLine {
  private String method = "GET";
  private String url = "";
  private boolean typed;
  private List<Entry> headers = List.of();
  private String body = "";

  String method() {
    return method;
  }

  void setMethod(String method) {
    this.method = method;
  }

  String url() {
    return url;
  }

  void setUrl(String url) {
    this.url = url;
    typed = true;
  }

  List<Entry> headers() {
    return headers;
  }

  void setHeaders(List<Entry> headers) {
    this.headers = List.copyOf(headers);
  }

  String body() {
    return body;
  }

  void setBody(String body) {
    this.body = body;
  }

  /** Fills it in as the admin chose. */
  void choose(Suggestion chosen) {
    fill(chosen);
    typed = true;
  }

  /** Fills it in while nobody has. */
  void suggest(Suggestion first) {
    if (!typed) {
      fill(first);
    }
  }

  private void fill(Suggestion suggestion) {
    method = suggestion.method();
    url = suggestion.url();
  }

  /** The call, when it can be sent as it is. */
  Optional<ApiCall> call() {
    List<Header> sent = headers.stream().filter(it -> !isBlank(it)).map(CallLine::header).toList();
    return Header.isToken(method) && sent.stream().allMatch(ApiCall::isAllowed) && Secret.of(body).isWellFormed()
        ? Endpoint.ifValid(url).map(endpoint -> new ApiCall(method, endpoint, sent, body))
        : Optional.empty();
  }

  /** Whether this header is one that no call may have. */
  static boolean isForbidden(Entry header) {
    return !isBlank(header) && !ApiCall.isAllowed(header(header));
  }

  private static boolean isBlank(Entry header) {
    return header.name().isBlank() && header.value().isBlank();
  }

  private static Header header(Entry entry) {
    return new Header(entry.name(), entry.value().strip());
  }
}
