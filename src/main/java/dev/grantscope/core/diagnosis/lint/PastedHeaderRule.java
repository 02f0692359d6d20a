package dev.grantscope.core.diagnosis.lint;

import dev.grantscope.core.diagnosis.finding.Cause;
import dev.grantscope.core.diagnosis.finding.Strength;
import dev.grantscope.core.diagnosis.finding.Words;
import dev.grantscope.core.diagnosis.form.Fix;
import dev.grantscope.core.diagnosis.form.Form;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code Authorization: Basic …} pasted as id or secret: both are in it (RFC 7617). */
final class PastedHeaderRule implements LintRule {
  private static final Pattern HEADER =
      Pattern.compile("\\s*(?:Authorization\\s*:\\s*)?Basic\\s+([A-Za-z0-9+/_-]+={0,2})\\s*", Pattern.CASE_INSENSITIVE);

  /** What was packed into the header. */
  private record Pair(String id, String secret) {}

  @Override
  public List<LintHit> check(Form form, Words words) {
    return Stream.of(LintField.CLIENT_ID, LintField.SECRET)
        .filter(it -> unpacked(it.in(form)).isPresent())
        .map(
            it ->
                new LintHit(
                    it.field(),
                    words.finding(
                        Cause.HEADER_PASTED,
                        Strength.LIKELY,
                        words.of("cli.field", it.field()),
                        words.get("lint.header"),
                        Optional.of(
                            new Fix(words.get("fix.unpack"), now -> unpacked(it.in(now)).map(pair -> put(now, pair)).orElse(now))))))
        .toList();
  }

  private static Form put(Form form, Pair pair) {
    return form.withSecret(pair.secret()).with(draft -> draft.withClientId(pair.id()));
  }

  private static Optional<Pair> unpacked(String text) {
    Matcher matcher = HEADER.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      String pair = new String(Base64.getDecoder().decode(matcher.group(1)), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 1 ? Optional.empty() : Optional.of(new Pair(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException _) {
      // Not Base64: then it is no header.
      return Optional.empty();
    }
  }
}
