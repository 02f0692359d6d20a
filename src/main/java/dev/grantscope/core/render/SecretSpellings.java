package dev.grantscope.core.render;

import dev.grantscope.core.render.SecretPattern.Alphabet;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The spellings of one secret as a whole: as it is, form-encoded, Base64 at each of three alignments, hexadecimal, UTF-16. */
final class SecretSpellings {
  /** Shorter ones are everywhere by chance. */
  static final int SHORTEST = 4;

  private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");

  private SecretSpellings() {}

  static List<SecretPattern> of(String secret) {
    List<SecretPattern> patterns = new ArrayList<>();
    Set<String> base64 = new LinkedHashSet<>();
    for (String value : new LinkedHashSet<>(List.of(secret, secret.strip()))) {
      if (value.length() < SHORTEST) {
        continue;
      }
      for (String spelling : encoded(value)) {
        patterns.add(new SecretPattern(spelling, Alphabet.EXACT));
        addBase64(spelling, StandardCharsets.UTF_8, base64, patterns);
      }
      addBase64(value, StandardCharsets.ISO_8859_1, base64, patterns);
      patterns.add(new SecretPattern(HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8)), Alphabet.HEX));
      String utf16 = WireChars.decode(value.getBytes(StandardCharsets.UTF_16LE));
      patterns.add(new SecretPattern(utf16.endsWith("\0") ? utf16.substring(0, utf16.length() - 1) : utf16, Alphabet.EXACT));
    }
    return patterns;
  }

  /** The value and what clients make of it before they encode once more: they differ in what they leave as it is. */
  private static Set<String> encoded(String value) {
    Set<String> all = new LinkedHashSet<>();
    all.add(value);
    String form = URLEncoder.encode(value, StandardCharsets.UTF_8);
    for (String plus : List.of(form, form.replace("+", "%20"))) {
      for (String tilde : List.of(plus, plus.replace("%7E", "~"))) {
        String relaxed = tilde.replace("%21", "!").replace("%27", "'").replace("%28", "(").replace("%29", ")");
        for (String spelling : List.of(tilde, tilde.replace("*", "%2A"), relaxed)) {
          all.add(spelling);
          all.add(ESCAPE.matcher(spelling).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT)));
        }
      }
    }
    return all;
  }

  private static void addBase64(String value, Charset charset, Set<String> seen, List<SecretPattern> patterns) {
    byte[] bytes = value.getBytes(charset);
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + bytes.length];
      System.arraycopy(bytes, 0, shifted, before, bytes.length);
      String all = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String own = all.substring((before * 8 + 5) / 6, shifted.length * 8 / 6);
      if (own.length() >= SHORTEST && seen.add(before + own)) {
        patterns.add(new SecretPattern(own, before == 0 ? Alphabet.BASE64 : Alphabet.BASE64_SHARING_FIRST));
      }
    }
  }
}
