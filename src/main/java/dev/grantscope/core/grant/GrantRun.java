package dev.grantscope.core.grant;

import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Exchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One grant as it happened: what was asked, what was observed, what it means.
 *
 * @param notes where the answer departs from the RFCs without losing its meaning
 */
public record GrantRun(GrantRequest request, Exchange exchange, GrantOutcome outcome, List<AnswerNote> notes) {
  private static final Pattern ASSERTION = Pattern.compile("client_assertion\\W+([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+)");

  public GrantRun {
    notes = List.copyOf(notes);
  }

  /** The JWT that proved the client, as it was sent. */
  private Optional<Secret> assertion() {
    Matcher sent = ASSERTION.matcher(exchange.request().body().asText());
    return request.authentication() instanceof ClientAuthentication.PrivateKeyJwt && sent.find()
        ? Optional.of(Secret.of(sent.group(1)))
        : Optional.empty();
  }

  /** What came with the token, when one was granted. */
  public Optional<TokenResponse> token() {
    return outcome instanceof GrantOutcome.Granted granted ? Optional.of(granted.response()) : Optional.empty();
  }

  /** All secrets that may stand in its bytes. */
  public List<Secret> secrets() {
    return Stream.of(
            request.secrets().stream(),
            assertion().stream(),
            exchange.secrets().stream(),
            token().stream().flatMap(it -> it.secrets().stream()))
        .flatMap(it -> it)
        .toList();
  }
}
