package dev.grantscope.core.api;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Endpoint;
import dev.grantscope.core.wire.Header;
import dev.grantscope.core.wire.WireRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One call of an API with a bearer token (RFC 6750 §2.1).
 *
 * @param headers further ones; one with the name of ours takes its place
 * @param body empty for none
 */
public record ApiCall(String method, Endpoint endpoint, List<Header> headers, String body) {
  /** Headers that the framing of the message or its credentials depend on. */
  private static final Set<String> OWN =
      Set.of("host", "authorization", "content-length", "transfer-encoding", "connection", "expect", "te", "trailer", "upgrade", "proxy-authorization", "cookie");

  public ApiCall {
    headers = List.copyOf(headers);
  }

  /** Whether a header may be added: it can be sent, and is none of those that are made here. */
  public static boolean isAllowed(Header header) {
    return header.isSendable() && !OWN.contains(header.name().toLowerCase(Locale.ROOT));
  }

  /** Whether a header can carry this token; not with a line break or a letter beyond ASCII (RFC 6750 §2.1). */
  static boolean canCarry(Secret token) {
    return authorization(token).isSendable();
  }

  private static Header authorization(Secret token) {
    return new Header("Authorization", "Bearer " + token.reveal());
  }

  /** The request as it is sent. */
  WireRequest request(Secret token, String userAgent) {
    Bytes content = Bytes.utf8(body);
    List<Header> own = new ArrayList<>();
    own.add(new Header("Host", endpoint.hostHeader()));
    own.add(new Header("User-Agent", userAgent));
    own.add(new Header("Accept", "application/json"));
    own.add(authorization(token));
    if (!content.isEmpty()) {
      own.add(new Header("Content-Type", "application/json"));
    }
    List<Header> all = new ArrayList<>(own);
    all.replaceAll(ours -> headers.stream().filter(it -> it.is(ours.name())).findFirst().orElse(ours));
    headers.stream().filter(it -> own.stream().noneMatch(ours -> ours.is(it.name()))).forEach(all::add);
    if (!content.isEmpty() || !(method.equals("GET") || method.equals("HEAD"))) {
      all.add(new Header("Content-Length", Integer.toString(content.size())));
    }
    all.add(new Header("Connection", "close"));
    return new WireRequest(endpoint, method, endpoint.target(), all, content);
  }
}
