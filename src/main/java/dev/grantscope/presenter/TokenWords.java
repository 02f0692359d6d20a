package dev.grantscope.presenter;

import dev.grantscope.core.render.Redaction;
import dev.grantscope.core.render.VisibleText;
import dev.grantscope.core.text.Texts;
import dev.grantscope.core.token.Jwt;
import dev.grantscope.core.token.SignatureCheck.Outcome;
import dev.grantscope.core.token.TokenClaims;
import dev.grantscope.core.token.TokenContent;
import dev.grantscope.core.token.TokenTimes;
import dev.grantscope.core.verdict.Tone;
import dev.grantscope.presenter.TokenPresenter.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words of the Token tab. */
final class TokenWords {
  /** More members than this no table makes clear. */
  private static final int MOST_ROWS = 300;

  private static final int LONGEST_VALUE = 400;

  /** What the members mean (RFC 7519 §4.1, RFC 9068 §2.2, RFC 7515 §4.1), as far as somebody says so. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("iss", "claim.iss"),
          Map.entry("sub", "claim.sub"),
          Map.entry("aud", "claim.aud"),
          Map.entry("exp", "claim.exp"),
          Map.entry("nbf", "claim.nbf"),
          Map.entry("iat", "claim.iat"),
          Map.entry("jti", "claim.jti"),
          Map.entry("scope", "claim.scope"),
          Map.entry("scp", "claim.scp"),
          Map.entry("roles", "claim.roles"),
          Map.entry("role", "claim.roles"),
          Map.entry("client_id", "claim.clientId"),
          Map.entry("azp", "claim.azp"),
          Map.entry("appid", "claim.appid"),
          Map.entry("tenantId", "claim.tenant"),
          Map.entry("tid", "claim.tenant"),
          Map.entry("cnf", "claim.cnf"));

  private static final Map<String, String> HEADER_MEANINGS =
      Map.of(
          "alg", "claim.header.alg",
          "typ", "claim.header.typ",
          "kid", "claim.header.kid",
          "enc", "claim.header.enc",
          "cty", "claim.header.cty",
          "crit", "claim.header.crit");

  private final Texts texts;
  private final ZoneId zone;

  TokenWords(Texts texts, ZoneId zone) {
    this.texts = texts;
    this.zone = zone;
  }

  String title(TokenContent content, Redaction redaction) {
    return switch (content) {
      case TokenContent.Plain it -> readable(it.jwt(), redaction);
      case TokenContent.Encrypted it ->
          texts.get("token.encrypted", safe(it.cipher(), redaction));
      case TokenContent.Opaque it -> texts.get("token.opaque", it.length());
    };
  }

  private String readable(Jwt jwt, Redaction redaction) {
    String algorithm = safe(jwt.algorithm(), redaction);
    return algorithm.equalsIgnoreCase("none") ? texts.get("token.jwt.unsigned") : texts.get("token.jwt", algorithm);
  }

  String note(TokenContent content) {
    return texts.get(
        switch (content) {
          case TokenContent.Plain _ -> "token.diagnostic";
          case TokenContent.Encrypted _ -> "token.encrypted.note";
          case TokenContent.Opaque _ -> "token.opaque.note";
        });
  }

  List<Row> rows(TokenClaims claims, Redaction redaction, Instant now) {
    return claims.entries().stream().limit(MOST_ROWS).map(entry -> row(entry, redaction, now)).toList();
  }

  /** How many rows there is no room for. */
  static int left(TokenClaims claims) {
    return Math.max(0, claims.entries().size() - MOST_ROWS);
  }

  private Row row(TokenClaims.Entry entry, Redaction redaction, Instant now) {
    String key = (entry.header() ? HEADER_MEANINGS : MEANINGS).get(entry.name());
    String start = redaction.redact(entry.text(), 0, Math.min(entry.text().length(), LONGEST_VALUE + 1));
    return new Row(
        texts.get(entry.header() ? "token.part.header" : "token.part.claim"),
        safe(entry.name(), redaction),
        VisibleText.of(start, LONGEST_VALUE),
        entry.time().map(it -> time(it, now)).orElse(""),
        key == null ? "" : texts.get(key));
  }

