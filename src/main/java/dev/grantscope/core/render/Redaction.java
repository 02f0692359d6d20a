package dev.grantscope.core.render;

import dev.grantscope.core.render.SecretRanges.Range;
import dev.grantscope.core.secret.Secret;
import dev.grantscope.core.wire.Bytes;
import dev.grantscope.core.wire.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Replaces secrets in wire text by {@link #MARK} and changes nothing else.
 *
 * <p>A secret is what is known to be one, wherever and however encoded it stands, and what is one by its place: the values of
 * Authorization (its scheme stays), Cookie and the like, and of parameters and JSON members such as client_secret and access_token.
 * A JWT is a secret wherever it stands, and so is the password in a URL.
 * A known value of fewer than four characters is found by its place only. A compressed body cannot be looked into and
 * is redacted as a whole. Unchangeable; redacting twice is redacting once; 4 MB take about half a second, so not on the UI thread.
 */
public final class Redaction {
  public static final String MARK = "‹redacted›";

  private static final int SHORTEST_LEARNED = 8;
  private static final int LONGEST_LEARNED = 64 * 1024;
  private static final int MOST_LEARNED = 16;

  /** Of values in the places of secrets, many of which may be too short to be learned. */
  private static final int MOST_LOOKED_AT = 1000;

  private final Set<String> known;
  private final SecretIndex index;

  private Redaction(Set<String> known) {
    this.known = known;
    index = new SecretIndex(known.stream().flatMap(value -> SecretSpellings.of(value).stream()).toList());
  }

  /** Knows these secrets and the places in which secrets stand. */
  public static Redaction of(List<Secret> known) {
    Set<String> values = new LinkedHashSet<>();
    known.stream().filter(secret -> !secret.isEmpty()).forEach(secret -> values.addAll(meanings(secret.reveal())));
    return new Redaction(values);
  }

  /** Knows as well what stood in the place of a secret, such as the token of the answer; of what was sent and came the first 16 each. */
  public Redaction learning(Exchange exchange) {
    return learning(exchange.sent()).learning(exchange.received());
  }

  /** The same of these bytes. */
  public Redaction learning(Bytes wire) {
    return learning(new StructuralSecrets(WireChars.decode(wire), new SecretRanges()).find());
  }

  /** Of a message or a part of one. */
  public Bytes redact(Bytes wire) {
    String text = WireChars.decode(wire);
    String redacted = redact(text);
    return redacted.equals(text) ? wire : WireChars.encode(redacted);
  }

  /** Of text such as {@link RawText#source()}. */
  public String redact(String text) {
    return settled(text, this::ranges);
  }

  /**
   * Of many short texts that belong together, such as the scopes of an answer. What stands in one in the place of a secret is known in
   * all of them, the first 16 as in one text; so that hundreds of thousands do not each cost a search of their own.
   */
  public List<String> redactAll(List<String> texts) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < texts.size() && values.size() < MOST_LOOKED_AT; i++) {
      values.addAll(new StructuralSecrets(texts.get(i), new SecretRanges()).find());
    }
    Redaction all = learning(values);
    return texts.stream().map(text -> settled(text, all::knownRanges)).toList();
  }

  private static String settled(String text, Function<String, List<Range>> ranges) {
    String before = text;
    // A secret that holds quotation marks can hide the structure around it until it is gone.
    for (int round = 0; round < 4; round++) {
      List<Range> found = ranges.apply(before);
      String after = found.isEmpty() ? before : replace(before, 0, before.length(), found);
      if (after.equals(before)) {
        return after;
      }
      before = after;
    }
    return before;
  }

  /** Only this part of the text, but with the knowledge of the whole: a secret of which the part has a piece is redacted. */
  public String redact(String text, int from, int to) {
    return redact(replace(text, from, to, ranges(text)));
  }

  private static String replace(String text, int from, int to, List<Range> ranges) {
    StringBuilder out = new StringBuilder(to - from);
    int done = from;
    for (Range range : ranges) {
      if (range.to() > from && range.from() < to) {
        out.append(text, done, Math.max(done, range.from())).append(MARK);
        done = Math.min(to, range.to());
      }
    }
    return out.append(text, done, to).toString();
  }

  private List<Range> ranges(String text) {
    SecretRanges ranges = new SecretRanges();
    SecretIndex all = learning(new StructuralSecrets(text, ranges).find()).index;
    new SecretScan(text, all, ranges).run();
    int body = WireText.compressedBody(text);
    if (body > 0) {
      ranges.add(body, text.length());
    }
    return ranges.merged();
  }

  /** Without learning from this text. */
  private List<Range> knownRanges(String text) {
    SecretRanges ranges = new SecretRanges();
    new StructuralSecrets(text, ranges).find();
    new SecretScan(text, index, ranges).run();
    return ranges.merged();
  }

  private Redaction learning(List<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    Set<String> more = new LinkedHashSet<>(known);
    for (String value : values) {
      if (value.length() >= SHORTEST_LEARNED && value.length() <= LONGEST_LEARNED && !value.contains(MARK)) {
        meanings(value.replace("\\/", "/")).stream().filter(it -> it.length() >= SHORTEST_LEARNED).forEach(more::add);
      }
      if (more.size() >= known.size() + MOST_LEARNED) {
        break;
      }
    }
    return more.size() == known.size() ? this : new Redaction(more);
  }

  /** The value, and the password when it is that of Basic authentication (RFC 7617). */
  private static List<String> meanings(String value) {
    List<String> meanings = new ArrayList<>(List.of(value));
    if (value.length() <= LONGEST_LEARNED) {
      try {
        String decoded = new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8);
        int colon = decoded.indexOf(':');
        if (colon >= 0 && decoded.chars().noneMatch(c -> c < ' ' || c == '\uFFFD')) {
          meanings.add(decoded.substring(colon + 1));
        }
      } catch (IllegalArgumentException _) {
        // Not Base64, so not Basic.
      }
    }
    return meanings;
  }

  /** How much it knows, not what. */
  @Override
  public String toString() {
    return "knows " + known.size() + " secrets";
  }
}
