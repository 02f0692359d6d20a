package dev.grantscope.core.render;

import dev.grantscope.core.render.SecretPattern.Alphabet;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The spellings of one secret as a whole: as it is, form-encoded, Base64 at each of three alignments, hexadecimal, UTF-16.
 *
 * <p>Of a very long secret only the start is spelled at once, and the rest where the start was found: a token of megabytes has a
 * hundred times its size in spellings.
 */
final class SecretSpellings {
  /** Shorter ones are everywhere by chance. */
  static final int SHORTEST = 4;

  /** Shorter ones may be words. */
  private static final int SHORTEST_IN_EITHER_CASE = 8;

  private static final int LONG = 2048;
  private static final int START = 256;

  /** The end of the start may be spelled differently when more follows. */
  private static final int UNSURE = 12;

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
  private static final List<UnaryOperator<String>> TEXTS = texts();

  private final List<SecretPattern> patterns = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private final String value;
  private final String sample;

  private SecretSpellings(String value) {
    this.value = value;
    sample = value.length() <= LONG ? value : start(value, START) + characters(value);
  }

  static List<SecretPattern> of(String secret) {
    List<SecretPattern> patterns = new ArrayList<>();
    for (String value : written(secret)) {
      if (value.length() >= SHORTEST) {
        patterns.addAll(new SecretSpellings(value).all());
      }
    }
    if (secret.length() <= LONG) {
      asRead(secret).ifPresent(it -> patterns.add(new SecretPattern(it, Alphabet.EXACT)));
      if (secret.length() >= SHORTEST_IN_EITHER_CASE) {
        patterns.add(new SecretPattern(secret, Alphabet.HEX));
      }
    }
    return patterns;
  }

  /** With and without the white space around it, and composed as servers do (RFC 8265 §4.2.2). */
  private static Set<String> written(String secret) {
    Set<String> all = new LinkedHashSet<>(List.of(secret, secret.strip()));
    if (secret.length() <= LONG && secret.chars().anyMatch(c -> c >= 0x80)) {
      all.add(Normalizer.normalize(secret, Normalizer.Form.NFC));
      all.add(Normalizer.normalize(secret, Normalizer.Form.NFD));
    }
    return all;
  }

  /** What a server makes of it that takes it for form-encoded. */
  private static Optional<String> asRead(String secret) {
    try {
      String read = URLDecoder.decode(secret, StandardCharsets.UTF_8);
      return read.equals(secret) || read.length() < SHORTEST ? Optional.empty() : Optional.of(read);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private List<SecretPattern> all() {
    for (UnaryOperator<String> text : TEXTS) {
      if (add(text, Alphabet.EXACT)) {
        addBase64(text, StandardCharsets.UTF_8);
      }
    }
    addBase64(it -> it, StandardCharsets.ISO_8859_1);
    add(it -> HexFormat.of().formatHex(it.getBytes(StandardCharsets.UTF_8)), Alphabet.HEX);
    add(SecretSpellings::utf16, Alphabet.EXACT);
    return patterns;
  }

  /** Whether this is a spelling of its own: two that treat each character of the secret alike are the same. */
  private boolean add(UnaryOperator<String> spelling, Alphabet alphabet) {
    String spelled = spelling.apply(sample);
    boolean other = spelled.length() >= SHORTEST && seen.add(alphabet + " " + spelled);
    if (other && sample.equals(value)) {
      patterns.add(new SecretPattern(spelled, alphabet));
    } else if (other) {
      String start = spelling.apply(start(value, START));
      patterns.add(new SecretPattern(start(start, start.length() - UNSURE), () -> spelling.apply(value), alphabet));
    }
    return other;
  }

  private void addBase64(UnaryOperator<String> text, Charset charset) {
    for (int before = 0; before < 3; before++) {
      int shift = before;
      add(it -> base64(text.apply(it), charset, shift), before == 0 ? Alphabet.BASE64 : Alphabet.BASE64_SHARING_FIRST);
    }
  }

  private static String start(String text, int length) {
    return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
  }

  /** Each character of the value once. */
  private static String characters(String value) {
    boolean[] ascii = new boolean[0x80];
    BitSet others = new BitSet();
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c < 0x80) {
        ascii[c] = true;
      } else {
        others.set(value.codePointAt(at));
        at += Character.charCount(value.codePointAt(at)) - 1;
      }
    }
    StringBuilder all = new StringBuilder();
    IntStream.range(0, ascii.length).filter(c -> ascii[c]).forEach(all::appendCodePoint);
    others.stream().forEach(all::appendCodePoint);
    return all.toString();
  }

  /** The value and what clients make of it before they encode once more: they differ in what they leave as it is. */
  private static List<UnaryOperator<String>> texts() {
    List<UnaryOperator<String>> all = new ArrayList<>();
    all.add(it -> it);
    UnaryOperator<String> form = it -> URLEncoder.encode(it, StandardCharsets.UTF_8);
    for (UnaryOperator<String> plus : List.of(form, then(form, it -> it.replace("+", "%20")))) {
      for (UnaryOperator<String> tilde : List.of(plus, then(plus, it -> it.replace("%7E", "~")))) {
        UnaryOperator<String> relaxed =
            then(tilde, it -> it.replace("%21", "!").replace("%27", "'").replace("%28", "(").replace("%29", ")"));
        for (UnaryOperator<String> spelling : List.of(tilde, then(tilde, it -> it.replace("*", "%2A")), relaxed)) {
          all.add(spelling);
          all.add(then(spelling, it -> ESCAPE.matcher(it).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT))));
        }
      }
    }
    // Within another encoding: a form that holds JSON, a page that shows a page.
    UnaryOperator<String> json = it -> it.replace("\\", "\\\\").replace("\"", "\\\"");
    all.add(json);
    all.add(then(json, it -> it.replace("/", "\\/")));
    UnaryOperator<String> html = it -> it.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    all.add(html);
    all.add(then(html, it -> it.replace("'", "&#39;")));
    all.add(then(html, it -> it.replace("'", "&#x27;")));
    return List.copyOf(all);
  }

  private static UnaryOperator<String> then(UnaryOperator<String> first, UnaryOperator<String> second) {
    return it -> second.apply(first.apply(it));
  }

  private static String base64(String value, Charset charset, int before) {
    byte[] bytes = value.getBytes(charset);
    byte[] shifted = new byte[before + bytes.length];
    System.arraycopy(bytes, 0, shifted, before, bytes.length);
    String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
    return all.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
  }

  private static String utf16(String value) {
    String utf16 = WireChars.decode(value.getBytes(StandardCharsets.UTF_16LE));
    return utf16.endsWith("\0") ? utf16.substring(0, utf16.length() - 1) : utf16;
  }
}