  /** In UTC, in this place, and from now. */
  private String time(Instant time, Instant now) {
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    String utc = texts.get("token.time.utc", format.format(time.atOffset(ZoneOffset.UTC)));
    String local =
        zone.getRules().getOffset(time).equals(ZoneOffset.UTC)
            ? ""
            : texts.get("token.time.local", DateTimeFormatter.ofPattern("HH:mm:ss xxx", Locale.ROOT).format(time.atZone(zone)));
    return utc + local + " · " + relative(Duration.between(now, time));
  }

  private String relative(Duration until) {
    return until.isNegative() ? texts.get("token.time.ago", length(until.negated())) : texts.get("token.time.in", length(until));
  }

  /** Two units at most: "1 h 59 min". */
  private String length(Duration length) {
    long seconds = length.toSeconds();
    if (seconds < 60) {
      return texts.get("length.s", seconds);
    }
    if (seconds < 3600) {
      return texts.get("length.min", seconds / 60, seconds % 60);
    }
    if (seconds < 48 * 3600) {
      return texts.get("length.h", seconds / 3600, seconds % 3600 / 60);
    }
    return texts.get("length.d", seconds / 86_400, seconds % 86_400 / 3600);
  }

  /** How long it is still good, and how we know. */
  Notice lifetime(TokenTimes times, Instant now) {
    if (times.notBefore().filter(it -> it.isAfter(now.plusSeconds(5))).isPresent()) {
      return new Notice(
          Tone.ATTENTION, texts.get("lifetime.notYet", length(Duration.between(now, times.notBefore().get()))));
    }
    if (times.until().isEmpty()) {
      return new Notice(Tone.QUIET, texts.get("lifetime.unknown"));
    }
    Duration left = Duration.between(now, times.until().get());
    Tone tone = left.isPositive() ? Tone.GOOD : Tone.BAD;
    String said =
        left.isPositive()
            ? texts.get("lifetime.left", length(left))
            : texts.get("lifetime.over", length(left.negated()));
    boolean odd =
        times.agreement() == TokenTimes.Agreement.DIFFER || times.agreement() == TokenTimes.Agreement.CLOCKS_DIFFER;
    String how =
        texts.of("lifetime.agreement", times.agreement(), length(times.difference().abs()));
    return new Notice(odd && left.isPositive() ? Tone.ATTENTION : tone, said + " " + how);
  }

  Notice signature(Outcome outcome, Redaction redaction) {
    return switch (outcome) {
      case Outcome.Valid it ->
          new Notice(Tone.GOOD, texts.get("signature.valid", it.algorithm(), key(it.keyId(), redaction)));
      case Outcome.Tampered it -> new Notice(Tone.BAD, texts.get("signature.tampered", key(it.keyId(), redaction)));
      case Outcome.Unsigned _ -> new Notice(Tone.BAD, texts.get("signature.none"));
      case Outcome.SharedSecret it ->
          new Notice(Tone.ATTENTION, texts.get("signature.shared", safe(it.algorithm(), redaction)));
      case Outcome.UnknownKey it when it.keyId().isEmpty() -> new Notice(Tone.BAD, texts.get("signature.noneFits"));
      case Outcome.UnknownKey it ->
          new Notice(
              Tone.BAD,
              texts.get(
                  "signature.unknownKey", safe(it.keyId(), redaction), safe(String.join(", ", it.known()), redaction)));
      case Outcome.WrongKeyType it ->
          new Notice(
              Tone.BAD,
              texts.get("signature.wrongType", key(it.keyId(), redaction), safe(it.keyType(), redaction), it.algorithm()));
      case Outcome.BadKey it -> new Notice(Tone.BAD, texts.get("signature.badKey", key(it.keyId(), redaction)));
      case Outcome.Unsupported it ->
          new Notice(Tone.ATTENTION, texts.get("signature.unsupported", safe(it.algorithm(), redaction)));
      case Outcome.NoKeySet _ -> new Notice(Tone.BAD, texts.get("signature.noKeySet"));
      case Outcome.NotReadable _ -> new Notice(Tone.QUIET, texts.get("signature.notReadable"));
    };
  }

  private String key(String id, Redaction redaction) {
    return id.isEmpty() ? texts.get("signature.keyWithoutId") : safe(id, redaction);
  }

  static String safe(String text, Redaction redaction) {
    return VisibleText.of(redaction.redact(text.length() > 4000 ? text.substring(0, 4000) : text), 120);
  }
}
